/** A file that was not there before: what somebody has is never written over. */

import { writeFile } from 'node:fs/promises'

/** Write it. Throws, by the file's name, where there is one already or it cannot be written. */
export async function writeNewFile(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' })
  } catch (reason) {
    throw new Error(`${file} cannot be written: ${(reason as Error).message}`, { cause: reason })
  }
}
