/** What a transfer is at a moment, how it must be shown, and how it is delivered and ended. */

import type { Fields } from '../asks.ts'
import { tellReturned } from './families.ts'
import { endApproval } from './approval.ts'
import { heldFacts, isHidden, isKept, stateBefore, tellHoldEnd } from './holds.ts'
import { ladderFacts } from './ladders.ts'
import { uncount } from './limits.ts'
import { onBehalfFacts } from './packets.ts'
import { iso, momentOf, no, type End, type Transfer, type Verdict, type World } from './world.ts'

export const isoOrNull = (at: number | null) => (at === null ? null : iso(at))
export const amountFacts = (t: Transfer): Fields => ({
  transferId: t.id,
  payerId: t.payer,
  payeeId: t.payee,
  amount: t.amount,
  ...ladderFacts(t),
})
export const sentFacts = (t: Transfer): Fields => ({
  ...amountFacts(t),
  delayS: t.delayS,
  deliverAt: iso(t.deliverAt),
  acceptBy: isoOrNull(t.acceptBy),
  arriveAt: isoOrNull(t.arriveAt),
})

/** What the clock has decided about a transfer that is written down as alive. */
function clockEnd(w: World, t: Transfer): (End & { state: string }) | undefined {
  if (t.state === 'approving')
    return momentOf(w, t) >= t.approveBy!
      ? { state: 'rejected', at: t.approveBy!, by: null, reason: null }
      : undefined
  if (t.arriveAt !== null && w.clock >= t.arriveAt)
    return { state: 'arrived', at: t.arriveAt, by: null, reason: null }
  if (t.acceptedAt === null && t.acceptBy !== null && w.clock >= t.acceptBy)
    return { state: 'returned', at: t.acceptBy, by: null, reason: 'NOAS' }
  return undefined
}

export function stateOf(w: World, t: Transfer): string {
  if (t.end) return t.state
  const end = clockEnd(w, t)
  if (end || t.state === 'approving') return end?.state ?? t.state
  return w.clock >= t.deliverAt ? 'waiting' : stateBefore(w, t)
}

/** A transfer as either side must be shown it. */
export function shown(w: World, t: Transfer, me: string): Fields {
  const end = t.end ?? clockEnd(w, t)
  return {
    ...amountFacts(t),
    transferId: undefined,
    id: t.id,
    profile: t.profile,
    delayS: t.delayS,
    plan: me === t.payer && t.plan ? { ...t.plan } : null,
    state: stateOf(w, t),
    ...onBehalfFacts(t, me),
    ...heldFacts(t, me),
    deliverAt: iso(t.deliverAt),
    acceptBy: isoOrNull(t.acceptBy),
    acceptedAt: isoOrNull(t.acceptedAt),
    arriveAt: isoOrNull(t.arriveAt),
    closedAt: end ? iso(end.at) : null,
    closedBy: end?.by ?? null,
    closeReason: end?.reason ?? null,
  }
}

export function maySee(w: World, t: Transfer, me: string): boolean {
  return me === t.payer || (me === t.payee && w.clock >= t.deliverAt && !isKept(t))
}

export function fate(w: World, t: Transfer): Verdict | undefined {
  const state = stateOf(w, t)
  if (isHidden(state) || state === 'waiting') return undefined
  const { at } = t.end ?? clockEnd(w, t)!
  return no(`already_${state}`, { decidedAt: iso(at), decidedBy: t.end?.by ?? 'clock' })
}

/** Tell the payee of a delivery that is due and that nobody has told of. */
export function deliver(w: World, t: Transfer): void {
  tellHoldEnd(w, t)
  if (t.state !== 'undo' || w.clock < t.deliverAt) return
  w.tell(t.id, 'transfer.delivered', [t.payer, t.payee, t.id], sentFacts(t))
  t.state = 'waiting'
}

export function close(
  w: World,
  t: Transfer,
  state: string,
  at: number,
  by: string | null,
  reason: string | null = null,
  more: Fields = {},
): void {
  tellHoldEnd(w, t)
  if (state !== 'undone') deliver(w, t)
  const back = state !== 'arrived' && t.family
  const to = state === 'arrived' ? t.payee : (t.family?.giver ?? t.org ?? t.payer)
  const now = momentOf(w, t)
  const asked = endApproval(w, t, state, now)
  w.move(t.id, to, t.amount, back ? 'family_returned' : `transfer_${state}`, t.id, now)
  if (back) tellReturned(w, back, t.id, t.amount, now)
  uncount(w, t.id, state)
  t.state = state
  t.end = { at, by, reason }
  const facts = { ...amountFacts(t), decidedAt: iso(at), decidedBy: by ?? 'clock', reason, ...more }
  const heard = ['undone', 'rejected'].includes(state) ? [t.payer, ...asked] : [t.payer, t.payee, t.id]
  w.tell(t.id, `transfer.${state}`, heard, facts, now)
}

/** Write down what the clock has decided: an arrival, or the return of what nobody accepted. */
export function settle(w: World, t: Transfer, state: 'arrived' | 'returned'): void {
  const end = t.end ? undefined : clockEnd(w, t)
  if (end?.state === state) close(w, t, state, end.at, null, end.reason)
}
