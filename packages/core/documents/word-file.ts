/**
 * A paper as a Word file (DOCX, ECMA-376): A4, the title in the middle, blanks as lines to write on, page numbers. The
 * same paper gives the same bytes. Which face shows a character is left to the reader's device, which knows more of them
 * than any one font; only what a file of XML cannot hold stands as its code point.
 */

import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  UnderlineType,
  type IParagraphOptions,
} from 'docx'
import { canBeInXml, withCodePoints } from './code-points.ts'
import { hintWords, pageWords, type Block, type BlockKind, type Paper } from './paper.ts'
import { withoutZipTimes } from './zip-times.ts'

/** 仿宋 for the text and 黑体 for what leads, as courts write; a device without them shows its own. */
const bodyFace = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: '仿宋',
  cs: 'Times New Roman',
}
const leadFace = { ...bodyFace, eastAsia: '黑体' }

/** Half points: 四号 (14 pt) for the text, 二号 (22 pt) for the title, 小五 (9 pt) for notes and page numbers. */
const bodySize = 28
const titleSize = 44
const smallSize = 18

/** Twentieths of a point. Two characters of the text; lines 26 pt apart. */
const twoCharacters = 560
const line = { line: 520, lineRule: LineRuleType.EXACT }
const a4 = { width: 11_906, height: 16_838 }
const margin = { top: 1_984, bottom: 1_814, left: 1_588, right: 1_474, footer: 850 }

/** No-break spaces: an ordinary space at a line's end is not underlined. */
const blankLine = '\u00a0'.repeat(16)

const looks: Record<BlockKind, IParagraphOptions> = {
  title: {
    alignment: AlignmentType.CENTER,
    spacing: { line: 720, lineRule: LineRuleType.EXACT, after: 280 },
  },
  party: { spacing: line },
  heading: { spacing: { ...line, before: 120 }, keepNext: true },
  paragraph: { spacing: line, indent: { firstLine: twoCharacters } },
  item: { spacing: line, indent: { firstLine: twoCharacters } },
  to: { spacing: { ...line, before: 240 }, indent: { firstLine: twoCharacters }, keepNext: true },
  addressee: { spacing: line, keepNext: true },
  signed: {
    spacing: { ...line, before: 120 },
    alignment: AlignmentType.RIGHT,
    indent: { right: twoCharacters },
    keepNext: true,
  },
  note: { spacing: { before: 480 } },
}

const leads: readonly BlockKind[] = ['title', 'heading']

function runsOf({ kind, runs }: Block, { language }: Paper): TextRun[] {
  const size = kind === 'title' ? titleSize : kind === 'note' ? smallSize : bodySize
  const look = { size, font: leads.includes(kind) ? leadFace : bodyFace, bold: kind === 'title' }
  return runs.flatMap((run) => {
    if (run.kind === 'text') return [new TextRun({ ...look, text: withCodePoints(run.text, canBeInXml) })]
    const hint = withCodePoints(hintWords(run.hint, language), canBeInXml)
    return [
      new TextRun({ ...look, text: blankLine, underline: { type: UnderlineType.SINGLE } }),
      new TextRun({ ...look, text: hint, size: smallSize, color: '595959' }),
    ]
  })
}

function footerOf({ language }: Paper): Footer {
  const [before, between, after] = pageWords(language)
  const number = new TextRun({
    size: smallSize,
    font: bodyFace,
    children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  })
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The file's properties: the title, the language and the day it is written, and no clock. */
function propertiesOf({ title, language, writtenOn }: Paper): string {
  const day = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${writtenOn}T00:00:00Z</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `${day('created')}<dc:language>${language === 'zh' ? 'zh-CN' : 'en'}</dc:language>${day('modified')}` +
    `<dc:title>${escaped(withCodePoints(title, canBeInXml))}</dc:title></cp:coreProperties>`
  )
}

/** Make the file's bytes. */
export async function makeWordFile(paper: Paper): Promise<Uint8Array> {
  const last = paper.blocks.length - 1
  const paragraphs = paper.blocks.map(
    (block, at) =>
      new Paragraph({
        ...looks[block.kind],
        ...(at === last ? { keepNext: false } : {}),
        children: runsOf(block, paper),
      }),
  )
  const document = new Document({
    styles: { default: { document: { run: { font: bodyFace, size: bodySize } } } },
    sections: [
      {
        properties: { page: { size: a4, margin } },
        footers: { default: footerOf(paper) },
        children: paragraphs,
      },
    ],
  })
  const properties = { path: 'docProps/core.xml', data: propertiesOf(paper) }
  const zip = await Packer.toArrayBuffer(document, undefined, [properties])
  return withoutZipTimes(new Uint8Array(zip))
}
