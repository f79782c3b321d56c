import { describe, expect, test } from 'vitest'
import { pastOf } from './past.ts'
import { samePurpose, toldBy, wordsKey, type Told } from './purpose.ts'
import {
  calm,
  factsOf,
  group,
  groupFacts,
  often,
  past,
  person,
  toGroup,
  type Told as Facts,
} from './testing/facts.ts'
import { codesOf } from './testing/found.ts'
import { judge } from './judge.ts'
import { defaultPolicy } from './rules.ts'
import { compiled } from './testing/policy.ts'

test('words come again without their month, signs and case', () => {
  expect(wordsKey('3月房租!')).toBe(wordsKey('十二月 房租'))
  expect(wordsKey('Rent，')).toBe('rent')
})

test('a purpose is a habit of its own from three sends on', () => {
  const rent = often('bob', 190_000, 3, { words: '房租' })
  const noodles = often('bob', 2_000, 4)
  expect(samePurpose([...rent, ...noodles], '四月房租')).toEqual(rent)
  expect(samePurpose([...rent.slice(1), ...noodles], '四月房租')).toHaveLength(6)
})

describe('what the words tell of a sum', () => {
  const told = (words: string, amount: bigint, history = often('bob', 2_000)): Told => {
    const facts = factsOf({ send: { words, amount }, history })
    return toldBy(facts.send, pastOf(facts))
  }
  test.each<[string, Told, Told]>([
    ['a purpose that is seldom and large', told('酒店', 36_000n), 'plainly'],
    ['from ¥5,000 on new words alone are not enough', told('酒店', 500_000n), 'nothing'],
    ['an everyday one', told('午饭', 36_000n), 'nothing'],
    ['a word within another', told('flowers for parents', 36_000n), 'nothing'],
    ['a loan in English', told('what I owe you', 36_000n), 'plainly'],
    ['not yet, and no loan', told('还没吃吧', 36_000n), 'nothing'],
    ['no words at all', told('', 36_000n), 'nothing'],
    ['what everybody says', told('谢谢', 36_000n), 'nothing'],
    ['a feast', told('中秋快乐', 20_000n), 'perhaps'],
    [
      'words that went with as much',
      told('午饭', 36_000n, often('cai', 18_000, 1, { words: '午饭' })),
      'plainly',
    ],
    [
      'words that went with less',
      told('酒店', 36_000n, often('cai', 17_900, 1, { words: '酒店' })),
      'nothing',
    ],
    [
      'one large sum among eight',
      told('午饭', 36_000n, [
        ...often('bob', 2_000, 7, { words: '午饭' }),
        past('cai', 36_000, 1, { words: '午饭' }),
      ]),
      'nothing',
    ],
  ])('%s', (_, got, wanted) => {
    expect(got).toBe(wanted)
  })

  test('into a group a feast tells nothing', () => {
    const facts = groupFacts({
      groups: [group('g', '周家大院', 20)],
      send: { words: '中秋快乐', amount: 88_800n },
      history: often('g', 8_880, 3, toGroup(5)),
    })
    expect(toldBy(facts.send, pastOf(facts))).toBe('nothing')
  })
})

describe('a finger or a purpose', () => {
  const lunch = [2_300, 1_800, 2_500, 2_000].map((sum, i) => past('bob', sum, 3 + i, { words: '午饭' }))
  test.each<[string, Facts, Facts]>([
    [
      'ten times the usual, and not where the words say why',
      { send: { amount: 20_000n, words: '午饭' }, history: lunch },
      { send: { amount: 20_000n, words: '借你' }, history: lunch },
    ],
    [
      'a sum that a zero can have made',
      { send: { amount: 20_000n }, history: lunch },
      { send: { amount: 20_030n }, history: lunch },
    ],
    [
      'a lost point, where sums have one',
      { send: { amount: 21_500n }, history: [past('bob', 2_150, 1), ...lunch] },
      { send: { amount: 21_500n }, history: lunch },
    ],
    [
      'beside its own kind: the rent makes no dear lunch usual',
      {
        send: { amount: 200_000n },
        history: [...often('bob', 190_000, 3, { words: '房租' }), ...often('bob', 2_000, 4)],
      },
      {
        send: { amount: 190_000n, words: '房租' },
        history: [...often('bob', 190_000, 3, { words: '房租' }), ...lunch],
      },
    ],
  ])('%s', (_, yes, no) => {
    expect(codesOf(factsOf(yes))).toContain('extra_zero')
    expect(codesOf(factsOf(no))).not.toContain('extra_zero')
  })
})

