/**
 * A definition rendered as a PDF with fonts of our own inside. Nothing is fetched and no local file is read; a character
 * the fonts have no glyph for is told, so that whoever writes shows its code point.
 */

/// <reference path="./pdfmake.d.ts" />

import pdfmake, { type DocumentDefinition } from 'pdfmake'
import { cannotShow, type CanShow } from './code-points.ts'
import { coverageOf } from './font-coverage.ts'

export interface PdfFonts {
  /** A TrueType font with Chinese characters. */
  regular: Uint8Array
  /** For the title and the headings; where there is none, they are regular. */
  bold?: Uint8Array
}

export interface PdfFile {
  bytes: Uint8Array
  /** Characters the fonts have no glyph for, as `U+1F600`; they stand so in the file. */
  missing: readonly string[]
}

/** The name of the fonts in a definition. */
export const paperFont = 'Paper'

/** Render what `define` gives for these fonts; `text` is all that is written. Throws FontError where one is no TrueType font. */
export async function renderPdf(
  define: (canShow: CanShow) => DocumentDefinition,
  text: string,
  { regular, bold = regular }: PdfFonts,
): Promise<PdfFile> {
  const coverages = [...new Set([regular, bold])].map(coverageOf)
  const canShow: CanShow = (codePoint) => coverages.every((covers) => covers(codePoint))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy?.(() => false)
  pdfmake.virtualfs.writeFileSync('paper-regular.ttf', regular)
  pdfmake.virtualfs.writeFileSync('paper-bold.ttf', bold)
  const isOne = bold === regular
  pdfmake.setFonts({
    [paperFont]: { normal: 'paper-regular.ttf', bold: isOne ? 'paper-regular.ttf' : 'paper-bold.ttf' },
  })
  const bytes = await pdfmake.createPdf(define(canShow)).getBuffer()
  return { bytes: new Uint8Array(bytes), missing: cannotShow(text, canShow) }
}
