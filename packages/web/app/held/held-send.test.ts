import { expect, test } from 'vitest'
import { endOf, isHeldByGuard, reasonsOf, type HeldSend } from './held-send.ts'

const noon = Date.parse('2026-02-16T12:00:00Z')
const send: HeldSend = {
  kind: 'transfer',
  id: 'tr_1',
  amount: 5_200,
  paidFrom: 'own',
  heldUntil: '2026-02-16T12:30:00Z',
  heldReleaseFrom: '2026-02-16T12:01:00Z',
  heldReasons: ['own_hold_amount'],
  may: ['undo'],
}

test('a hold can be ended from its moment on, by the service’s time, or not at all', () => {
  expect([noon, noon + 59_999, noon + 60_000].map((now) => endOf(send, now))).toEqual([
    'later',
    'later',
    'now',
  ])
  expect(endOf({ ...send, heldReleaseFrom: null }, noon)).toBe('never')
})

const mixed: HeldSend = { ...send, heldReasons: ['extra_zero', 'own_hold_relation', 'same_name'] }

test('reasons of the guard are said as one until its words are there', () => {
  expect(reasonsOf(mixed)).toEqual([{ key: 'other' }, { key: 'own_hold_relation' }])
})

test('reasons of the guard are said in its words, and what it has none for as before', () => {
  expect(reasonsOf(mixed, { extra_zero: '多了一个零？' })).toEqual([
    { text: '多了一个零？' },
    { key: 'own_hold_relation' },
    { key: 'other' },
  ])
  expect(reasonsOf(mixed, { extra_zero: '多了一个零？', same_name: '两个同名' })).toHaveLength(3)
})

test('the guard is asked only where it holds the send', () => {
  expect([isHeldByGuard(send), isHeldByGuard(mixed)]).toEqual([false, true])
})
