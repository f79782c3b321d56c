import { expect, test } from 'vitest'
import { endOf, reasonsOf, type HeldSend } from './held-send.ts'

const noon = Date.parse('2026-02-16T12:00:00Z')
const send: HeldSend = {
  kind: 'transfer',
  id: 'tr_1',
  amount: 5_200,
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

test('reasons this app has no words for are said as one', () => {
  expect(reasonsOf({ ...send, heldReasons: ['extra_zero', 'own_hold_relation', 'same_name'] })).toEqual([
    'other',
    'own_hold_relation',
  ])
})
