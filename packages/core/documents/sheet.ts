/**
 * A sheet: a paper with tables, as an index of evidence or a plan of payments is one. Blocks in their order, before it is
 * said how they look; the same sheet and fonts give the same bytes.
 */

import type { ChinaDate } from '../law/china-date.ts'
import type { Language } from '../words/words.ts'

export type SheetBlock =
  | { kind: 'title' | 'subtitle' | 'heading' | 'subheading' | 'paragraph' | 'small'; text: string }
  /** One of a list; `lead` is what it is called. */
  | { kind: 'item'; lead?: string; text: string }
  /** Set apart by a frame: what a reader must not miss. */
  | { kind: 'notice'; lines: readonly string[] }
  /** Names and what they are, side by side. */
  | { kind: 'facts'; rows: readonly (readonly [name: string, text: string])[] }
  /** `widths` are parts of the whole; `small` for hashes and other long words. */
  | {
      kind: 'table'
      head: readonly string[]
      rows: readonly (readonly string[])[]
      widths: readonly number[]
      small?: boolean
    }
  /** A place to sign by hand: `name` before a line. */
  | { kind: 'signed'; names: readonly string[] }

export interface Sheet {
  language: Language
  title: string
  /** The only day its file knows. */
  writtenOn: ChinaDate
  /** Said at the foot of every page, before the page's number. */
  foot: string
  blocks: readonly SheetBlock[]
}

/** All that is written on a sheet, to see which characters its font must have. */
export function textOfSheet({ foot, blocks }: Sheet): string {
  return [foot, ...blocks.map(textOfBlock)].join('')
}

function textOfBlock(block: SheetBlock): string {
  switch (block.kind) {
    case 'notice':
      return block.lines.join('')
    case 'facts':
      return block.rows.flat().join('')
    case 'table':
      return [...block.head, ...block.rows.flat()].join('')
    case 'signed':
      return block.names.join('')
    case 'item':
      return `${block.lead ?? ''}${block.text}`
    default:
      return block.text
  }
}
