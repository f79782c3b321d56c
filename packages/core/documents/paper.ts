/**
 * A paper: what a court, a mediator or the other side is handed, as blocks of text and blanks in their order, before
 * anybody has said in which kind of file. Which block stands where is decided here; how it looks, by each kind of file.
 */

import type { TextId } from '../advisor/texts/text-ids.ts'
import type { ChinaDate } from '../law/china-date.ts'
import type { Language } from '../words/words.ts'

/** The texts that are handed in on paper. The others are messages. */
export const paperIds = [
  'claim_draft',
  'demand',
  'judicial_confirmation',
] as const satisfies readonly TextId[]
export type PaperId = (typeof paperIds)[number]

/** Words, or a place to write in by hand, with what belongs there. */
export type Run = { kind: 'text'; text: string } | { kind: 'blank'; hint: string }

/**
 * `party`: a line with its name before it, such as 原告：…. `item`: one of a numbered list. `to`: 此致, with the
 * `addressee` below it. `signed`: who signs and when, at the right. `note`: about the draft, for its writer.
 */
export type BlockKind =
  'title' | 'party' | 'heading' | 'paragraph' | 'item' | 'to' | 'addressee' | 'signed' | 'note'

export interface Block {
  kind: BlockKind
  runs: readonly Run[]
}

export interface Paper {
  language: Language
  /** The title's words, for the file's name and properties. */
  title: string
  /** The day it is written: the only day its file knows. */
  writtenOn: ChinaDate
  blocks: readonly Block[]
}

/** Whether a text is one that is handed in on paper. */
export function isPaperId(id: TextId): id is PaperId {
  return (paperIds as readonly TextId[]).includes(id)
}

/** The words of a paper's page number. */
export function pageWords(language: Language): readonly [string, string, string] {
  return language === 'zh' ? ['第 ', ' 页，共 ', ' 页'] : ['Page ', ' of ', '']
}

/** A blank's hint as it stands behind the line, in brackets. */
export function hintWords(hint: string, language: Language): string {
  return language === 'zh' ? `（${hint}）` : ` (${hint})`
}

/** A name for the file, with nothing in it that a phone's or a desk's file system refuses. */
export function paperFileName({ title, writtenOn }: Paper, ending: 'docx' | 'pdf'): string {
  const name = title
    .replaceAll(/[\p{C}\p{Z}\\/:*?"<>|.]+/gu, ' ')
    .trim()
    .slice(0, 40)
  return `${name === '' ? 'laisee' : name} ${writtenOn}.${ending}`
}
