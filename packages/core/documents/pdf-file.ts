/**
 * A paper as a PDF: A4, the title in the middle, blanks as lines to write on, page numbers, with the glyphs it uses
 * inside. The same paper and fonts give the same bytes. A character the font has no glyph for stands as its code point,
 * and is told to the caller: an empty box would look like another character.
 */

/// <reference path="./pdfmake.d.ts" />

import type { DocumentDefinition, Inline, Text } from 'pdfmake'
import { withCodePoints, type CanShow } from './code-points.ts'
import { hintWords, pageWords, type Block, type BlockKind, type Paper } from './paper.ts'
import { paperFont, renderPdf, type PdfFile, type PdfFonts } from './render-pdf.ts'

/** Points: 四号 for the text, 二号 for the title. */
const bodySize = 14
const titleSize = 22
const smallSize = 9
const twoCharacters = bodySize * 2
const grey = '#595959'
/** The font's own strokes, drawn near enough to one another to be one line. */
const blankLine = { text: '_'.repeat(14), characterSpacing: -1 }

const looks: Record<BlockKind, Omit<Text, 'text'>> = {
  title: { alignment: 'center', fontSize: titleSize, bold: true, margin: [0, 0, 0, 18] },
  party: {},
  heading: { bold: true, margin: [0, 6, 0, 0], headlineLevel: 1 },
  paragraph: { leadingIndent: twoCharacters },
  item: { leadingIndent: twoCharacters },
  to: { leadingIndent: twoCharacters, margin: [0, 12, 0, 0], headlineLevel: 1 },
  addressee: {},
  signed: { alignment: 'right', margin: [0, 6, twoCharacters, 0] },
  note: { fontSize: smallSize, color: grey, margin: [0, 24, 0, 0] },
}

function inlinesOf({ runs }: Block, { language }: Paper, canShow: CanShow): Inline[] {
  return runs.flatMap((run): Inline[] => {
    if (run.kind === 'text') return [{ text: withCodePoints(run.text, canShow) }]
    const hint = withCodePoints(hintWords(run.hint, language), canShow)
    return [blankLine, { text: hint, fontSize: smallSize, color: grey, noWrap: true }]
  })
}

function definitionOf(paper: Paper, canShow: CanShow): DocumentDefinition {
  const [before, between, after] = pageWords(paper.language)
  return {
    pageSize: 'A4',
    pageMargins: [79, 88, 74, 84],
    version: '1.7',
    language: paper.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      title: withCodePoints(paper.title, canShow),
      creator: 'Laisee',
      producer: 'Laisee',
      creationDate: new Date(`${paper.writtenOn}T00:00:00Z`),
    },
    defaultStyle: { font: paperFont, fontSize: bodySize, lineHeight: 1.25 },
    content: paper.blocks.map((block) => ({ ...looks[block.kind], text: inlinesOf(block, paper, canShow) })),
    footer: (page, of) => ({
      text: `${before}${page}${between}${of}${after}`,
      alignment: 'center',
      fontSize: smallSize,
      margin: [0, 36, 0, 0],
    }),
  }
}

const textOf = ({ blocks }: Paper) =>
  blocks.flatMap(({ runs }) => runs.map((run) => (run.kind === 'text' ? run.text : run.hint))).join('')

/** Make the file's bytes with these fonts. Throws FontError where one is no TrueType font. */
export function makePdfFile(paper: Paper, fonts: PdfFonts): Promise<PdfFile> {
  return renderPdf((canShow) => definitionOf(paper, canShow), textOf(paper), fonts)
}
