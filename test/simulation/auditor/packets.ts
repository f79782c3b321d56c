/** What a packet is at a moment, how it must be shown, and how it is delivered and ended. */

import type { Fields } from '../asks.ts'
import { tellReturned } from './families.ts'
import { endApproval } from './approval.ts'
import { heldFacts, isHidden, isKept, stateBefore, tellHoldEnd } from './holds.ts'
import { uncount } from './limits.ts'
import { iso, momentOf, no, type Packet, type Transfer, type Verdict, type World } from './world.ts'

/** The state the clock has decided, written down or not. */
export function stateOf(w: World, p: Packet): string {
  const now = momentOf(w, p)
  if (p.end) return p.state
  if (p.state === 'approving') return now >= p.approveBy! ? 'rejected' : 'approving'
  const frozen = p.frozenUntil !== null && now < p.frozenUntil
  if (now >= p.expireAt && !frozen) return 'expired'
  if (!isHidden(p.state)) return p.state
  return now >= p.deliverAt ? p.openAs : stateBefore(w, p)
}

export const claimed = (p: Packet) => p.claims.reduce((sum, claim) => sum + claim.amount, 0)

/** How a packet that is no longer alive ended, and who decided it when. */
export function fate(w: World, p: Packet): Verdict | undefined {
  const state = stateOf(w, p)
  const { at, by } = p.end ?? { at: state === 'rejected' ? p.approveBy! : p.expireAt, by: null }
  if (!p.end && state !== 'expired' && state !== 'rejected') return undefined
  return no(`already_${state}`, { decidedAt: iso(at), decidedBy: by ?? 'clock' })
}

export function maySee(w: World, p: Packet, me: string): boolean {
  if (me === p.payer) return true
  if (w.clock < p.deliverAt || isKept(p)) return false
  return p.meant.has(me) || p.claims.some((claim) => claim.member === me)
}

/** Amounts are for the payer, for claimers, and for all once it has ended. */
export function knowsAmounts(w: World, p: Packet, me: string): boolean {
  const hasClaimed = p.claims.some((claim) => claim.member === me)
  return (
    me === p.payer || hasClaimed || !['approving', 'held', 'undo', 'open', 'paused'].includes(stateOf(w, p))
  )
}

/** A packet as a member must be shown it. */
export function shown(w: World, p: Packet, me: string): Fields {
  const mine = p.claims.find((claim) => claim.member === me)
  const state = stateOf(w, p)
  const open = knowsAmounts(w, p, me)
  return {
    id: p.id,
    payerId: p.payer,
    kind: p.kind,
    profile: p.profile,
    count: p.count,
    splitMethod: p.split,
    state,
    audience: p.audience,
    recipientId: p.recipient,
    groupId: p.group,
    test: p.test,
    hasPassphrase: p.phrase !== null,
    commitment: p.commitment,
    total: open ? p.total : null,
    claimedCount: p.claims.length,
    claimedAmount: open ? claimed(p) : null,
    returnedAmount: open ? p.returned : null,
    ...onBehalfFacts(p, me),
    ...heldFacts(p, me),
    deliverAt: iso(p.deliverAt),
    expireAt: iso(p.expireAt),
    notBefore: p.notBefore === null ? null : iso(p.notBefore),
    askedNotToOpenAt: p.askedAt === null ? null : iso(p.askedAt),
    frozenUntil: p.frozenUntil === null ? null : iso(p.frozenUntil),
    closedAt: p.end ? iso(p.end.at) : state === 'expired' ? iso(p.expireAt) : null,
    closedBy: p.end?.by ?? null,
    closeReason: p.end?.reason ?? null,
    familyId: me === p.payer ? (p.family?.id ?? null) : null,
    myShare: mine ? shareOf(p, mine) : null,
  }
}

/** Whom it was sent for, and until when it waits: its payer's to know. */
export function onBehalfFacts(send: Packet | Transfer, me: string): Fields {
  if (me !== send.payer) return { onBehalfOf: null, approveBy: null }
  return { onBehalfOf: send.org, approveBy: send.approveBy === null ? null : iso(send.approveBy) }
}

/** A share as it must be shown. */
export function shareOf(p: Packet, claim: Packet['claims'][number]): Fields {
  return {
    packetId: p.id,
    memberId: claim.member,
    shareNo: claim.shareNo,
    amount: claim.amount,
    at: iso(claim.at),
  }
}

/** Tell of a delivery that is due and that nobody has told of. */
export function deliver(w: World, p: Packet): void {
  tellHoldEnd(w, p)
  if (p.state !== 'undo' || w.clock < p.deliverAt) return
  const { id: packetId, payer: payerId, kind, count, group: groupId, recipient: recipientId } = p
  const moments = { deliverAt: iso(p.deliverAt), expireAt: iso(p.expireAt) }
  w.tell(p.id, 'packet.delivered', everyone(p), {
    packetId,
    payerId,
    kind,
    count,
    groupId,
    recipientId,
    paused: p.openAs === 'paused',
    ...moments,
  })
  p.state = p.openAs
}

export const everyone = (p: Packet) => [p.payer, p.id, ...p.told]

/** What is left goes to whoever paid. */
function takeBack(w: World, p: Packet, left: number, reason: string, at: number): void {
  const { id, family, org, payer } = p
  w.move(id, family?.giver ?? org ?? payer, left, family ? 'family_returned' : reason, id, at)
  if (family) tellReturned(w, family, id, left, at)
}

/** End a packet: what is left goes back to its payer, whoever asked. */
export function close(
  w: World,
  p: Packet,
  state: string,
  end: Partial<Packet['end']> & object,
  facts: Fields,
): void {
  const left = p.total - claimed(p) - p.returned
  const at = momentOf(w, p)
  tellHoldEnd(w, p)
  if (state !== 'undone') deliver(w, p)
  const asked = endApproval(w, p, state, at)
  if (left > 0) takeBack(w, p, left, `packet_${state}`, at)
  uncount(w, p.id, state)
  p.returned += left
  p.state = state
  p.end = { at, by: null, reason: null, ...end }
  const returned = state === 'claimed_out' ? {} : { returned: left }
  w.tell(
    p.id,
    `packet.${state}`,
    ['undone', 'rejected'].includes(state) ? [p.payer, ...asked] : everyone(p),
    { packetId: p.id, ...returned, ...facts },
    at,
  )
}

/** What an expiry gives back, at whatever moment the sweep comes. */
export function expire(w: World, p: Packet): void {
  if (p.end || p.state === 'approving' || p.frozenUntil !== null || w.clock < p.expireAt) return
  close(w, p, 'expired', { at: p.expireAt }, { claimedCount: p.claims.length, expiredAt: iso(p.expireAt) })
}
