import { describe, expect, it } from 'vitest'
import { basisRules, freezeUntilMax, mayEndFor, type FreezeBasis } from './freeze-basis.ts'
import {
  decideAnswerAppeal,
  decideAppeal,
  decideFreeze,
  decideRelease,
  frozenUntilOf,
  type Freeze,
  type FreezeAsk,
  type FreezeFacts,
} from './freeze.ts'
import { dayMs, fromIso, hourMs, toIso } from './instant.ts'
import { isRefusal } from './refusals.ts'

const now = fromIso('2026-11-22T04:00:00Z')!
const codeOf = (decision: unknown) => (isRefusal(decision) ? decision.code : 'yes')

const ask: FreezeAsk = {
  kind: 'amount',
  basis: 'policy',
  reason: 'dispute',
  reference: null,
  documentId: null,
  until: null,
  amount: 500n,
}
const order = { basis: 'court', reference: '(2026)沪01执1号', documentId: 'doc_1' } as const
const facts: FreezeFacts = { isParty: false, earlier: [], balance: 300n, packet: null }
const freeze: Freeze = {
  id: 'frz_1',
  kind: 'wallet',
  basis: 'policy',
  reason: 'dispute',
  reference: null,
  aboutId: null,
  frozenBy: 'mem_agent',
  since: now - hourMs,
  until: now + hourMs,
  releasedAt: null,
}

/** Full weeks of freezes by the service's own rules, one after the other until a moment; of an amount and of all in turn. */
function weeks(count: number, until = now): Freeze[] {
  return Array.from({ length: count }, (_, i) => {
    const end = until - i * 7 * dayMs
    const kind = i % 2 ? 'wallet' : 'amount'
    return { ...freeze, id: `frz_${i}`, kind, since: end - 7 * dayMs, until: end, releasedAt: end }
  })
}

describe('how long a freeze may last', () => {
  it.each([
    ['policy', '2026-11-29T04:00:00.000Z'],
    ['police_stop', '2026-11-24T04:00:00.000Z'],
    ['police_freeze', '2027-05-22T04:00:00.000Z'],
    ['court', '2027-11-22T04:00:00.000Z'],
  ] as const)('on %s it ends at the latest at %s', (basis, end) => {
    expect(toIso(freezeUntilMax(basis, now))).toBe(end)
  })

  it('six months from the last of August end with February', () => {
    const august = fromIso('2026-08-31T04:00:00Z')!
    expect(toIso(freezeUntilMax('police_freeze', august))).toBe('2027-02-28T04:00:00.000Z')
  })

  it.each(Object.entries(basisRules))('%s names its source', (_, { laws }) => {
    expect(laws.length).toBeGreaterThan(0)
    for (const { source, subject } of laws) expect(source && subject.zh && subject.en).toBeTruthy()
  })
})

describe('a freeze', () => {
  it('of an amount takes what is there and no more, for as long as its basis allows', () => {
    expect(decideFreeze(ask, facts, now)).toEqual({ until: now + 7 * dayMs, amount: 300n })
    expect(decideFreeze({ ...ask, amount: 200n }, facts, now)).toMatchObject({ amount: 200n })
  })

  it.each<[string, Partial<FreezeAsk>, Partial<FreezeFacts>, string]>([
    ['by a party to it', {}, { isParty: true }, 'own_act'],
    ['of an empty wallet', {}, { balance: 0n }, 'balance_too_low'],
    ['that lasts already', { kind: 'wallet', amount: null }, { earlier: [freeze] }, 'already_frozen'],
    ['by an order without a number', { ...order, reference: null }, {}, 'freeze_reference_needed'],
    ['by an order without its document', { ...order, documentId: null }, {}, 'freeze_document_needed'],
    ['longer than its basis allows', { until: now + 7 * dayMs + 1 }, {}, 'freeze_out_of_bounds'],
    ['that is over at once', { until: now }, {}, 'freeze_out_of_bounds'],
    ['by a court, a day too long', { ...order, until: now + 366 * dayMs }, {}, 'freeze_out_of_bounds'],
    [
      'by a third stop-payment, whatever its number',
      { ...order, basis: 'police_stop' },
      {
        earlier: (['amount', 'wallet'] as const).map((kind, no) => ({
          ...freeze,
          ...{
            id: `frz_${no}`,
            kind,
            basis: 'police_stop' as const,
            reference: `止付${no}号`,
            releasedAt: now,
          },
        })),
      },
      'freeze_times_max',
    ],
    ['by its own rules for a fifth week', {}, { earlier: weeks(4) }, 'freeze_sum_max'],
    ['by its own rules for a fourth week', {}, { earlier: weeks(3) }, 'yes'],
    ['for another reason after four weeks', { reason: 'account_theft' }, { earlier: weeks(4) }, 'yes'],
    ['by a court after four weeks', order, { earlier: weeks(4) }, 'yes'],
    ['by its own rules once the weeks are long ago', {}, { earlier: weeks(4, now - 63 * dayMs) }, 'yes'],
    ['for a whole week', { until: now + 7 * dayMs }, {}, 'yes'],
    ['by a court', order, {}, 'yes'],
    [
      'of a wallet by an order beside another',
      { ...order, kind: 'wallet', amount: null },
      { earlier: [freeze] },
      'yes',
    ],
  ])('%s', (_, change, about, answer) => {
    expect(codeOf(decideFreeze({ ...ask, ...change }, { ...facts, ...about }, now))).toBe(answer)
  })
})

