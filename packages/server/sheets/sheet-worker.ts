/** Renders sheets beside the service's own thread: a page of Chinese takes half a second, and no claim waits for it. */

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import type { Sheet } from '@laisee/core/documents/sheet.ts'
import { makeSheetPdf } from '@laisee/core/documents/sheet-pdf.ts'

const font = (name: string) =>
  readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`)))

const fonts = Promise.all([font('400Regular/NotoSansSC_400Regular'), font('700Bold/NotoSansSC_700Bold')])

async function render(sheet: Sheet): Promise<Uint8Array> {
  const [regular, bold] = await fonts
  return (await makeSheetPdf(sheet, { regular, bold })).bytes
}

parentPort!.on('message', ({ no, sheet }: { no: number; sheet: Sheet }) => {
  render(sheet).then(
    (bytes) => parentPort!.postMessage({ no, bytes }),
    (error: unknown) => parentPort!.postMessage({ no, error: String(error) }),
  )
})
