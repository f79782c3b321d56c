/** Who is taken for whom: strangers among each other, a payee found by a code, people under a name of the sender's own. */

import { describe, expect, test } from 'vitest'
import type { GuardFacts } from './facts.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './rules.ts'
import { afternoon, calm, factsOf, often, past, person } from './testing/facts.ts'
import { codesOf, signalsOf } from './testing/found.ts'
import { compiled } from './testing/policy.ts'

const standard = compiled(defaultPolicy.rules)
const heldBy = (facts: GuardFacts) => judge(standard, facts).held

const unknown = { isContact: false, lastWithAt: 1 }
const driver = (id: string, isContact = false) => person(id, '顺风车王师傅', { ...unknown, isContact })

describe('a namesake', () => {
  const ride = (times: number, one = driver('bob'), other = driver('cai'), amount = 9_000n) =>
    factsOf({ people: [one, other], history: often('cai', 8_600, times), send: { amount } })

  test('who is a stranger, as the payee is, has to have been paid more than once', () => {
    expect(heldBy(ride(1))).toEqual([])
    expect(heldBy(ride(2))).toContain('namesake-first-payment')
    expect(heldBy(ride(1, driver('bob'), driver('cai', true)))).toContain('namesake-first-payment')
  })

  test('who is a contact and was never paid may have lost the name to a stranger', () => {
    const clone = (isContact: boolean, amount: bigint) =>
      heldBy(
        factsOf({ people: [driver('bob', isContact), driver('cai', true)], history: [], send: { amount } }),
      )
    expect(clone(false, 100_000n)).toEqual(['namesake-first-payment'])
    expect(clone(false, 97_000n)).toEqual([])
    expect(clone(true, 497_000n)).toEqual([])
  })

  test('is asked about from ¥5,000 on, whoever they are', () => {
    expect(heldBy(ride(1, driver('bob'), driver('cai'), 497_000n))).toEqual([])
    expect(heldBy(ride(1, driver('bob'), driver('cai'), 500_000n))).toContain('namesake-first-payment')
  })
})

describe('a payee’s own link or code', () => {
  const link = { ...calm, chosenFrom: 'link' } as const
  const scanned = (isContact: boolean, times = 2) =>
    factsOf({
      screen: link,
      people: [driver('bob'), driver('cai', isContact)],
      history: often('cai', 6_500, times),
    })

  test('is not found by a name: only that of a contact, or of somebody always paid, may be borrowed', () => {
    expect(codesOf(scanned(false))).not.toContain('same_name')
    expect(codesOf(scanned(false, 3))).toContain('same_name')
    expect(heldBy(scanned(true))).toContain('namesake-first-payment')
  })

  test('is opened on purpose, whatever the words say', () => {
    const stall = [person('bob', '惠民超市', unknown), person('cai', '水果', unknown)]
    const fruit = (screen: GuardFacts['screen']) =>
      factsOf({ screen, people: stall, history: often('cai', 900), send: { words: '水果' } })
    expect(heldBy(fruit(link))).toEqual([])
    expect(heldBy(fruit(calm))).toEqual(['another-named-in-the-words'])
  })
})

describe('two people of one name, one under an alias', () => {
  const people = [person('bob', '张伟', { alias: '伟哥门将' }), person('cai', '张伟')]
  const paid = (...history: GuardFacts['history']) => factsOf({ people, history })

  test('are mixed up where the other is always paid and this one never was', () => {
    const told = signalsOf(paid(...often('cai', 6_500, 3))).find(({ code }) => code === 'same_name')
    expect(told?.data).toMatchObject({ memberId: 'bob', name: '张伟', otherName: '张伟' })
    expect(heldBy(paid(...often('cai', 6_500, 3)))).toContain('namesake-first-payment')
  })

  test('and else told apart by what the sender calls them', () => {
    expect(codesOf(paid(...often('cai', 6_500, 2)))).not.toContain('same_name')
    expect(codesOf(paid(...often('cai', 6_500, 3), past('bob', 900, 40)))).not.toContain('same_name')
  })
})

test('a near name is asked about where the other one gets just these words', () => {
  const people = [person('bob', '阿芳', unknown), person('cai', '团长阿芳', unknown)]
  const orders = [past('cai', 3_000, 9, { words: '接龙' }), past('cai', 3_100, 20, { words: '订菜' })]
  const order = (words: string) => factsOf({ people, history: orders, send: { amount: 9_400n, words } })
  expect(heldBy(order('接龙'))).toEqual(['near-name-first-payment'])
  expect(heldBy(order('夜宵'))).toEqual([])
})

