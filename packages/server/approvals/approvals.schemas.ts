/** Approvals as the API shows them: what a desk needs to decide in three seconds, and what happened so far. */

import { Type, type Static } from 'typebox'
import {
  actKinds,
  decideBreakGlass,
  decideRemind,
  decideTransfer,
  fillingOf,
  hasOpenQuestion,
  noteLengthMax,
  openStep,
  stepManners,
} from '@laisee/core/approval.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { packetKinds } from '@laisee/core/packet.ts'
import { isRefusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { findVerdict } from '../guard/read-verdict.ts'
import {
  AmountSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { waitingFor, type OpenFile } from './file.ts'

export const SendIdSchema = Type.String({
  pattern: '^(?:pkt|tr)_[0-7][0-9a-hjkmnp-tv-z]{25}$',
  description: 'The id of the packet or transfer that waits.',
})
export const ApprovalParams = closed({ sendId: SendIdSchema })
const NoteSchema = (min: number, description: string) =>
  TextSchema(noteLengthMax, { lengthMin: min, description })
export const NoteBody = closed({ note: Type.Optional(nullable(NoteSchema(0, 'Kept with it.'))) })
export const WhyBody = closed({ note: NoteSchema(1, 'Why; kept, and shown to whom it concerns.') })

const verbs = ['approve', 'reject', 'ask', 'answer', 'transfer', 'remind', 'break_glass', 'undo'] as const
const MemberIds = Type.Array(IdSchema('member'))

const ActSchema = closed({
  at: MomentSchema,
  kind: oneOf(actKinds),
  memberId: IdSchema('member'),
  step: nullable(Type.Integer({ minimum: 0, description: 'Null where it stands for all that is left.' })),
  seatOf: nullable(IdSchema('member', 'Whose seat it fills, where that is another’s.')),
  toId: nullable(IdSchema('member')),
  note: nullable(Type.String()),
})

const SendSchema = closed({
  kind: oneOf([...packetKinds, 'transfer']),
  amount: AmountSchema,
  count: Type.Integer({ minimum: 1 }),
  recipientIds: MemberIds,
  groupId: nullable(IdSchema('group')),
  words: Type.String({ description: 'The greeting or the note.' }),
  state: Type.String({ description: 'As the clock has it.' }),
  sentAt: MomentSchema,
  deliverAt: MomentSchema,
})

const RiskSchema = closed({
  outcome: Type.String(),
  reasons: Type.Array(
    closed({ code: Type.String(), data: Type.Record(Type.String(), Type.Unknown()), ruleId: Type.String() }),
  ),
})

export const ApprovalSchema = named('Approval', 'A send that waits, or waited, for approval.', {
  sendId: SendIdSchema,
  organisationId: nullable(IdSchema('organisation')),
  policyVersion: nullable(Type.Integer({ minimum: 0, description: 'The version that asked for it.' })),
  chain: closed({ id: Type.String(), says: closed({ zh: Type.String(), en: Type.String() }) }),
  askedBy: closed({
    why: oneOf(['threshold', 'rule']),
    ruleIds: Type.Array(Type.String()),
  }),
  sender: CardSchema,
  send: SendSchema,
  risk: nullable(RiskSchema),
  steps: Type.Array(closed({ manner: oneOf(stepManners), memberIds: MemberIds, done: Type.Boolean() })),
  openStep: nullable(Type.Integer({ minimum: 0 })),
  waitsFor: MemberIds,
  copyIds: MemberIds,
  submittedAt: MomentSchema,
  passOnAt: nullable(MomentSchema),
  approveBy: MomentSchema,
  decidedAt: nullable(MomentSchema),
  outcome: nullable(oneOf(['approved', 'rejected', 'timed_out', 'undone'])),
  replaces: nullable(SendIdSchema),
  acts: Type.Array(ActSchema),
  names: Type.Record(Type.String(), Type.String(), { description: 'The people it names, by id.' }),
  may: Type.Array(oneOf(verbs), { description: 'What would succeed for the caller now.' }),
})

type ApprovalJson = Static<typeof ApprovalSchema>
const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

function showSend({ send, now }: OpenFile): ApprovalJson['send'] {
  const state = send.stateAt(now)
  if (send.send.kind === 'packet') {
    const { row } = send.send
    return {
      kind: row.kind,
      amount: amountToJson(row.total),
      count: row.count,
      recipientIds: row.recipientId === null ? [] : [row.recipientId],
      groupId: row.groupId,
      words: row.greeting,
      state,
      sentAt: toIso(row.sentAt),
      deliverAt: toIso(row.deliverAt),
    }
  }
  const { row } = send.send
  return {
    kind: 'transfer',
    amount: amountToJson(row.amount),
    count: 1,
    recipientIds: [row.payeeId],
    groupId: null,
    words: row.note,
    state,
    sentAt: toIso(row.sentAt),
    deliverAt: toIso(row.deliverAt),
  }
}

function showReason({ code, data, ruleId }: { code: string; data: Record<string, unknown>; ruleId: string }) {
  return { code, data: { ...data }, ruleId }
}

/** What would succeed for this member now: the desk's buttons read it, the server decides again. */
function mayNow(open: OpenFile, memberId: string): ApprovalJson['may'] {
  const { file, roster, now, send } = open
  if (send.stateAt(now) !== 'approving') return []
  const may: ApprovalJson['may'] = []
  if (memberId === file.senderId) {
    may.push('undo')
    if (hasOpenQuestion(file)) may.push('answer')
    if (!isRefusal(decideRemind(file, memberId, now))) may.push('remind')
    return may
  }
  if (fillingOf(file, memberId, roster, now)) may.push('approve', 'reject', 'ask')
  const others = [...roster.fit].filter((id) => id !== memberId)
  if (others.some((toId) => !isRefusal(decideTransfer(file, { memberId, toId }, roster))))
    may.push('transfer')
  if (!isRefusal(decideBreakGlass(file, memberId, roster))) may.push('break_glass')
  return may
}

/** An approval as this member may see it. */
export async function showApproval(tx: Tx, open: OpenFile, memberId: string): Promise<ApprovalJson> {
  const { row, file, acts, send } = open
  const shownSend = showSend(open)
  const waiting = send.stateAt(open.now) === 'approving' ? waitingFor(open) : []
  const named = [
    row.senderId,
    ...row.askedIds,
    ...row.copyIds,
    ...waiting,
    ...acts.map((act) => act.memberId),
    ...shownSend.recipientIds,
  ]
  const cards = await cardsOf(tx, named)
  const current = openStep(file)
  const verdict = await findVerdict(tx, row.sendId)
  return {
    sendId: row.sendId,
    organisationId: row.organisationId,
    policyVersion: row.policyVersion,
    chain: { id: row.chainId, says: row.chainSays },
    askedBy: row.askedBy,
    sender: showCard(cards.get(row.senderId)!),
    send: shownSend,
    risk: verdict ? { outcome: verdict.outcome, reasons: verdict.reasons.map(showReason) } : null,
    steps: file.steps.map(({ manner, memberIds }, step) => ({
      manner,
      memberIds: [...memberIds],
      done: current === undefined || step < current,
    })),
    openStep: current ?? null,
    waitsFor: waiting,
    copyIds: row.copyIds,
    submittedAt: toIso(row.submittedAt),
    passOnAt: isoOrNull(row.passOnAt),
    approveBy: toIso(row.approveBy),
    decidedAt: isoOrNull(row.decidedAt),
    outcome: row.outcome,
    replaces: row.replaces,
    acts: acts.map(({ at, kind, memberId: by, step, seatOf, toId, note }) => ({
      at: toIso(at),
      kind,
      memberId: by,
      step,
      seatOf,
      toId,
      note,
    })),
    names: Object.fromEntries([...cards].map(([id, { name }]) => [id, name])),
    may: mayNow(open, memberId),
  }
}
