import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { wrongInPdf, type PdfFinding } from './check-pdf.ts'

const dot = { create: { width: 40, height: 30, channels: 3, background: '#c33' } } as const
const pdf = (inside: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${inside} >>\nendobj\n%%EOF\n`, 'latin1')
const packedObjects = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode'
/** A packed object stream; `between` stands before the word `stream`, and `line` behind it. */
const packed = (inside: string | Buffer, dictionary = packedObjects, between = '\n', line = '\n') => {
  const body = typeof inside === 'string' ? deflateSync(Buffer.from(inside, 'latin1')) : inside
  const head = `%PDF-1.7\n2 0 obj\n<< ${dictionary} /Length ${body.length} >>${between}stream${line}`
  return Buffer.concat([Buffer.from(head, 'latin1'), body, Buffer.from('\nendstream\nendobj\n%%EOF\n')])
}
/** A kilobyte of it stands for a megabyte of nothing. */
const bomb = deflateSync(Buffer.alloc(161_000_000), { level: 1 })
/** Each byte as what it is more than the one above it (PNG’s predictor Up, a column wide). */
const predicted = (text: string) =>
  deflateSync(
    Buffer.from(
      [...Buffer.from(text)].flatMap((byte, i, all) => [2, (256 + byte - (all[i - 1] ?? 0)) % 256]),
    ),
  )
const script = '1 0 << /S /JavaScript /JS (x) >>'
const within = (outer: string, inner: Buffer) =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n9 0 obj\n${outer}`, 'latin1'), inner.subarray(9)])

it.each<[string, PdfFinding, () => Buffer]>([
  ['one with a packed script', 'JavaScript', () => packed(script)],
  [
    'one whose packed script stands behind a word',
    'JavaScript',
    () => packed(script, `${packedObjects} /X ( obj)`),
  ],
  [
    'one whose packed script stands behind much else',
    'JavaScript',
    () => packed(script, `${packedObjects} /X (${'x'.repeat(5_000)})`),
  ],
  [
    'one whose packed script begins on a line of its own',
    'JavaScript',
    () => packed(script, packedObjects, '\n', '\r'),
  ],
  [
    'one whose packed script stands behind a comment',
    'JavaScript',
    () => packed(script, packedObjects, ' % <<\n'),
  ],
  [
    'one whose packed script says nothing of its kind',
    'JavaScript',
    () => packed(script, '/N 1 /First 4 /Filter /FlateDecode'),
  ],
  [
    'one whose packed script has its kind elsewhere',
    'JavaScript',
    () => packed(script, '/Type 7 0 R /Filter /FlateDecode'),
  ],
  [
    'one whose packed script is spelled by a predictor',
    'packed',
    () => packed(predicted(script), `${packedObjects} /DecodeParms << /Predictor 12 >>`),
  ],
  ['one whose packed script lies in a string', 'unsure', () => within('<< /T (', packed(script))],
  [
    'one whose packed script lies in another’s bytes',
    'JavaScript',
    () => within('<< /Length 900 >>\nstream\n', packed(script)),
  ],
  [
    'one packed in a way of its own',
    'packed',
    () => packed('1 0 << >>', '/Type /ObjStm /N 1 /First 4 /Filter [/LZWDecode /FlateDecode]'),
  ],
  [
    'one packed as a picture',
    'packed',
    () => packed('1 0 << >>', '/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /DCTDecode]'),
  ],
  ['one with a file that is called nothing', 'EF', () => pdf('/FS << /EF << /F 3 0 R >> >>')],
  [
    'one whose bytes lie elsewhere',
    'outside_file',
    () => packed('x', String.raw`/F (\\host\share) /Filter /FlateDecode`),
  ],
  [
    'one that breaks off in an object',
    'unsure',
    () => Buffer.from('%PDF-1.7\n1 0 obj\n<< /Title (never closed\n%%EOF\n'),
  ],
  [
    'one in which a kilobyte stands for more than any picture has',
    'too_large',
    () => packed(bomb, '/Filter /FlateDecode'),
  ],
  [
    'one packed twice, to more than can be held',
    'too_large',
    () => packed(deflateSync(bomb), '/Filter [/FlateDecode /FlateDecode]'),
  ],
  [
    'one with a picture of a billion points',
    'too_large',
    () =>
      pdf(
        '/Type /Pages >> endobj\n3 0 obj << /Width 40000 /Height 40000 /Length 0 >>\nstream\n\nendstream %',
      ),
  ],
])('of PDFs, %s is not taken: %s', async (_, finding, make) => {
  expect(await wrongInPdf(make())).toBe(finding)
})

describe('a PDF that acts in nothing is taken', () => {
  const page = (filter: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(`%PDF-1.4\n4 0 obj\n<< /Length ${body.length} /Filter ${filter} >>\nstream\n`),
      body,
      Buffer.from('\nendstream\nendobj\n'),
    ])
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['with packed objects', () => packed('1 0 << /Type /Page >>')],
    ['with a title that speaks of scripts', () => pdf('/Type /Catalog /Title (JavaScript for cats)')],
    ['with a page that is packed as text', () => page('[/ASCII85Decode /FlateDecode]', Buffer.from('GhQ~>'))],
    ['with a picture', async () => page('/DCTDecode', await sharp(dot).jpeg().toBuffer())],
  ])('%s', async (_, make) => expect(await wrongInPdf(await make())).toBeUndefined())
})