test('a sum that nobody hits on by chance is another’s wherever the payee was chosen; one that says something is not', () => {
  const eggs = (amount: number) =>
    heldBy(factsOf({ history: often('cai', amount, 3), send: { amount: BigInt(amount) } }))
  expect(eggs(2_990)).toEqual(['last-chat-with-other-sum'])
  expect(eggs(3_000)).toEqual([])
  expect(eggs(16_800)).not.toContain('last-chat-with-other-sum')
})

test('words that one other alone has had five times are theirs, whatever the sum', () => {
  const order = (times: number) =>
    codesOf(
      factsOf({
        history: often('cai', 4_348, times, { words: '接龙' }),
        send: { amount: 1_722n, words: '接龙' },
      }),
    )
  expect(order(5)).toContain('words_of_other')
  expect(order(4)).not.toContain('words_of_other')
})

test('ten times of what is always paid is asked about from ¥50 on', () => {
  const breakfast = (amount: bigint) =>
    heldBy(factsOf({ history: [past('bob', 800, 2), ...often('bob', 500, 3)], send: { amount } }))
  expect(breakfast(7_900n)).toEqual(['many-times-usual'])
  expect(breakfast(4_900n)).toEqual([])
})

test('about a hundred times of two sums with a point is a lost point; a round sum has none to lose', () => {
  const court = (amount: bigint) =>
    codesOf(factsOf({ history: [past('bob', 4_463, 7), past('bob', 4_300, 14)], send: { amount } }))
  expect(court(350_600n)).toContain('extra_zero')
  expect(court(480_000n)).not.toContain('extra_zero')
  expect(court(650_600n)).not.toContain('extra_zero')
})

test('a namesake who had this very odd sum is meant where this one gets other sums', () => {
  const people = [person('bob', '张伟'), person('cai', '张伟')]
  const to = (amount: bigint, own: number) =>
    heldBy(factsOf({ people, history: [...often('bob', own, 3), past('cai', 11_362, 6)], send: { amount } }))
  expect(to(11_362n, 80_000)).toEqual(['namesake-unusual-sum'])
  expect(to(11_362n, 40_000)).toEqual([])
  expect(to(11_400n, 80_000)).toEqual([])
})

describe('one more of the same', () => {
  const again = (words: string, minutes = 5, ...before: GuardFacts['history']) =>
    codesOf(
      factsOf({
        send: { amount: 10_536n, words },
        history: [past('bob', 10_536, minutes / 1_440), ...before],
      }),
    )

  test('is no slip where the words say so', () => {
    expect(again('')).toContain('duplicate')
    for (const words of ['再来一份', '又一份', '第二份', 'one more'])
      expect(again(words)).not.toContain('duplicate')
  })

  test('is a price from the third time on, but for what follows within a quarter of an hour', () => {
    expect(again('', 20, past('bob', 10_536, 3))).toContain('duplicate')
    expect(again('', 20, past('bob', 10_536, 3), past('bob', 10_536, 9))).not.toContain('duplicate')
    expect(again('', 5, past('bob', 10_536, 3), past('bob', 10_536, 9))).toContain('duplicate')
  })
})

test('the very sum that came from the payee may go back, however large it is beside the usual', () => {
  const back = (received: bigint) =>
    codesOf(
      factsOf({
        send: { amount: 65_000n },
        received: [{ fromId: 'bob', at: afternoon - 86_400_000, amount: received }],
      }),
    )
  expect(back(64_000n)).toContain('extra_zero')
  expect(back(65_000n)).not.toContain('extra_zero')
})

test('what a few others are sent with these words does not speak for somebody known by other sums', () => {
  const wages = [3, 33, 63].map((ago) => past('cai', 350_000, ago, { words: '工资' }))
  const to = (...own: GuardFacts['history']) =>
    codesOf(factsOf({ history: [...wages, ...own], send: { amount: 350_000n, words: '工资' } }))
  expect(to(...often('bob', 1_250, 4))).toContain('times_usual')
  expect(to(past('bob', 1_250, 5))).not.toContain('times_usual')
})

test('somebody who puts the telephone away does not hesitate', () => {
  const looked = (dwellMs: number) => codesOf(factsOf({ screen: { ...calm, dwellMs } }))
  expect(looked(60_000)).toContain('hesitation')
  expect(looked(300_000)).not.toContain('hesitation')
})

test('a shop’s name says what it sells, and that is nobody’s name; a surname of two characters leaves one', () => {
  const asked = (name: string, words: string) =>
    codesOf(
      factsOf({ people: [person('bob', '惠民超市'), person('cai', name)], history: [], send: { words } }),
    )
  expect(asked('老杨水果', '水果')).not.toContain('words_name_other')
  expect(asked('欧阳小雨', '小雨收')).toContain('words_name_other')
})
