/** The advisor's first questions, one a page, in the order in which they are easiest to answer. */

import type { Kept } from './kept.ts'

/** `where` asks for platform and product together. */
export type Ask = 'where' | 'phase' | 'sentAt' | 'amount' | 'cause' | 'relation'

const asks: readonly Ask[] = ['where', 'phase', 'sentAt', 'amount', 'cause', 'relation']

/** What is asked: of money of our own, only what no record knows. */
export function asksOf({ record }: Pick<Kept, 'record'>): readonly Ask[] {
  return record === undefined ? asks : ['cause', 'relation']
}
