import { describe, expect, test } from 'vitest'
import type { FamilySpendFacts } from './family.ts'
import { refusalCodes, type RefusalCode } from './refusals.ts'
import { decidePayment, decideSpending, type SpendingAsk, type SpendingFacts } from './spending.ts'
import { periodsAt } from './wall-day.ts'

const noon = Date.UTC(2026, 10, 22, 4)
const timeZone = 'Asia/Shanghai'
const family: FamilySpendFacts = {
  monthMax: 300_000n,
  counted: 0n,
  monthEndsAt: periodsAt(timeZone, noon).month.endsAt,
  giverCanPay: true,
}
const facts: SpendingFacts = {
  now: noon,
  band: 'adult',
  timeZone,
  bounds: { share: null, send: null, day: null, month: null },
  counted: { day: 0n, month: 0n },
  periods: periodsAt(timeZone, noon),
  family: null,
  guardianIds: [],
}
const ask: SpendingAsk = { field: 'total', amount: 5_000n, count: 1, groupLucky: false }
const day = { max: 4_999n, layer: 'own' } as const
const night = Date.UTC(2026, 10, 22, 14)

const wrongs: { code: RefusalCode; ask?: Partial<SpendingAsk>; facts?: Partial<SpendingFacts> }[] = [
  { code: 'family_unknown', facts: { family: 'unknown' } },
  { code: 'limit_day', facts: { bounds: { ...facts.bounds, day } } },
  { code: 'limit_family', facts: { family: { ...family, counted: 295_001n } } },
  { code: 'minor_night', facts: { band: 'teen', now: night } },
  { code: 'minor_group_lucky', facts: { band: 'teen' }, ask: { groupLucky: true } },
  { code: 'guardian_approval_needed', facts: { band: 'teen' }, ask: { amount: 10_001n } },
]

test.each(wrongs)('a send is refused as $code, before everything below it', ({ code }) => {
  const from = wrongs.findIndex((wrong) => wrong.code === code)
  const below = wrongs.slice(from).toReversed()
  const alone = decideSpending({ ...ask, ...wrongs[from]!.ask }, { ...facts, ...wrongs[from]!.facts })
  expect(alone).toMatchObject({ code })
  const worst = decideSpending(
    Object.assign({}, ask, ...below.map((wrong) => wrong.ask)) as SpendingAsk,
    Object.assign({}, facts, ...below.map((wrong) => wrong.facts)) as SpendingFacts,
  )
  expect(worst).toMatchObject({ code })
})

test('these are refused in the order of the registry', () => {
  const places = wrongs.map(({ code }) => refusalCodes.indexOf(code))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

describe('the night of a minor', () => {
  const at = (zone: string, text: string) =>
    decideSpending(ask, { ...facts, band: 'teen', timeZone: zone, now: Date.parse(text) })

  test('begins at 22:00 and is over at 06:00, to the millisecond', () => {
    expect(at(timeZone, '2026-11-22T13:59:59.999Z')).toMatchObject({ left: {} })
    expect(at(timeZone, '2026-11-22T14:00:00.000Z')).toMatchObject({ code: 'minor_night' })
    expect(at(timeZone, '2026-11-22T21:59:59.999Z')).toMatchObject({ code: 'minor_night' })
    expect(at(timeZone, '2026-11-22T22:00:00.000Z')).toMatchObject({ left: {} })
  })

  test('is read off the wall where a clock is changed', () => {
    expect(at('Europe/Berlin', '2026-10-25T04:59:59.000Z')).toMatchObject({ code: 'minor_night' })
    expect(at('Europe/Berlin', '2026-10-25T05:00:00.000Z')).toMatchObject({ left: {} })
  })

  test('is nobody else’s', () => {
    expect(decideSpending(ask, { ...facts, now: night })).toMatchObject({ left: {} })
  })
})

describe('an allowance', () => {
  const paid = (change: Partial<FamilySpendFacts>, amount = ask.amount) =>
    decideSpending({ ...ask, amount }, { ...facts, family: { ...family, ...change } })

  test('pays exactly what is left of it', () => {
    expect(paid({ counted: 295_000n })).toMatchObject({ left: {} })
    expect(paid({ counted: 295_001n })).toMatchObject({ code: 'limit_family', data: { left: 4_999 } })
  })

  test('lowered below what was sent pays nothing', () => {
    expect(paid({ monthMax: 1_000n, counted: 2_000n }, 1n)).toMatchObject({ data: { left: 0 } })
  })

  test('is the giver’s affair: whether they can pay is all the holder learns', () => {
    const poor = { balance: 0n, state: 'open' } as const
    expect(decidePayment(poor, 5_000n, family)).toBe('debit')
    expect(decidePayment(poor, 5_000n, { ...family, giverCanPay: false })).toEqual({
      kind: 'refusal',
      code: 'giver_cannot_pay',
      data: {},
    })
    expect(decidePayment({ ...poor, state: 'frozen' }, 5_000n, family)).toMatchObject({
      code: 'wallet_frozen',
    })
  })
})

test('a minor with a guardian may ask for any sum their limits allow: it waits for a word', () => {
  const minor = { ...facts, band: 'teen', guardianIds: ['mem_mama'] } as const
  expect(decideSpending({ ...ask, amount: 10_001n }, minor)).toMatchObject({ left: {} })
})
