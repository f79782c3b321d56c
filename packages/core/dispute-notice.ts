/** The notices of disputes: to the side that did not do it; a decision and its end to both. */

import type { EventKind } from './events.ts'

export const disputeNoticeKinds = [
  'dispute_opened',
  'dispute_answered',
  'dispute_asked',
  'dispute_decided',
  'dispute_appealed',
  'dispute_appeal_decided',
  'dispute_withdrawn',
  'dispute_closed',
] as const

export type DisputeNoticeKind = (typeof disputeNoticeKinds)[number]

type Data = Record<string, unknown>
type Judge = (data: Data, reader: { memberId: string }) => [DisputeNoticeKind, readonly string[]] | null

const about = ['openerId', 'otherId', 'amount'] as const

const byOther =
  (kind: DisputeNoticeKind): Judge =>
  (data, { memberId }) =>
    data.by === memberId ? null : [kind, about]

const asked: Judge = (data, { memberId }) =>
  data.toId === memberId ? ['dispute_asked', [...about, 'answerBy']] : null

const toBoth =
  (kind: DisputeNoticeKind, ...fields: string[]): Judge =>
  () => [kind, [...about, ...fields]]

/** What each kind of event says to whom. */
export const disputeJudges: Partial<Record<EventKind, Judge>> = {
  'dispute.opened': byOther('dispute_opened'),
  'dispute.stated': byOther('dispute_answered'),
  'dispute.asked': asked,
  'dispute.decided': toBoth('dispute_decided', 'outcome', 'appealBy'),
  'dispute.appealed': byOther('dispute_appealed'),
  'dispute.appeal_decided': toBoth('dispute_appeal_decided', 'outcome'),
  'dispute.withdrawn': byOther('dispute_withdrawn'),
  'dispute.closed': toBoth('dispute_closed'),
}
