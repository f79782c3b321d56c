/**
 * What stands in a PDF, read as a reader would: pages, fonts, and the text by each font's own table of Unicode. It reads
 * what these tests make (one cross-reference table, Flate streams, Identity-H fonts), and nothing of other programs.
 */

import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  /** The text of each page, in the order it is drawn. */
  pages: string[]
  /** Names of the fonts whose glyphs are in the file. */
  embedded: string[]
  mediaBoxes: string[]
  info: string
}

interface PdfObject {
  dictionary: string
  stream: Buffer | undefined
}

function objectsOf(file: Buffer): Map<string, PdfObject> {
  const text = file.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const match of text.matchAll(/(\d+) 0 obj\n/g)) {
    const from = match.index + match[0].length
    const to = text.indexOf('\nendobj', from)
    const streamAt = text.indexOf('stream\n', from)
    if (streamAt < 0 || streamAt > to) {
      objects.set(match[1]!, { dictionary: text.slice(from, to), stream: undefined })
      continue
    }
    const dictionary = text.slice(from, streamAt)
    const length = Number(/\/Length (\d+)/.exec(dictionary)![1])
    const raw = file.subarray(streamAt + 7, streamAt + 7 + length)
    objects.set(match[1]!, {
      dictionary,
      stream: dictionary.includes('FlateDecode') ? inflateSync(raw) : raw,
    })
  }
  return objects
}

/** A font's glyphs as the characters they stand for. */
function unicodeOf(font: PdfObject, objects: ReadonlyMap<string, PdfObject>): Map<number, string> {
  const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(font.dictionary)![1]!)!.stream!.toString('latin1')
  const characters = new Map<number, string>()
  for (const [, first, list] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*)\]/g))
    [...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, units], index) => {
      const text = (units!.match(/[0-9a-f]{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16)))
      characters.set(parseInt(first!, 16) + index, text.join(''))
    })
  return characters
}

function textOf(content: string, fonts: ReadonlyMap<string, Map<number, string>>): string {
  let font: Map<number, string> | undefined
  let text = ''
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name)
    else
      for (const [glyph] of shown!.matchAll(/(?<=<[0-9a-f]*)[0-9a-f]{4}(?=[0-9a-f]*>)/g))
        text += font?.get(parseInt(glyph, 16)) ?? '\ufffd'
  }
  return text
}

/** Read a PDF's pages, fonts and text. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(bytes))
  const all = [...objects.values()]
  const pages = all.filter(({ dictionary }) => /\/Type \/Page\n/.test(dictionary))
  const reference = (from: PdfObject, name: string) =>
    objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(from.dictionary)![1]!)!
  return {
    pages: pages.map((page) => {
      const found = reference(page, 'Resources').dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)
      const fonts = new Map([...found].map(([, name, id]) => [name!, unicodeOf(objects.get(id!)!, objects)]))
      return textOf(reference(page, 'Contents').stream!.toString('latin1'), fonts)
    }),
    embedded: all.flatMap(
      ({ dictionary }) => /\/FontName \/(\S+)\n[\s\S]*\/FontFile2/.exec(dictionary)?.[1] ?? [],
    ),
    mediaBoxes: pages.map(({ dictionary }) => /\/MediaBox \[(.*?)\]/.exec(dictionary)![1]!),
    info: all
      .map(({ dictionary }) => dictionary)
      .filter((dictionary) => dictionary.startsWith('('))
      .join(' '),
  }
}
