import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { decideTellExpiring, decideTellExpiringTransfer, expiringAt } from './expiring.ts'
import { notHeld } from './hold.ts'
import { dayMs, hourMs, minuteMs } from './instant.ts'
import type { Packet } from './packet.ts'
import type { Transfer } from './transfer.ts'

const start = Date.parse('2026-02-16T12:00:00Z')

describe('what is about to expire is told', () => {
  test.each([
    ['an hour before the end of a day', dayMs, hourMs],
    ['an hour before the end of a month', 30 * dayMs, hourMs],
    ['an hour before the end of four hours', 4 * hourMs, hourMs],
    ['in the last quarter of an hour', hourMs, 15 * minuteMs],
    ['in the last quarter of a minute', minuteMs, 15_000],
  ])('%s', (_, lifeMs, leadMs) => {
    expect(expiringAt(start, start + lifeMs)).toBe(start + lifeMs - leadMs)
  })

  test('always within its life, and never in its first three quarters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 * dayMs }), (lifeMs) => {
        const at = expiringAt(start, start + lifeMs)
        return at < start + lifeMs && at >= start + (lifeMs * 3) / 4
      }),
    )
  })
})

const packet: Packet = {
  ...notHeld,
  approveBy: null,
  id: 'pkt_1',
  payerId: 'mem_1',
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
  sentAt: start - 10_000,
  deliverAt: start,
  expireAt: start + dayMs,
  state: 'open',
  claimedAmount: 100n,
  claimedCount: 1,
  returnedAmount: 0n,
  askedNotToOpenAt: null,
  frozenUntil: null,
  closedAt: null,
  closedBy: null,
  changedAt: start,
}
const due = start + dayMs - hourMs

describe('of a packet it is told to', () => {
  const rows: [string, Partial<Packet>, number, string | undefined][] = [
    ['nobody before its time', {}, due - 1, undefined],
    ['everyone from then on', {}, due, 'everyone'],
    ['everyone to the last millisecond', {}, start + dayMs - 1, 'everyone'],
    ['nobody once it has expired', {}, start + dayMs, undefined],
    ['its payer only while it is paused', { state: 'paused' }, due, 'payer'],
    ['its payer only where it is a test', { test: true }, due, 'payer'],
    ['everyone where its delivery is still to be told', { state: 'undo' }, due, 'everyone'],
    ['nobody where every share is claimed', { state: 'claimed_out', closedAt: due - 1 }, due, undefined],
    ['nobody where it was recalled', { state: 'recalled', closedAt: due - 1 }, due, undefined],
  ]
  test.each(rows)('%s', (_, change, now, to) => {
    expect(decideTellExpiring({ ...packet, ...change }, now)).toBe(to)
  })
})

const transfer: Transfer = {
  ...notHeld,
  approveBy: null,
  id: 'tr_1',
  payerId: 'mem_1',
  payeeId: 'mem_2',
  profile: 'wechat-personal',
  currency: 'CNY',
  amount: 100n,
  note: '',
  delayS: 0,
  needsAcceptance: true,
  sentAt: start - 10_000,
  deliverAt: start,
  acceptBy: start + dayMs,
  state: 'waiting',
  acceptedAt: null,
  arriveAt: null,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  changedAt: start,
}

describe('of a transfer it is told', () => {
  const rows: [string, Partial<Transfer>, number, boolean][] = [
    ['not before its time', {}, due - 1, false],
    ['from then on', {}, due, true],
    ['not once it goes back', {}, start + dayMs, false],
    ['not once it is accepted', { acceptedAt: due - 1, arriveAt: due + 9 }, due, false],
    ['not where nobody is asked', { acceptBy: null, arriveAt: start + 2 * dayMs }, due, false],
    ['not where it was recalled', { state: 'recalled', closedAt: due - 1 }, due, false],
  ]
  test.each(rows)('%s', (_, change, now, told) => {
    expect(decideTellExpiringTransfer({ ...transfer, ...change }, now)).toBe(told)
  })
})
