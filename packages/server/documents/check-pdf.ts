/**
 * A PDF is kept as it came, so it may hold nothing that acts: no script, no launching of programs, no file inside it,
 * no form that sends. Names are looked for in the whole file, in every object of it and in its packed object streams;
 * what cannot be looked into surely (encrypted, broken, or packed in a way of its own) is not taken, and neither is what
 * would unpack to more than a reader can bear.
 */

import { picturePointsMax } from '@laisee/core/document.ts'
import type { PdfDictionary } from './pdf-reader.ts'
import { readPdfObjects, type PdfStream } from './read-pdf.ts'
import { pdfStreamsMax, unpackedMax, unpackStream } from './unpack-pdf.ts'

const acts = [
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'XFA',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'GoToR',
  'Rendition',
  'Movie',
  'Sound',
] as const
/** Too short to be looked for among bytes of any kind; as names of objects they are meant. */
const shortActs = ['EF'] as const
const actsPattern = new RegExp(`/(${acts.join('|')})(?![A-Za-z0-9])`)

export type PdfFinding =
  | 'not_pdf'
  | 'encrypted'
  | 'unsure'
  | 'packed'
  | 'too_large'
  | 'outside_file'
  | (typeof acts | typeof shortActs)[number]

/** What is wrong with it; undefined where nothing is. */
export async function wrongInPdf(bytes: Buffer): Promise<PdfFinding | undefined> {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') return 'not_pdf'
  const text = bytes.toString('latin1')
  const found = actIn(text)
  if (found) return found
  if (/\/Encrypt(?![A-Za-z0-9])/.test(plainNames(text))) return 'encrypted'
  const objects = readPdfObjects(bytes)
  if (!objects || objects.streams.length > pdfStreamsMax) return 'unsure'
  const named = [...acts, ...shortActs].find((act) => objects.names.has(act))
  return named ?? wrongInStreams(bytes, objects.streams)
}

/** `/J#61vaScript` is the same name as `/JavaScript`. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function actIn(text: string): (typeof acts)[number] | undefined {
  return (actsPattern.exec(text) ?? actsPattern.exec(plainNames(text)))?.[1] as
    (typeof acts)[number] | undefined
}

async function wrongInStreams(bytes: Buffer, streams: readonly PdfStream[]): Promise<PdfFinding | undefined> {
  let unpacked = 0
  for (const { dictionary, from } of streams) {
    if (dictionary.has('F') || dictionary.has('FFilter')) return 'outside_file'
    if (isTooWide(dictionary)) return 'too_large'
    const isKept = mayPackObjects(dictionary)
    if (isKept && hasParameters(dictionary)) return 'packed'
    const read = await unpackStream(dictionary, bytes.subarray(from), isKept)
    if (typeof read === 'string') return read
    if ((unpacked += read.size) > unpackedMax) return 'too_large'
    const found = read.content && wrongInObjects(read.content.toString('latin1'))
    if (found) return found
  }
  return undefined
}

/** Objects are read out of a stream that says how many there are, and where; some readers ask for no `/Type`. */
function mayPackObjects(dictionary: PdfDictionary): boolean {
  const type = dictionary.get('Type')
  if (type && (type.is !== 'name' || type.name === 'ObjStm')) return true
  return dictionary.has('N') && dictionary.has('First')
}

/** Parameters may say that what was unpacked is not yet what is meant (a predictor). */
function hasParameters(dictionary: PdfDictionary): boolean {
  return dictionary.has('DecodeParms') || dictionary.has('DP')
}

/** A picture of more points than one that comes by itself may have. */
function isTooWide(dictionary: PdfDictionary): boolean {
  const [width, height] = [dictionary.get('Width'), dictionary.get('Height')]
  if (width?.is !== 'number' || height?.is !== 'number') return false
  return width.number * height.number > picturePointsMax
}

/** Where an object begins is said elsewhere, so each name counts wherever it stands. */
function wrongInObjects(content: string): PdfFinding | undefined {
  return actIn(content) ?? (/\/EF(?![A-Za-z0-9])/.test(plainNames(content)) ? 'EF' : undefined)
}
