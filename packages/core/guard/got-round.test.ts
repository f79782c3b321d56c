import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { plainWords } from './plain-words.ts'
import { saysRefund, speaksOfReturn } from './return-signals.ts'
import { defaultPolicy } from './rules.ts'
import { afternoon, calm, factsOf, often, past, person, toGroup, type Told } from './testing/facts.ts'
import { codesOf } from './testing/found.ts'
import { compiled } from './testing/policy.ts'
import { hourMs } from '../instant.ts'

const rules = compiled(defaultPolicy.rules)
const heldOf = (told: Told) => judge(rules, factsOf(told)).held
const minutes = 1 / 1_440

test('words are read alike whatever they were written with', () => {
  expect(plainWords('退\u200b 款')).toBe('退款')
  expect(plainWords('ＴＨＡＮＫ you')).toBe('thank you')
  for (const words of ['轉錯了', '退 款', '退\u200b款']) expect(saysRefund(words), words).toBe(true)
  expect(speaksOfReturn('謝謝')).toBe(false)
})

test('whoever has sent to groups alone has no usual for a stranger either', () => {
  const groups = Array.from({ length: 5 }, (_, i) => past('grp', 2_000, 3 + i, toGroup(5)))
  const told: Told = {
    people: [person('bob', '小高', { isContact: false })],
    history: groups,
    send: { amount: 5_000_000n },
  }
  expect(heldOf(told)).toContain('large-first-payment')
  expect(heldOf({ ...told, balance: 5_500_000n })).toContain('emptying-the-wallet')
  expect(heldOf({ ...told, send: { amount: 400_000n } })).toEqual([])
})

test('what somebody else gets under the same words says nothing of a payee who had them for less', () => {
  const dear = often('cai', 500_000, 6, { words: '房租' })
  const cheap = often('bob', 50_000, 6, { words: '房租' })
  const send = { amount: 500_000n, words: '房租' }
  expect(heldOf({ history: [...dear, ...cheap], send })).toContain('extra-zero')
  expect(heldOf({ history: [...often('bob', 500_000, 6, { words: '房租' }), ...cheap], send })).toEqual([])
})

test('a yuan sent before makes nobody’s words one’s own', () => {
  const held = (times: number) =>
    heldOf({
      people: [person('bob', '小高', { isContact: false }), person('cai', '王芳')],
      history: [...often('cai', 10_000), ...often('bob', 1_000, times)],
      send: { amount: 499_000n, words: '押金' },
      screen: { ...calm, chosenFrom: 'recent' },
    })
  expect(held(1)).toContain('last-chat-large-sum')
  expect(held(3)).not.toContain('last-chat-large-sum')
})

test('a burst of the same is no habit of it', () => {
  const burst = [1, 2, 3].map((ago) => past('bob', 2_000_000, ago * minutes))
  expect(codesOf(factsOf({ send: { amount: 2_000_000n }, history: burst }))).toContain('duplicate')
})

test('part of a price goes back to whoever paid it, though somebody else paid as much as the part', () => {
  const received = [
    { fromId: 'bob', amount: 100_000n, at: afternoon - 70 * hourMs },
    { fromId: 'cai', amount: 20_000n, at: afternoon - 30 * hourMs },
  ]
  const told: Told = {
    people: [person('bob', '买家', { isContact: false }), person('cai', '王芳', { isContact: false })],
    history: often('dan', 6_500),
    send: { amount: 20_000n, words: '退款' },
    received,
  }
  expect(heldOf(told)).toEqual(['speaks-of-return'])
  expect(heldOf({ ...told, received: received.slice(1) })).toContain('return-to-another')
})
