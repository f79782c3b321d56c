/**
 * Every object of a PDF that any reader could come to. Tables in a PDF may point anywhere, also into a string or into the
 * middle of another stream; so it is not read the way its tables say, but at every place where the word `obj` stands. What
 * cannot be read there, or is a stream that nothing was read for, makes the file unsure.
 */

import { blank, isWordPart, newLines, PdfReader, type PdfDictionary } from './pdf-reader.ts'

export interface PdfStream {
  dictionary: PdfDictionary
  /** Where its bytes begin. */
  from: number
}

export interface PdfObjects {
  streams: readonly PdfStream[]
  /** Every name in any of them, `#61` written out. */
  names: ReadonlySet<string>
}

const commentLineMax = 10_000
const [space, tab, carriageReturn, lineFeed] = [32, 9, 13, 10]
const isDigit = (code: number) => code >= 48 && code <= 57

/** The objects of a PDF; undefined where it cannot be read surely. Reads no more than a few times its length. */
export function readPdfObjects(bytes: Buffer): PdfObjects | undefined {
  const reader = new PdfReader(bytes, 4 * bytes.length + 1_000_000)
  const streams: PdfStream[] = []
  const claimed = new Set<number>()
  for (let at = bytes.indexOf('obj'); at >= 0; at = bytes.indexOf('obj', at + 3)) {
    const before = bytes[at - 1]
    if (before === undefined || !(blank.has(before) || isDigit(before))) continue
    const read = reader.objectAt(at + 3)
    if (read === 'unsure' && (reader.isSpent || isNumbered(bytes, at))) return undefined
    if (read === 'unsure' || !read.streamAt) continue
    claimed.add(read.streamAt)
    const from = dataAfter(bytes, read.streamAt + 'stream'.length)
    if (from === undefined || read.value.is !== 'dictionary') return undefined
    streams.push({ dictionary: read.value.entries, from })
  }
  return hasStreamBeside(bytes, claimed) ? undefined : { streams, names: reader.names }
}

/** Whether `12 0` stands before the word. */
function isNumbered(bytes: Buffer, at: number): boolean {
  return /\d[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]*$/.test(bytes.toString('latin1', Math.max(0, at - 60), at))
}

/** A stream's bytes begin on the next line. */
function dataAfter(bytes: Buffer, end: number): number | undefined {
  let at = end
  while (bytes[at] === space || bytes[at] === tab) at++
  if (bytes[at] === carriageReturn) return bytes[at + 1] === lineFeed ? at + 2 : at + 1
  return bytes[at] === lineFeed ? at + 1 : undefined
}

/** Whether the word stands behind a dictionary, or behind a comment that may hide one, where nothing was read. */
function hasStreamBeside(bytes: Buffer, claimed: ReadonlySet<number>): boolean {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (claimed.has(at) || isWordPart(bytes[at - 1]) || isWordPart(bytes[at + 6])) continue
    let before = at - 1
    while (before >= 0 && blank.has(bytes[before]!)) before--
    if (bytes[before] === '>'.charCodeAt(0) || mayEndComment(bytes, before)) return true
  }
  return false
}

function mayEndComment(bytes: Buffer, end: number): boolean {
  for (let at = end; at >= 0 && !newLines.has(bytes[at]!); at--)
    if (bytes[at] === '%'.charCodeAt(0) || end - at > commentLineMax) return true
  return false
}