describe('freezes one after the other on the service’s own rules', () => {
  const untilOf = (earlier: readonly Freeze[], until: number | null = null) => {
    const decided = decideFreeze({ ...ask, until }, { ...facts, earlier }, now)
    return isRefusal(decided) ? decided.code : decided.until
  }
  const oneDay = { ...freeze, since: now - 27 * dayMs, until: now - 26 * dayMs, releasedAt: now - 26 * dayMs }

  it('come to 28 days of any 90: the last is as long as is left', () => {
    expect(untilOf([...weeks(3), oneDay])).toBe(now + 6 * dayMs)
    expect(untilOf([...weeks(3), oneDay], now + 6 * dayMs + 1)).toBe('freeze_sum_max')
    expect(untilOf(weeks(4, now - 69 * dayMs))).toBe(now + 7 * dayMs)
    expect(untilOf(weeks(4, now - 68 * dayMs))).toBe(now + 6 * dayMs)
  })

  it('count a time once that two of them lasted, and only as long as they did', () => {
    expect(untilOf([...weeks(3), ...weeks(3)])).toBe(now + 7 * dayMs)
    const early = weeks(4).map((one) => ({ ...one, releasedAt: one.since + dayMs }))
    expect(untilOf(early)).toBe(now + 7 * dayMs)
  })

  it('have a rule of the service’s own, which says that it is none of the law', () => {
    expect(basisRules.policy.ownRule?.zh).toContain('不是法律')
    expect(basisRules.policy.ownRule?.en).toContain('no law')
  })
})

describe('ending a freeze', () => {
  const release = (change: Partial<Freeze>, reason: 'cleared' | 'order_lifted', isParty = false) =>
    codeOf(decideRelease({ ...freeze, ...change }, { isParty, reason }, now))

  it.each([
    ['is not for a party to it', () => release({}, 'cleared', true), 'own_act'],
    ['is done once', () => release({ releasedAt: now - 1 }, 'cleared'), 'freeze_ended'],
    ['is too late once it ended by itself', () => release({ until: now }, 'cleared'), 'freeze_ended'],
    ['of an order is for whom gave it', () => release({ basis: 'court' }, 'cleared'), 'release_reason_unfit'],
    [
      'of what no order froze is no lifting of one',
      () => release({}, 'order_lifted'),
      'release_reason_unfit',
    ],
    ['clears what was in doubt', () => release({}, 'cleared'), 'yes'],
    ['follows an order that was lifted', () => release({ basis: 'court' }, 'order_lifted'), 'yes'],
  ])('%s', (_, decide, answer) => expect(decide()).toBe(answer))

  it.each(Object.keys(basisRules) as FreezeBasis[])(
    'on %s what was entered wrongly may always end',
    (basis) => {
      expect(mayEndFor(basis, 'entered_wrongly')).toBe(true)
    },
  )

  it('of one of two leaves a packet frozen until the other ends', () => {
    expect(frozenUntilOf([freeze, { until: now + dayMs }])).toBe(now + dayMs)
    expect(frozenUntilOf([])).toBeNull()
  })
})

describe('objecting', () => {
  const open = { appealNo: 1, answeredAt: null }
  const done = (appealNo: number) => ({ appealNo, answeredAt: now })
  const agent = (memberId: string, isParty = false) => ({
    by: { kind: 'member', memberId } as const,
    isParty,
  })

  it.each([
    ['is done once at a time', [open], 'already_appealed'],
    ['is done three times at most', [1, 2, 3].map(done), 'appeals_max'],
    ['may be done again after an answer', [1, 2].map(done), 'yes'],
  ])('%s', (_, appeals, answer) => expect(codeOf(decideAppeal(freeze, appeals, now))).toBe(answer))

  it('comes too late once the freeze has ended', () => {
    expect(codeOf(decideAppeal({ ...freeze, until: now }, [], now))).toBe('freeze_ended')
  })

  it.each([
    ['never by whoever froze', agent('mem_agent'), [open], 'own_act'],
    ['never by a party', agent('mem_other', true), [open], 'own_act'],
    ['only where something was said', agent('mem_other'), [done(1)], 'nothing_appealed'],
    ['by somebody else', agent('mem_other'), [open], 'yes'],
    [
      'by an operator, whose key is somebody else',
      { by: { kind: 'operator', keyId: 'key_1' } as const, isParty: false },
      [open],
      'yes',
    ],
  ])('is answered %s', (_, by, appeals, answer) => {
    expect(codeOf(decideAnswerAppeal(freeze, appeals, by, now))).toBe(answer)
  })
})