describe('names that only sound alike', () => {
  const heldOf = (more: Facts) =>
    judge(
      compiled(defaultPolicy.rules),
      factsOf({ people: [person('bob', '晓雨'), person('cai', '小雨')], ...more }),
    ).held
  test.each<[string, Facts, Facts]>([
    [
      'it takes five payments to the other',
      { history: often('cai', 6_000, 5) },
      { history: often('cai', 6_000, 4) },
    ],
    [
      'or just what the other gets',
      { history: often('cai', 6_500, 2) },
      { history: [past('cai', 6_500, 1), past('cai', 900, 2)] },
    ],
    [
      'or two, and a payee who is no contact',
      {
        history: often('cai', 6_000, 2),
        people: [person('bob', '晓雨', { isContact: false }), person('cai', '小雨')],
      },
      { history: often('cai', 6_000, 2) },
    ],
    [
      'and the very sum where the payee was paid before',
      { history: [past('bob', 700, 1), ...often('cai', 6_500, 3)] },
      { history: [past('bob', 700, 1), ...often('cai', 6_000, 3)] },
    ],
    [
      'and nothing where the other got this sum just now',
      { history: often('cai', 6_500, 4) },
      { history: [past('cai', 6_500, 0.01), ...often('cai', 6_400, 4)] },
    ],
  ])('%s', (_, yes, no) => {
    expect(heldOf(yes)).toContain('written-or-sounding-alike')
    expect(heldOf(no)).not.toContain('written-or-sounding-alike')
  })
})

describe('two of a kind', () => {
  const noodles = (daysAgo: number, words = '面') => past('bob', 1_800, daysAgo, { words })
  const minutes = 1 / 720
  const twice = (words: string, ...before: ReturnType<typeof noodles>[]) =>
    factsOf({ send: { amount: 1_800n, words }, history: [noodles(minutes), ...before] })
  test('are a repeat, unless the words say that they are two things', () => {
    expect(codesOf(twice('面'))).toContain('duplicate')
    expect(codesOf(twice(''))).not.toContain('duplicate')
    expect(codesOf(twice('车费'))).not.toContain('duplicate')
    const wordless = { send: { amount: 1_800n, words: '' }, history: [noodles(minutes / 6)] }
    expect(codesOf(factsOf(wordless))).toContain('duplicate')
  })

  test('are none where this sender sent two before, above ¥50 twice, but for what a finger does', () => {
    const [one, again] = [noodles(7), noodles(7 + minutes)]
    expect(codesOf(twice('面', one))).toContain('duplicate')
    expect(codesOf(twice('面', one, again))).not.toContain('duplicate')
    const finger = factsOf({
      send: { amount: 1_800n, words: '面' },
      history: [noodles(minutes / 6), one, again],
    })
    expect(codesOf(finger)).toContain('duplicate')
    const pair = (daysAgo: number) => [past('bob', 6_000, daysAgo), past('bob', 6_000, daysAgo + minutes)]
    const dear = (...before: ReturnType<typeof pair>) =>
      factsOf({ send: { amount: 6_000n }, history: [past('bob', 6_000, minutes), ...before] })
    expect(codesOf(dear(...pair(7)))).toContain('duplicate')
    expect(codesOf(dear(...pair(7), ...pair(14)))).not.toContain('duplicate')
  })

  test('count for a quarter of an hour, and of a sum to the very fen for a day', () => {
    const after = (amount: number, ago: number) =>
      codesOf(factsOf({ send: { amount: BigInt(amount) }, history: [past('bob', amount, ago * minutes)] }))
    expect(after(4_860, 7)).toContain('duplicate')
    expect(after(4_860, 8)).not.toContain('duplicate')
    expect(after(4_868, 600)).toContain('duplicate')
    expect(after(4_868, 800)).not.toContain('duplicate')
    expect(after(1_868, 16)).not.toContain('duplicate')
    expect(after(48_680, 16)).not.toContain('duplicate')
    expect(after(48_000, 7)).toContain('duplicate')
    expect(after(48_000, 8)).not.toContain('duplicate')
  })
})

test('what a stranger says a payment is for does not speak for it: from the last chats it is asked about', () => {
  const held = (isContact: boolean) =>
    judge(
      compiled(defaultPolicy.rules),
      factsOf({
        people: [person('bob', '小高', { isContact }), person('cai', '王芳')],
        history: often('cai', 10_000, 5),
        send: { amount: 220_000n, words: '学费' },
        screen: { ...calm, chosenFrom: 'recent' },
      }),
    ).held
  expect(held(false)).toContain('last-chat-large-sum')
  expect(held(true)).not.toContain('last-chat-large-sum')
})
