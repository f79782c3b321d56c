/** The service's own keys, all derived from one secret: from the environment, or from a file beside the data. */

import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Secrets } from './context.ts'

/** The keys that a secret makes. The same secret makes the same keys on every server. `logKeyCount`: keys of the log so far. */
export function deriveSecrets(secret: string, logKeyCount = 1): Secrets {
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', secret, 'laisee', use, 32))
  const logKeys = Array.from({ length: logKeyCount }, (_, no) => derive(`log ${logKeyCount - no}`))
  return { linkKey: derive('link'), passphraseKey: derive('passphrase'), logKeys }
}

/** The secret kept in `dataDir`, made once; two servers that start at once agree on it. */
export async function secretInFolder(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, 'secret')
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(randomBytes(32).toString('base64url'))
    await file.sync()
    await file.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  for (let tries = 0; tries < 50; tries++) {
    const secret = await readFile(path, 'utf8')
    if (secret.length >= 32) return secret
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`the secret in ${path} is not whole`)
}
