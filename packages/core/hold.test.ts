import { expect, test } from 'vitest'
import { decideEndHold, decideEndTransferHold } from './end-hold.ts'
import { heldFrom, isHeldAt, isReleasableAt, notHeld, strictestHold, type Hold } from './hold.ts'
import { dayMs, hourMs, minuteMs, toIso } from './instant.ts'
import type { Packet } from './packet.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { transferMay, transferStateAt, type Transfer } from './transfer.ts'

const now = Date.UTC(2026, 1, 16, 12)
const hold: Hold = { forMs: hourMs, releaseAfterMs: minuteMs, reasons: ['own_hold_amount'] }

test('a hold begins with the send, and tells from when on it may be ended and why', () => {
  expect(heldFrom(hold, now)).toEqual({
    heldUntil: now + hourMs,
    heldReleaseFrom: now + minuteMs,
    heldReasons: ['own_hold_amount'],
  })
  expect(heldFrom(undefined, now)).toEqual(notHeld)
})

test('a release that would come no earlier than the end is none', () => {
  expect(heldFrom({ ...hold, forMs: minuteMs }, now).heldReleaseFrom).toBeNull()
  expect(heldFrom({ ...hold, releaseAfterMs: null }, now).heldReleaseFrom).toBeNull()
})

test('a hold that does not last or does not say why is a mistake of ours', () => {
  expect(() => heldFrom({ ...hold, forMs: 0 }, now)).toThrow()
  expect(() => heldFrom({ ...hold, reasons: [] }, now)).toThrow()
})

test('of several holds the longest counts, with every reason, and none lets it go sooner than another', () => {
  const longer = { forMs: 2 * hourMs, releaseAfterMs: 0, reasons: ['own_hold_relation', 'own_hold_amount'] }
  expect(strictestHold(hold, undefined, longer)).toEqual({
    forMs: 2 * hourMs,
    releaseAfterMs: minuteMs,
    reasons: ['own_hold_amount', 'own_hold_relation'],
  })
  expect(strictestHold(longer, { ...hold, releaseAfterMs: null })?.releaseAfterMs).toBeNull()
  expect(strictestHold(undefined, undefined)).toBeUndefined()
})

test('a hold ends to the millisecond, and may be ended early from its own on', () => {
  const held = heldFrom(hold, now)
  expect([now, now + hourMs - 1, now + hourMs].map((at) => isHeldAt(held, at))).toEqual([true, true, false])
  const may = [minuteMs - 1, minuteMs, hourMs - 1, hourMs].map((ms) => isReleasableAt(held, now + ms))
  expect(may).toEqual([false, true, true, false])
})

const packet: Packet = {
  ...heldFrom(hold, now),
  approveBy: null,
  id: 'pkt_1',
  payerId: 'payer',
  kind: 'equal',
  profile: 'laisee',
  currency: 'CNY',
  total: 300n,
  count: 3,
  splitMethod: null,
  audience: 'group',
  recipientId: null,
  groupId: 'grp_1',
  notBefore: null,
  test: false,
  openAs: 'open',
  sentAt: now,
  deliverAt: now + hourMs + 10_000,
  expireAt: now + hourMs + 10_000 + dayMs,
  state: 'held',
  claimedAmount: 0n,
  claimedCount: 0,
  returnedAmount: 0n,
  askedNotToOpenAt: null,
  frozenUntil: null,
  closedAt: null,
  closedBy: null,
  changedAt: now,
}

test('ending a hold brings delivery and expiry forward by what was left of it', () => {
  expect(decideEndHold(packet, { id: 'payer', isRecipient: false }, now + minuteMs)).toEqual({
    heldUntil: now + minuteMs,
    deliverAt: now + minuteMs + 10_000,
    expireAt: now + minuteMs + 10_000 + dayMs,
  })
})

test('who asks too early is told from when on they may, and when it ends by itself', () => {
  const refusal = decideEndHold(packet, { id: 'payer', isRecipient: false }, now) as Refusal
  const data = { releaseFrom: toIso(now + minuteMs), heldUntil: toIso(now + hourMs) }
  expect(refusal).toEqual(refuse('hold_not_over_yet', data))
})

const transfer: Transfer = {
  ...heldFrom(hold, now),
  approveBy: null,
  id: 'tr_1',
  payerId: 'payer',
  payeeId: 'payee',
  profile: 'laisee',
  currency: 'CNY',
  amount: 5_200n,
  note: '',
  delayS: 7_200,
  needsAcceptance: false,
  sentAt: now,
  deliverAt: now + hourMs + 10_000,
  acceptBy: null,
  state: 'held',
  acceptedAt: null,
  arriveAt: now + 3 * hourMs + 10_000,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  changedAt: now,
}
const askedOf: Transfer = {
  ...transfer,
  needsAcceptance: true,
  acceptBy: now + hourMs + dayMs,
  arriveAt: null,
}
const closed: Transfer = { ...transfer, state: 'undone', closedAt: now + 1, closedBy: 'payer' }

test.each([
  ['not the payer', closed, 'payee', now, 'not_found'],
  ['undone before', closed, 'payer', now + 2, 'already_undone'],
  ['its hold is over', transfer, 'payer', now + hourMs, 'not_held'],
  ['never held', { ...transfer, ...notHeld, state: 'undo' as const }, 'payer', now, 'not_held'],
  ['too early', transfer, 'payer', now + minuteMs - 1, 'hold_not_over_yet'],
])('a transfer’s hold is not ended: %s', (_, one, actor, at, code) => {
  const decision = decideEndTransferHold(one, actor, at)
  expect(isRefusal(decision) && decision.code).toBe(code)
})

test('ending a transfer’s hold brings its arrival, or the end of the wait for its payee, forward', () => {
  const left = hourMs - minuteMs
  expect(decideEndTransferHold(transfer, 'payer', now + minuteMs)).toEqual({
    heldUntil: now + minuteMs,
    deliverAt: transfer.deliverAt - left,
    acceptBy: null,
    arriveAt: transfer.arriveAt! - left,
  })
  expect(decideEndTransferHold(askedOf, 'payer', now + minuteMs)).toMatchObject({
    acceptBy: askedOf.acceptBy! - left,
    arriveAt: null,
  })
})

test('a held transfer is there for its payer alone, who may undo it at any moment', () => {
  const states = [now, now + hourMs, transfer.deliverAt].map((at) => transferStateAt(transfer, at))
  expect(states).toEqual(['held', 'undo', 'waiting'])
  expect(transferMay(transfer, 'payer', now)).toEqual(['undo'])
  expect(transferMay(transfer, 'payer', now + minuteMs)).toEqual(['undo', 'end_hold'])
  expect(transferMay(transfer, 'payee', now + minuteMs)).toEqual([])
})
