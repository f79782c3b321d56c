import { expect, test } from 'vitest'
import type { OwnSend } from './sends-data.ts'
import { barOf, secondsLeft, secondsTold, sendsWithBars, shareLeft } from './undo-bars.ts'

const at = (ms: number) => new Date(ms).toISOString()
const send = (more: Partial<OwnSend> = {}): OwnSend => ({
  kind: 'packet',
  id: 'pkt_1',
  amount: 100,
  paidFrom: 'own',
  state: 'undo',
  sentAt: at(0),
  approveBy: null,
  undoFrom: at(0),
  deliverAt: at(10_000),
  may: ['undo'],
  memberId: null,
  groupId: null,
  arrivesAtOnce: false,
  ...more,
})

test('a send has its bar until the last millisecond of its window, and is then said to be sent for a while', () => {
  expect(barOf(send(), 9_999)).toBe('undo')
  expect(barOf(send(), 10_000)).toBe('sent')
  expect(barOf(send({ state: 'open' }), 15_999)).toBe('sent')
  expect(barOf(send({ state: 'open' }), 16_000)).toBeUndefined()
})

test('a held send says so for half a minute, and has its whole window when the hold is over', () => {
  const held = send({ state: 'held', undoFrom: at(1_800_000), deliverAt: at(1_810_000) })
  expect([0, 29_999, 30_000, 1_799_999].map((now) => barOf(held, now))).toEqual([
    'held',
    'held',
    undefined,
    undefined,
  ])
  expect([1_800_000, 1_809_999, 1_810_000].map((now) => barOf(held, now))).toEqual(['undo', 'undo', 'sent'])
  expect([1_800_000, 1_805_000].map((now) => shareLeft(held, now))).toEqual([1, 0.5])
  expect(secondsTold(held, 1_800_000)).toBe(10)
})

test('a send that waits for approval says so for half a minute, and counts down once it is approved', () => {
  const asked = send({ state: 'approving', approveBy: at(86_400_000), deliverAt: at(86_410_000) })
  expect([0, 29_999, 30_000].map((now) => barOf(asked, now))).toEqual(['held', 'held', undefined])
  const approved = send({ approveBy: at(86_400_000), deliverAt: at(3_610_000) })
  expect([3_600_000, 3_609_999].map((now) => barOf(approved, now))).toEqual(['undo', 'undo'])
})

test('what came back or was claimed meanwhile has no bar', () => {
  for (const state of ['undone', 'recalled', 'claimed_out', 'declined'])
    expect(barOf(send({ state }), 11_000)).toBeUndefined()
})

test('a transfer that arrives at once is said to be sent as well', () => {
  const arrived = send({ kind: 'transfer', state: 'arrived' })
  expect(barOf({ ...arrived, arrivesAtOnce: true }, 11_000)).toBe('sent')
  expect(barOf(arrived, 11_000)).toBeUndefined()
})

test('the newest send is on top', () => {
  const older = send({ id: 'pkt_0', sentAt: at(-1_000) })
  expect(sendsWithBars([older, send()], 1_000).map(({ id }) => id)).toEqual(['pkt_1', 'pkt_0'])
})

test('the countdown says the second that is running', () => {
  expect([0, 1, 1_000, 9_000, 9_999, 10_000, 99_999].map((now) => secondsLeft(send(), now))).toEqual([
    10, 10, 9, 1, 1, 0, 0,
  ])
  expect([0, 5_000, 10_000].map((now) => shareLeft(send(), now))).toEqual([1, 0.5, 0])
})

test('a screen reader hears of thirty, ten and five seconds, and of the whole window at first', () => {
  const long = { undoFrom: at(0), deliverAt: at(30_000) }
  expect([0, 10_000, 19_999, 20_000, 24_999, 25_000, 29_999].map((now) => secondsTold(long, now))).toEqual([
    30, 30, 30, 10, 10, 5, 5,
  ])
  expect([0, 4_999, 5_000, 9_000].map((now) => secondsTold(send(), now))).toEqual([10, 10, 5, 5])
})
