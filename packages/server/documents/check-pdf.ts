/**
 * A PDF is kept as it came, so it may hold nothing that acts: no script, no launching of programs, no file inside it,
 * no form that sends. Names are looked for in the whole file and in its packed object streams; what cannot be looked
 * into (encrypted, or packed in a way of its own) is not taken.
 */

import { inflateSync } from 'node:zlib'

const acts = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
  'Movie',
  'Sound',
] as const
const actsPattern = new RegExp(`/(${acts.join('|')})(?![A-Za-z0-9])`)

const unpackedMax = 16_000_000
const streamsMax = 5_000

export type PdfFinding = 'not_pdf' | 'encrypted' | 'packed' | (typeof acts)[number]

/** What is wrong with it; undefined where nothing is. */
export function wrongInPdf(bytes: Buffer): PdfFinding | undefined {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return 'not_pdf'
  const text = bytes.toString('latin1')
  const found = actIn(text)
  if (found) return found
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plainNames(text))) return 'encrypted'
  return wrongInObjectStreams(bytes, text)
}

/** `/J#61vaScript` is the same name as `/JavaScript`. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function actIn(text: string): (typeof acts)[number] | undefined {
  return (actsPattern.exec(text) ?? actsPattern.exec(plainNames(text)))?.[1] as
    (typeof acts)[number] | undefined
}

/** Objects may be packed together in a stream of their own: each such stream is unpacked and looked at. */
function wrongInObjectStreams(bytes: Buffer, text: string): PdfFinding | undefined {
  let unpacked = 0
  let streams = 0
  for (const match of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(match.index - 3, match.index) === 'end') continue
    const dictionary = plainNames(text.slice(Math.max(0, match.index - 2_000), match.index))
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(own)) continue
    if ((streams += 1) > streamsMax) return 'packed'
    const content = unpack(own, bytes.subarray(match.index + match[0].length))
    if (content === undefined) return 'packed'
    if ((unpacked += content.length) > unpackedMax) return 'packed'
    const found = actIn(content)
    if (found) return found
  }
  return undefined
}

function unpack(dictionary: string, from: Buffer): string | undefined {
  const filters = [...dictionary.matchAll(/\/(\w+)Decode(?![A-Za-z0-9])/g)].map((match) => match[1]!)
  if (filters.length === 0) return from.subarray(0, unpackedMax).toString('latin1')
  if (filters.some((name) => name !== 'Flate') || filters.length > 1) return undefined
  try {
    return inflateSync(from, { maxOutputLength: unpackedMax, finishFlush: 2 }).toString('latin1')
  } catch {
    return undefined
  }
}
