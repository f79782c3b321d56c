/** What the checker of texts underlines, and the doctrine it says why with. */

import type { ArticleId } from '../../law/articles.ts'

export const findingKinds = [
  'threat',
  'false_accusation',
  'invented_emergency',
  'waiver',
  'private_data',
  'pressure',
  'short_deadline',
  'other_account',
] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  /** The stretch of the text as it was given, in UTF-16 units. */
  start: number
  end: number
  kind: FindingKind
  /** Why, by the name of its words; and the articles behind it. */
  doctrine: FindingKind
  articles: readonly ArticleId[]
}

/** The articles behind each kind. */
export const doctrineOf: Record<FindingKind, readonly ArticleId[]> = {
  threat: ['criminal_274', 'order_42', 'civil_1033'],
  false_accusation: ['order_60', 'order_42'],
  invented_emergency: ['civil_148', 'deceit_21', 'evidence_94'],
  waiver: ['civil_152'],
  private_data: ['civil_1034', 'personal_10', 'personal_28'],
  pressure: ['civil_1033'],
  short_deadline: ['civil_1033'],
  other_account: ['antifraud_31'],
}
