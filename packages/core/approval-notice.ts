/**
 * The notices of approvals: to those whose word a send waits for, and to its sender. Whoever did something is told
 * nothing of it; an approval that was broken open is told to everybody who hears of it besides.
 */

import type { EventKind } from './events.ts'
import { toldLadder } from './ladder.ts'

export const approvalNoticeKinds = [
  // To those who approve.
  'approval_asked',
  'approval_reminded',
  'approval_passed_on',
  'approval_answered',
  'approval_transferred',
  'approval_taken_back',
  'approval_delegated',
  'approval_glass_asked',
  'approval_glass_broken',
  // To the sender.
  'own_approval_questioned',
  'own_approval_step',
  'own_approval_granted',
  'own_approval_rejected',
  'own_approval_timed_out',
  'own_approval_forsaken',
  'own_approval_passed_on',
  'own_approval_glass_asked',
  'own_approval_glass_broken',
] as const

export type ApprovalNoticeKind = (typeof approvalNoticeKinds)[number]

type Data = Record<string, unknown>
type Found =
  | [kind: ApprovalNoticeKind, fields: readonly string[], more?: { amount: number | null; senderId?: string }]
  | null
type Judge = (data: Data, reader: { memberId: string }) => Found

const sendFields = ['senderId', 'amount'] as const
/** Those who approve are led to the desk of the organisation it is for. */
const deskFields = [...sendFields, 'organisationId'] as const

const isSender = ({ senderId }: Data, memberId: string) => senderId === memberId
const isAmong = (ids: unknown, memberId: string) => Array.isArray(ids) && ids.includes(memberId)

/** Said to those whose word it waits for, unless they have said so themselves; and to the sender where that is news. */
const toWaiting =
  (kind: ApprovalNoticeKind, waiting: (data: Data) => unknown, own?: ApprovalNoticeKind): Judge =>
  (data, { memberId }) => {
    if (data.by === memberId) return null
    if (isSender(data, memberId)) return own === undefined ? null : [own, ['amount', 'by', 'approveBy']]
    return isAmong(waiting(data), memberId) ? [kind, [...deskFields, 'approveBy']] : null
  }

const granted: Judge = (data, { memberId }) =>
  isSender(data, memberId) ? ['own_approval_granted', ['amount', 'by', 'heldUntil', 'deliverAt']] : null

const questioned: Judge = (data, { memberId }) =>
  isSender(data, memberId) ? ['own_approval_questioned', ['amount', 'by', 'note', 'approveBy']] : null

const answered: Judge = (data, { memberId }) =>
  data.by === memberId ? null : ['approval_answered', [...deskFields, 'note', 'approveBy']]

const transferred: Judge = (data, { memberId }) =>
  data.toId === memberId ? ['approval_transferred', [...deskFields, 'by', 'note', 'approveBy']] : null

const delegated: Judge = (data, { memberId }) =>
  data.toId === memberId ? ['approval_delegated', ['fromId', 'since', 'until']] : null

/** The first who breaks the glass asks for a second; with the second the send goes, and both are named. */
const glassBroken: Judge = (data, { memberId }) => {
  if (data.by === memberId) return null
  if (!Array.isArray(data.brokenBy)) {
    const kind = isSender(data, memberId) ? 'own_approval_glass_asked' : 'approval_glass_asked'
    return [kind, [...deskFields, 'by', 'note', 'approveBy']]
  }
  const fields = [...deskFields, 'brokenBy', 'note', 'heldUntil', 'deliverAt']
  return [isSender(data, memberId) ? 'own_approval_glass_broken' : 'approval_glass_broken', fields]
}

/** A packet says what has come back, a transfer its amount. */
function amountBack(data: Data): number | null {
  // What waits is all of a ladder.
  const back = data.returned ?? toldLadder(data)?.sum ?? data.amount
  return typeof back === 'number' ? back : null
}

/** Said to whoever sent it, with the reason: who approves has said it themselves, or sees it on the desk. */
const rejected: Judge = (data, { memberId }) => {
  // The first half of a ladder speaks for both.
  if (data.payerId !== memberId || toldLadder(data)?.part === 'rest') return null
  const amount = amountBack(data)
  if (data.decidedBy === 'clock') return ['own_approval_timed_out', [], { amount }]
  if (data.forsaken === true) return ['own_approval_forsaken', ['decidedBy'], { amount }]
  return ['own_approval_rejected', ['decidedBy', 'note'], { amount }]
}

/** Said to those whose word is no longer needed. */
const takenBack: Judge = (data, { memberId }) => {
  if (data.payerId === memberId || !isAmong(data.asked, memberId)) return null
  return [
    'approval_taken_back',
    ['organisationId'],
    { senderId: String(data.payerId), amount: amountBack(data) },
  ]
}

/** What each kind of event says to whom. */
export const approvalJudges: Partial<Record<EventKind, Judge>> = {
  'approval.submitted': toWaiting('approval_asked', ({ waiting }) => waiting),
  'approval.approved': toWaiting('approval_asked', ({ next }) => next, 'own_approval_step'),
  'approval.granted': granted,
  'approval.questioned': questioned,
  'approval.answered': answered,
  'approval.transferred': transferred,
  'approval.reminded': toWaiting('approval_reminded', ({ waiting }) => waiting),
  'approval.passed_on': toWaiting('approval_passed_on', ({ waiting }) => waiting, 'own_approval_passed_on'),
  'approval.glass_broken': glassBroken,
  'packet.rejected': rejected,
  'transfer.rejected': rejected,
  'packet.undone': takenBack,
  'transfer.undone': takenBack,
  'organisation.delegated': delegated,
}
