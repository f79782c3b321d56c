import { expect, test } from 'vitest'
import { RefusalError, UnansweredError } from '@laisee/client/client.ts'
import { hourMs, minuteMs } from '@laisee/core/instant.ts'
import { outcomeOfFailure, pendingStage } from './outcome.ts'

const refusal = (code: string) =>
  new RefusalError('sendPacket', {
    type: `urn:laisee:refusal:${code}`,
    title: code,
    status: 422,
    code,
    detail: code,
    requestId: 'req_1',
  })

test('a "no" of the rules settles a send', () => {
  for (const code of ['balance_too_low', 'recipient_blocked', 'canceled_before_arrival', 'invalid_request'])
    expect(outcomeOfFailure(refusal(code))).toMatchObject({ result: 'refused', error: { code } })
})

test('a lost answer, an ended session and a busy service leave a send open', () => {
  const lost = new UnansweredError('sendPacket', { idempotencyKey: 'k', status: undefined, cause: 'gone' })
  const errors = [
    lost,
    new TypeError('broken'),
    ...['unauthenticated', 'unavailable', 'internal', 'too_many_requests'].map(refusal),
  ]
  for (const error of errors) expect(outcomeOfFailure(error)).toEqual({ result: 'unknown' })
})

const mine = { pressedAt: 0, isMine: true, isUnanswered: true }

test('a young send of this page is checked by itself, an older one only when its sender says so', () => {
  expect(pendingStage({ ...mine, isUnanswered: false }, 1_000)).toBe('waiting')
  expect(pendingStage(mine, 1_000)).toBe('checking')
  expect(pendingStage(mine, 2 * minuteMs - 1)).toBe('checking')
  expect(pendingStage(mine, 2 * minuteMs)).toBe('ask')
})

test('after a reload its sender is asked, once another page has had time for its own answer', () => {
  const kept = { pressedAt: 0, isMine: false, isUnanswered: false }
  expect(pendingStage(kept, 2_999)).toBe('waiting')
  expect(pendingStage(kept, 3_000)).toBe('ask')
})

test('a send whose key may be forgotten is never sent again under it, whichever way the clock was moved', () => {
  expect(pendingStage(mine, 23 * hourMs)).toBe('ask')
  expect(pendingStage(mine, 23 * hourMs + 1)).toBe('too_old')
  expect(pendingStage(mine, -24 * hourMs)).toBe('too_old')
})
