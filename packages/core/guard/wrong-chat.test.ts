/** What tells that a send belongs to somebody else than its payee, and the nearest send that does not say so. */

import { describe, expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from '../instant.ts'
import type { GuardFacts } from './facts.ts'
import type { SignalCode } from './signal.ts'
import { afternoon, factsOf, often, past, person, type Told } from './testing/facts.ts'
import { codesOf, signalsOf } from './testing/found.ts'

const dataOf = (facts: GuardFacts, code: SignalCode) =>
  signalsOf(facts).find((one) => one.code === code)?.data

const bob = person('bob', '李丽')
const boss = person('bob', '李丽', { relation: 'customer' })
const cai = person('cai', '王芳芳')
const words = (text: string, more: Told = {}) =>
  factsOf({ people: [bob, cai], history: [], ...more, send: { words: text, ...more.send } })

const rent = often('cai', 90_000, 2, { words: '三月房租' })
const rentTo = (amount: bigint, history = rent) => words('四月房租', { history, send: { amount } })
const child = (id: string, times: number) =>
  Array.from({ length: times }, (_, i) => past(id, 5_000 * (1 + (i % 3)), 6 + i * 7, { words: '这周零花' }))
const pocket = (history: GuardFacts['history'], amount = 9_000n) =>
  words('这周零花', { history, send: { amount } })

const sized = (history: GuardFacts['history'], amount = 19_000n) => words('', { history, send: { amount } })
const weekly = (days: number[]) => sized(days.map((ago) => past('cai', 20_000, ago)))
const withWords = (note: string) => {
  const history = [7, 14, 21].map((ago) => past('cai', 20_000, ago, { words: '零花' }))
  return factsOf({ history, send: { amount: 19_000n, words: note } })
}

const came = (fromId: string, agoMs: number, amount = 6_500n) => ({ fromId, at: afternoon - agoMs, amount })
const thanks = (...received: GuardFacts['received']) => words('谢谢你', { received })
const stranger = person('bob', '李丽', { isContact: false })
const passing = (received: GuardFacts['received'], more: Told = {}) =>
  factsOf({ people: [stranger, cai], history: [], received, ...more })
const much = (fromId: string, amount: bigint, received: bigint) =>
  passing([came(fromId, hourMs, received)], { send: { amount } })

describe('the wrong chat', () => {
  test.each<[SignalCode, string, GuardFacts, GuardFacts]>([
    ['words_name_other', 'a contact is named', words('芳芳生日快乐'), words('丽丽生日快乐')],
    ['words_name_other', 'but not where the payee is as well', words('王芳芳的'), words('李丽和王芳芳的')],
    [
      'words_name_other',
      'by an alias, and nobody who is a stranger',
      words('妈妈辛苦了', { people: [bob, person('mum', '陈玉兰', { alias: '妈妈' })] }),
      words('妈妈辛苦了', { people: [bob, person('mum', '妈妈', { isContact: false })] }),
    ],
    [
      'words_name_other',
      'words for family, to a customer',
      words('老婆辛苦了', { people: [boss] }),
      words('老婆辛苦了', { people: [bob] }),
    ],
    ['words_of_other', 'the rent, in another month', rentTo(90_000n), rentTo(91_000n)],
    [
      'words_of_other',
      'not where the payee got such words',
      rentTo(90_000n),
      rentTo(90_000n, [...rent, past('bob', 100, 9, { words: '房租' })]),
    ],
    [
      'words_of_other',
      'what two children get again and again',
      pocket([...child('cai', 3), ...child('dan', 3)]),
      pocket([...child('cai', 3), ...child('dan', 2)]),
    ],
    ['words_of_other', 'of sums like theirs', pocket(child('cai', 3)), pocket(child('cai', 3), 16_000n)],
    [
      'words_of_other',
      'and not what everybody says to anybody',
      words('这周零花', { history: often('cai', 6_500, 3, { words: '这周零花' }) }),
      words('新年快乐', { history: often('cai', 6_500, 3, { words: '新年快乐' }) }),
    ],
    [
      'size_of_other',
      'a size that one other gets',
      sized(often('cai', 20_000, 3)),
      sized(often('cai', 20_000, 2)),
    ],
    [
      'size_of_other',
      'and hardly gets another',
      sized([...often('cai', 20_000, 4), past('cai', 500, 2)]),
      sized([...often('cai', 20_000, 4), ...often('cai', 500, 3)]),
    ],
    [
      'size_of_other',
      'and nobody else',
      sized(often('cai', 20_000, 4)),
      sized([...often('cai', 20_000, 4), ...often('dan', 20_000, 3)]),
    ],
    ['turn_of_other', 'a week after the last, each week', weekly([7, 14, 21]), weekly([3, 10, 17])],
    ['turn_of_other', 'where no word says otherwise', withWords('零花'), withWords('菜钱')],
    ['turn_of_other', 'at even distances', weekly([7, 14, 22]), weekly([7, 9, 21])],
    ['reply_to_other', 'a minute after a packet', thanks(came('cai', minuteMs)), thanks(came('cai', hourMs))],
    [
      'reply_to_other',
      'of one person',
      thanks(came('cai', minuteMs)),
      thanks(came('cai', minuteMs), came('dan', 0)),
    ],
    [
      'reply_to_other',
      'who is not the payee',
      thanks(came('cai', minuteMs)),
      thanks(came('cai', minuteMs), came('bob', dayMs)),
    ],
  ])('%s: %s', (code, _why, yes, no) => {
    expect(codesOf(yes)).toContain(code)
    expect(codesOf(no)).not.toContain(code)
  })

  test('tells whose words they are, and how many others get them', () => {
    expect(dataOf(pocket([...child('cai', 4), ...child('dan', 3)]), 'words_of_other')).toEqual({
      memberId: 'bob',
      name: '李丽',
      otherId: 'cai',
      otherName: '王芳芳',
      others: 2,
      words: '这周零花',
      times: 4,
    })
    expect(dataOf(rentTo(90_000n), 'words_of_other')).toMatchObject({ others: null, times: 2 })
  })
})

describe('money that is passed on', () => {
  test.each<[string, GuardFacts, GuardFacts]>([
    ['from a stranger to a stranger', passing([came('eve', 2 * dayMs)]), passing([came('eve', 4 * dayMs)])],
    ['less a fee, from ¥100 on', much('eve', 12_000n, 13_300n), much('eve', 12_000n, 13_400n)],
    ['below that to the fen', much('eve', 9_000n, 9_000n), much('eve', 9_000n, 9_100n)],
    [
      'from a friend, to the fen and from ¥200 on',
      much('cai', 20_000n, 20_000n),
      much('cai', 20_000n, 20_100n),
    ],
    ['nothing small', much('cai', 20_000n, 20_000n), much('cai', 19_900n, 19_900n)],
    [
      'without a word of what it is',
      passing([came('eve', hourMs)]),
      passing([came('eve', hourMs)], { send: { words: '代收的快递费' } }),
    ],
    [
      'to nobody one knows',
      passing([came('eve', hourMs)]),
      passing([came('eve', hourMs)], { people: [bob, cai] }),
    ],
    [
      'to nobody who was paid before',
      passing([came('eve', hourMs)]),
      passing([came('eve', hourMs)], { history: [past('bob', 100, 9)] }),
    ],
    [
      'that was not given back already',
      passing([came('eve', hourMs)]),
      passing([came('eve', hourMs)], { history: [past('eve', 6_500, 0)] }),
    ],
  ])('%s', (_, yes, no) => {
    expect(codesOf(yes)).toContain('passes_on')
    expect(codesOf(no)).not.toContain('passes_on')
  })

  test('to whom it came from is no matter, and said to be a return it is one', () => {
    expect(codesOf(passing([came('bob', hourMs)]))).toEqual(['first_payee'])
    const said = passing([came('eve', hourMs)], { send: { words: '转回给你' } })
    expect(codesOf(said)).toEqual(['return_to_other', 'first_payee', 'speaks_of_return'])
  })

  test('tells from whom it came, by name where they are known', () => {
    const data = { amount: 20_000, receivedAt: '2026-02-10T07:00:00.000Z' }
    expect(dataOf(much('cai', 20_000n, 20_000n), 'passes_on')).toEqual({
      ...data,
      fromId: 'cai',
      fromName: '王芳芳',
    })
    expect(dataOf(much('eve', 20_000n, 20_000n), 'passes_on')).toEqual({
      ...data,
      fromId: 'eve',
      fromName: null,
    })
  })
})
