/**
 * Unpacks the streams of a PDF without ever holding more than it may. A few kilobytes can stand for gigabytes, and
 * filters can be put one behind the other, so every step is counted.
 */

import { constants, createInflate } from 'node:zlib'
import { picturePointsMax } from '@laisee/core/document.ts'
import type { PdfDictionary, PdfValue } from './pdf-reader.ts'

export const pdfStreamsMax = 20_000
/** All streams of a file together. */
export const unpackedMax = 400_000_000
/** One of them: the largest picture, in four colours. */
const streamMax = 4 * picturePointsMax
/** What is looked through, or unpacked once more, lies in memory. */
const heldMax = 16_000_000
const filtersMax = 3

/** Each under its long name and its short one. */
const kinds: Readonly<Record<string, 'flate' | 'hex' | 'ascii85' | 'picture'>> = {
  FlateDecode: 'flate',
  Fl: 'flate',
  ASCIIHexDecode: 'hex',
  AHx: 'hex',
  ASCII85Decode: 'ascii85',
  A85: 'ascii85',
  DCTDecode: 'picture',
  DCT: 'picture',
  JPXDecode: 'picture',
  CCITTFaxDecode: 'picture',
  CCF: 'picture',
  JBIG2Decode: 'picture',
}

export interface Unpacked {
  /** Bytes that were unpacked in all. */
  size: number
  /** What is in it, where that was wanted. */
  content: Buffer | undefined
}

/**
 * Unpack a stream: count it, and where `isWanted` hold what is in it. A picture’s own coding is left as it is. `packed`
 * where it cannot be surely unpacked, `too_large` where it comes to too much.
 */
export async function unpackStream(
  dictionary: PdfDictionary,
  from: Buffer,
  isWanted: boolean,
): Promise<Unpacked | 'packed' | 'too_large'> {
  const filters = filtersOf(dictionary.get('Filter'))
  if (!filters || filters.length > filtersMax) return 'packed'
  let data = from
  let size = 0
  for (const [i, filter] of filters.entries()) {
    const isLast = i === filters.length - 1
    if (filter === 'picture') return isLast && !isWanted ? { size, content: undefined } : 'packed'
    if (filter !== 'flate') data = filter === 'hex' ? hexDecoded(data) : ascii85Decoded(data)
    else {
      const isHeld = isWanted || !isLast
      const read = await inflated(data, isHeld)
      if (read === 'too_large' || (isHeld && !read.isWhole)) return read === 'too_large' ? read : 'packed'
      data = read.content
      size += read.size
    }
  }
  return { size, content: isWanted ? data.subarray(0, heldMax) : undefined }
}

function filtersOf(filter: PdfValue | undefined) {
  const found = filter === undefined ? [] : filter.is === 'list' ? filter.of : [filter]
  const known = found.flatMap((one) => (one.is === 'name' && kinds[one.name]) || [])
  return known.length === found.length ? known : undefined
}

interface Inflated {
  size: number
  content: Buffer
  /** Whether it came to its own end, or to the end of what there is, without a fault. */
  isWhole: boolean
}

async function inflated(from: Buffer, isHeld: boolean): Promise<Inflated | 'too_large'> {
  const unpacking = createInflate({ finishFlush: constants.Z_SYNC_FLUSH })
  const held: Buffer[] = []
  let size = 0
  let isWhole = true
  try {
    unpacking.end(from)
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > (isHeld ? heldMax : streamMax)) return 'too_large'
      if (isHeld) held.push(chunk)
    }
  } catch {
    isWhole = false
  } finally {
    unpacking.destroy()
  }
  return { size, content: Buffer.concat(held), isWhole }
}

function hexDecoded(from: Buffer): Buffer {
  const end = from.indexOf('>')
  const digits = from.toString('latin1', 0, end < 0 ? from.length : end).replace(/[^0-9a-fA-F]/g, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
}

/** Five characters for four bytes, `z` for four zeros (ISO 32000-2, 7.4.3). */
function ascii85Decoded(from: Buffer): Buffer {
  const end = from.indexOf('~')
  const text = from.subarray(0, end < 0 ? from.length : end)
  const bytes = Buffer.alloc(4 * text.length + 4)
  let written = 0
  let group: number[] = []
  const flush = () => {
    const padded = [...group, 84, 84, 84, 84].slice(0, 5)
    bytes.writeUInt32BE(padded.reduce((sum, digit) => sum * 85 + digit, 0) % 2 ** 32, written)
    written += group.length - 1
    group = []
  }
  for (const code of text) {
    if (code === 'z'.charCodeAt(0) && group.length === 0) written += 4
    else if (code >= 33 && code <= 117) group.push(code - 33)
    if (group.length === 5) flush()
  }
  if (group.length > 1) flush()
  return bytes.subarray(0, written)
}
