/** What stands in the chunks of a compressed stream: one that many viewers were sent byte for byte is unpacked once. */

import { constants, crc32, inflateRawSync } from 'node:zlib'

export interface Looked {
  bytes: Buffer
  plain: string
  isReady: boolean
  isOver: boolean
}

let lately = new Map<number, Looked>()

/** What stands in a chunk. */
export function lookInto(bytes: Buffer): Looked {
  const sum = crc32(bytes)
  const known = lately.get(sum)
  if (known?.bytes.equals(bytes)) return known
  const plain = inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString()
  const isReady = plain.includes('event: ready\n')
  const looked = { bytes, plain, isReady, isOver: plain.includes('"packet.claimed_out"') }
  lately.set(sum, looked)
  return looked
}

/** Forget all that was looked into. */
export function forgetChunks(): void {
  lately = new Map()
}
