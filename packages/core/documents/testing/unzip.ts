/** The files of a zip archive, read by its central directory as a word processor does; for tests, and complete for them. */

import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  data: Buffer
  /** The entry's day and time, as the archive writes them. */
  stamp: number
}

/** Every file by its name. */
export function unzip(zip: Uint8Array): Map<string, ZipEntry> {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const entries = new Map<string, ZipEntry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    ) as [number, number, number]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const size = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    const data = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    entries.set(name, { data, stamp: bytes.readUInt32LE(local + 10) })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}
