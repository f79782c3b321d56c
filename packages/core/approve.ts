/**
 * What may be done about a send that waits for approval, as pure rules in the order of the registry: approve, reject or
 * ask, answer, hand a seat on, remind, break the glass, delegate. Who is asked is worked out in approval.ts.
 */

import {
  delegationMaxMs,
  filledSeats,
  glassBreakers,
  glassNeeds,
  hasActed,
  isGranted,
  isOwnSend,
  isStepDone,
  questionsMax,
  remindersMax,
  remindEveryMs,
  seatsOf,
  type Act,
  type ApprovalFile,
  type Roster,
} from './approval.ts'
import { fillingOf, type Filling } from './filling.ts'
import { toIso, type Instant } from './instant.ts'
import { refuse, type Refusal } from './refusals.ts'

function refuseToAct(file: ApprovalFile, memberId: string, roster: Roster, now: Instant): Filling | Refusal {
  if (isOwnSend(file, memberId)) return refuse('own_act')
  if (hasActed(file, memberId)) return refuse('acted_already')
  return fillingOf(file, memberId, roster, now) ?? refuse('not_an_approver')
}

/** What an approval fills, and whether it was the last that was needed. */
export interface Approved extends Filling {
  granted: boolean
}

/** May this member approve now? The send's own row has said that it still waits. */
export function decideApprove(
  file: ApprovalFile,
  memberId: string,
  roster: Roster,
  now: Instant,
): Approved | Refusal {
  const filling = refuseToAct(file, memberId, roster, now)
  if ('code' in filling) return filling
  const act: Act = { at: now, kind: 'approved', memberId, ...filling, toId: null, note: null }
  return { ...filling, granted: isGranted({ ...file, acts: [...file.acts, act] }) }
}

/** May this member reject now? Whoever may approve may. */
export function decideWord(
  file: ApprovalFile,
  memberId: string,
  roster: Roster,
  now: Instant,
): Filling | Refusal {
  return refuseToAct(file, memberId, roster, now)
}

/** May this member ask the sender something? Whoever may approve may, five times, and not before the last was answered. */
export function decideAsk(
  file: ApprovalFile,
  memberId: string,
  roster: Roster,
  now: Instant,
): Filling | Refusal {
  const filling = refuseToAct(file, memberId, roster, now)
  if ('code' in filling) return filling
  const asked = file.acts.filter((act) => act.kind === 'asked' && act.memberId === memberId)
  const answered = file.acts.findLastIndex(({ kind }) => kind === 'answered')
  const last = asked.at(-1)
  const unanswered = last !== undefined && file.acts.indexOf(last) > answered
  if (unanswered || asked.length >= questionsMax)
    return refuse('asked_enough', { max: questionsMax, unanswered })
  return filling
}

/** Whether a question waits for the sender's answer. */
export function hasOpenQuestion(file: ApprovalFile): boolean {
  return file.acts.findLast(({ kind }) => kind === 'asked' || kind === 'answered')?.kind === 'asked'
}

/** May this member answer? Only whoever sent it, and only what was asked. */
export function decideAnswer(file: ApprovalFile, memberId: string): 'answer' | Refusal {
  if (memberId !== file.senderId) return refuse('not_an_approver')
  return hasOpenQuestion(file) ? 'answer' : refuse('nothing_asked')
}

/** May this member give their seat to another? For this send alone, and for good; a role that is lost gives nothing on. */
export function decideTransfer(
  file: ApprovalFile,
  ask: { memberId: string; toId: string },
  roster: Roster,
): { step: number; seatOf: string } | Refusal {
  const { memberId, toId } = ask
  if (isOwnSend(file, memberId)) return refuse('own_act')
  if (hasActed(file, memberId)) return refuse('acted_already')
  if (!roster.fit.has(memberId)) return refuse('not_an_approver')
  if (roster.seatsStay) return refuse('stand_in_unfit', { field: 'toId' })
  for (const step of file.steps.keys()) {
    if (isStepDone(file, step)) continue
    const seats = seatsOf(file, step)
    const own = seats.find(({ holder, of }) => holder === memberId && !filledSeats(file, step).has(of))
    if (!own) continue
    const fits = roster.fit.has(toId) && !isOwnSend(file, toId) && !hasActed(file, toId)
    if (!fits || seats.some(({ holder }) => holder === toId))
      return refuse('stand_in_unfit', { field: 'toId' })
    return { step, seatOf: own.of }
  }
  return refuse('not_an_approver')
}

/** May the sender remind those it waits for? Three times in all, an hour apart. */
export function decideRemind(file: ApprovalFile, memberId: string, now: Instant): 'remind' | Refusal {
  if (memberId !== file.senderId) return refuse('not_an_approver')
  const before = file.acts.filter(({ kind }) => kind === 'reminded')
  const last = before.at(-1)
  const data = { max: remindersMax, everyS: remindEveryMs / 1_000 }
  if (before.length >= remindersMax) return refuse('reminded_enough', { ...data, remindFrom: null })
  if (last && now < last.at + remindEveryMs)
    return refuse('reminded_enough', { ...data, remindFrom: toIso(last.at + remindEveryMs) })
  return 'remind'
}

/** May this administrator break the glass? It lets the send go on at once when a second one does. */
export function decideBreakGlass(
  file: ApprovalFile,
  memberId: string,
  roster: Roster,
): { granted: boolean; missing: number } | Refusal {
  if (isOwnSend(file, memberId)) return refuse('own_act')
  if (hasActed(file, memberId)) return refuse('acted_already')
  if (!roster.administrators.has(memberId)) return refuse('not_an_approver')
  const breakers = glassBreakers(file, roster).length + 1
  return { granted: breakers >= glassNeeds, missing: Math.max(0, glassNeeds - breakers) }
}

/** May these be approved at once? Together they stay below a sum; where there is none, nothing is. */
export function decideBulk(amounts: readonly bigint[], bulkMax: bigint | null): 'approve' | Refusal {
  const sum = amounts.reduce((all, amount) => all + amount, 0n)
  const max = bulkMax ?? 0n
  return sum > max ? refuse('bulk_above_max', { max: Number(max), sum: Number(sum) }) : 'approve'
}

/** May this member have that one approve for them, for so long? */
export function decideDelegate(
  ask: { fromId: string; toId: string; since: Instant; until: Instant },
  roster: Roster,
): 'delegate' | Refusal {
  const { fromId, toId, since, until } = ask
  if (!roster.fit.has(fromId)) return refuse('role_missing', { roles: ['approver'] })
  if (fromId === toId) return refuse('self_not_allowed', { field: 'toId' })
  if (!roster.fit.has(toId)) return refuse('stand_in_unfit', { field: 'toId' })
  if (until <= since || until - since > delegationMaxMs)
    return refuse('stand_in_unfit', { field: 'until', maxS: delegationMaxMs / 1_000 })
  return 'delegate'
}
