/**
 * The font that a PDF needs, from our own origin: fetched when the first PDF is asked for, and kept by the service worker
 * from then on. One weight only, for it is large; the headings are written larger instead.
 */

import address from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url'

/** The font's size once it is unpacked: what comes over the network is compressed, and its length is not told. */
export const fontBytes = 10_559_284

let kept: Promise<Uint8Array> | undefined

/** The font's bytes; `onProgress` is told how many have come. Throws where they cannot be fetched. */
export function paperFont(onProgress: (bytes: number) => void): Promise<Uint8Array> {
  kept ??= fetchFont(onProgress).catch((error: unknown) => {
    kept = undefined
    throw error
  })
  return kept
}

async function fetchFont(onProgress: (bytes: number) => void): Promise<Uint8Array> {
  const answer = await fetch(address)
  if (!answer.ok || !answer.body) throw new Error(`the font was answered with ${answer.status}`)
  const font = new Uint8Array(fontBytes)
  let length = 0
  const reader = answer.body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    font.set(read.value, length)
    length += read.value.length
    onProgress(length)
  }
  if (length !== fontBytes) throw new Error('the font ended too early')
  return font
}
