/** How an approval's row becomes a reply: what a desk shows, and what its buttons may do. */

import type { Static } from 'typebox'
import { openStep } from '@laisee/core/approval.ts'
import { fillingOf } from '@laisee/core/filling.ts'
import {
  decideAsk,
  decideBreakGlass,
  decideRemind,
  decideTransfer,
  hasOpenQuestion,
} from '@laisee/core/approve.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { isRefusal } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { findVerdict } from '../guard/read-verdict.ts'
import { cardsOf } from '../people/members.ts'
import { showCard } from '../people/people.schemas.ts'
import { policyOf } from '../policies/read-policy.ts'
import { toWhom, type ToWhom } from '../sends/to-whom.ts'
import type { ApprovalSchema } from './approvals.schemas.ts'
import { waitingFor, type OpenFile } from './file.ts'

type ApprovalJson = Static<typeof ApprovalSchema>
const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

function showSend({ send, now }: OpenFile, { audience, memberIds, group }: ToWhom): ApprovalJson['send'] {
  const state = send.stateAt(now)
  if (send.send.kind === 'packet') {
    const { row } = send.send
    return {
      kind: row.kind,
      amount: amountToJson(row.total),
      count: row.count,
      recipientIds: [...memberIds],
      groupId: row.groupId,
      paidFromId: row.paidFromId,
      audience,
      group,
      words: row.greeting,
      state,
      sentAt: toIso(row.sentAt),
      deliverAt: toIso(row.deliverAt),
    }
  }
  const { row } = send.send
  return {
    kind: 'transfer',
    // All of a ladder: whoever approves lets both parts go.
    amount: amountToJson(send.amount),
    count: 1,
    recipientIds: [...memberIds],
    groupId: null,
    paidFromId: row.paidFromId,
    audience,
    group,
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
  if (fillingOf(file, memberId, roster, now)) may.push('approve', 'reject')
  if (!isRefusal(decideAsk(file, memberId, roster, now))) may.push('ask')
  const others = [...roster.fit].filter((id) => id !== memberId)
  if (others.some((toId) => !isRefusal(decideTransfer(file, { memberId, toId }, roster))))
    may.push('transfer')
  if (!isRefusal(decideBreakGlass(file, memberId, roster))) may.push('break_glass')
  return may
}

/** An approval as this member may see it. */
export async function showApproval(tx: Tx, open: OpenFile, memberId: string): Promise<ApprovalJson> {
  const { row, file, acts, send } = open
  const { organisationId } = row
  const [to, held, verdict] = await together([
    toWhom(tx, [send.send]),
    organisationId === null ? null : policyOf(tx, organisationId, open.now),
    findVerdict(tx, row.sendId),
  ])
  const shownSend = showSend(open, to.get(row.sendId)!)
  const bulkMax = held && held.policy.bulkMax
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
  return {
    sendId: row.sendId,
    organisationId,
    policyVersion: row.policyVersion,
    chain: { id: row.chainId, says: row.chainSays },
    askedBy: row.askedBy,
    sender: showCard(cards.get(row.senderId)!),
    send: shownSend,
    risk: verdict ? { outcome: verdict.outcome, reasons: verdict.reasons.map(showReason) } : null,
    shown: verdict?.shown ?? null,
    bulkMax: bulkMax === null ? null : amountToJson(bulkMax),
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
