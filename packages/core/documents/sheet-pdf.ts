/**
 * A sheet as a PDF: A4, tables that go on over pages with their head, long hashes broken into lines, page numbers.
 * Characters without a glyph stand as their code points.
 */

/// <reference path="./pdfmake.d.ts" />

import type { DocumentDefinition, Table, Text } from 'pdfmake'
import { withCodePoints, type CanShow } from './code-points.ts'
import { pageWords } from './paper.ts'
import { paperFont, renderPdf, type PdfFile, type PdfFonts } from './render-pdf.ts'
import { textOfSheet, type Sheet, type SheetBlock } from './sheet.ts'

/** Points: 小四 for the text, so that a table of five columns can be read. */
const bodySize = 10.5
const smallSize = 8
const grey = '#595959'
const line = '#b8b8b8'
const pageWidth = 595.28
const side = 56
const inside = pageWidth - 2 * side
const padding = 5

type Line = (text: string) => string

const looks = {
  title: { alignment: 'center', fontSize: 20, bold: true, margin: [0, 0, 0, 4] },
  subtitle: { alignment: 'center', fontSize: bodySize, color: grey, margin: [0, 0, 0, 14] },
  heading: { fontSize: 13, bold: true, margin: [0, 16, 0, 6], headlineLevel: 1 },
  subheading: { bold: true, margin: [0, 6, 0, 3], headlineLevel: 2 },
  paragraph: { margin: [0, 0, 0, 4] },
  item: { margin: [0, 0, 0, 6] },
  small: { fontSize: smallSize, color: grey, margin: [0, 4, 0, 4] },
} as const satisfies Record<string, Omit<Text, 'text'>>

function contentOf(block: SheetBlock, show: Line): readonly (Text | Table)[] {
  switch (block.kind) {
    case 'notice':
      return [noticeOf(block.lines, show)]
    case 'facts':
      return [factsOf(block.rows, show)]
    case 'table':
      return [tableOf(block, show)]
    case 'signed':
      return block.names.map((name) => ({
        text: show(`${name}${'_'.repeat(20)}`),
        alignment: 'right',
        margin: [0, 14, 0, 0],
      }))
    case 'item':
      return [itemOf(block, show)]
    default:
      return [{ ...looks[block.kind], text: show(block.text) }]
  }
}

function itemOf({ lead, text }: Extract<SheetBlock, { kind: 'item' }>, show: Line): Text {
  const runs = lead === undefined ? [] : [{ text: `${show(lead)}　`, bold: true }]
  return { ...looks.item, text: [...runs, { text: show(text) }] }
}

const pads = {
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}

function noticeOf(lines: readonly string[], show: Line): Table {
  return {
    table: {
      widths: ['*'],
      dontBreakRows: true,
      body: [[{ text: lines.map((text) => show(text)).join('\n'), bold: true }]],
    },
    layout: {
      ...pads,
      hLineWidth: () => 1,
      vLineWidth: () => 1,
      hLineColor: () => grey,
      vLineColor: () => grey,
      fillColor: () => '#f6f3ec',
      paddingTop: () => 8,
      paddingBottom: () => 8,
    },
    margin: [0, 8, 0, 4],
  }
}

function factsOf(rows: readonly (readonly [string, string])[], show: Line): Table {
  return {
    table: {
      widths: [86, '*'],
      body: rows.map(([name, text]) => [{ text: show(name), color: grey }, { text: show(text) }]),
    },
    layout: {
      ...pads,
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
    margin: [0, 0, 0, 4],
  }
}

function tableOf(
  { head, rows, widths, small = false }: Extract<SheetBlock, { kind: 'table' }>,
  show: Line,
): Table {
  const whole = widths.reduce((sum, part) => sum + part, 0)
  const free = inside - widths.length * 2 * padding - 1
  const fontSize = small ? smallSize : 9.5
  return {
    table: {
      widths: widths.map((part) => (free * part) / whole),
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      body: [
        head.map((text) => ({ text: show(text), bold: true, fontSize })),
        ...rows.map((row) => row.map((text) => ({ text: show(text), fontSize }))),
      ],
    },
    layout: {
      ...pads,
      hLineWidth: () => 0.5,
      vLineWidth: () => 0.5,
      hLineColor: () => line,
      vLineColor: () => line,
      fillColor: (row) => (row === 0 ? '#f2f2f2' : null),
    },
    margin: [0, 2, 0, 6],
  }
}

function definitionOf(sheet: Sheet, canShow: CanShow): DocumentDefinition {
  const [before, between, after] = pageWords(sheet.language)
  const show: Line = (text) => withCodePoints(text, canShow)
  return {
    pageSize: 'A4',
    pageMargins: [side, 56, side, 64],
    version: '1.7',
    language: sheet.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    info: {
      title: show(sheet.title),
      creator: 'Laisee',
      producer: 'Laisee',
      creationDate: new Date(`${sheet.writtenOn}T00:00:00Z`),
    },
    defaultStyle: { font: paperFont, fontSize: bodySize, lineHeight: 1.3 },
    // The page's foot counts as what follows: a heading with nothing else below it begins the next page.
    pageBreakBefore: ({ headlineLevel }, nodes) =>
      headlineLevel !== undefined && nodes.getFollowingNodesOnPage().length <= 1,
    content: sheet.blocks.flatMap((block) => contentOf(block, show)),
    footer: (page, of) => ({
      text: `${show(sheet.foot)}　${before}${page}${between}${of}${after}`,
      alignment: 'center',
      fontSize: smallSize,
      color: grey,
      margin: [side, 24, side, 0],
    }),
  }
}

/** Make the file's bytes with these fonts. Throws FontError where one is no TrueType font. */
export function makeSheetPdf(sheet: Sheet, fonts: PdfFonts): Promise<PdfFile> {
  return renderPdf((canShow) => definitionOf(sheet, canShow), textOfSheet(sheet), fonts)
}
