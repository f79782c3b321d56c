import { expect, it } from 'vitest'
import { eventKinds } from '../events.ts'
import { isTold, sayEvent } from '../words/evidence/chronicle.ts'

const ofCases = /^(packet|transfer|collection|return_request|instalments|dispute|freeze|wallet|group)\./
/** Of a wallet and a group a pack tells only what is about its case; what staff do among themselves is in none. */
const inNoPack = new Set([
  ...['wallet.topped_up', 'wallet.withdrawn', 'dispute.assigned', 'dispute.noted'],
  ...['group.created', 'group.changed', 'group.joined', 'group.left'],
])

it('has words for every kind of event that a pack can hold', () => {
  const kinds = eventKinds.filter((kind) => ofCases.test(kind) && !inNoPack.has(kind))
  expect(kinds.length).toBeGreaterThan(40)
  expect(kinds.filter((kind) => !isTold(kind))).toEqual([])
})

it('says what was decided, and by its sum where there is one', () => {
  const say = (outcome: string, decidedAmount: number | null) =>
    sayEvent(
      { kind: 'dispute.decided', data: { outcome, decidedAmount } },
      { timeZone: 'Asia/Shanghai', names: {} },
    )
  expect(say('part', 2_000)).toBe('平台处理决定：应当退还其中 20.00 元。')
  expect(say('return', null)).toBe('平台处理决定：应当退还。')
  expect(say('refuse', null)).toBe('平台处理决定：不支持退还。')
})
