import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageRules } from './age.ts'
import { dayMs, toIso } from './instant.ts'
import {
  decideLimits,
  decideOwnLimit,
  limitLayers,
  maxAt,
  noLimits,
  noRule,
  strictest,
  type Bounds,
  type LimitSums,
} from './limits.ts'
import { isRefusal, refusalCodes, type Refusal } from './refusals.ts'
import { periodsAt } from './wall-day.ts'

const now = Date.UTC(2026, 10, 22, 8)
const periods = periodsAt('Asia/Shanghai', now)
const none = { day: 0n, month: 0n }
const bound = (max: bigint) => ({ max, layer: 'own' as const })
const open: Bounds = { share: null, send: null, day: null, month: null }
const ask = { field: 'total', amount: 1_000n, count: 2 } as const

describe('of several layers', () => {
  const sums = (change: Partial<LimitSums>): LimitSums => ({ ...noLimits, ...change })

  test('the strictest binds, and is named', () => {
    const bounds = strictest({
      age: sums({ send: 500n, day: 900n }),
      operator: sums({ send: 300n }),
      own: sums({ send: 400n, day: 100n }),
    })
    expect(bounds).toEqual({
      share: null,
      send: { max: 300n, layer: 'operator' },
      day: { max: 100n, layer: 'own' },
      month: null,
    })
  })

  test('which say the same, the first is named', () => {
    const same = sums({ day: 100n })
    expect(strictest({ age: same, operator: same, own: same }).day).toEqual({ max: 100n, layer: 'age' })
  })

  test('none is ever passed by adding another', () => {
    const sum = fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }))
    const layer = fc.record({ share: sum, send: sum, day: sum, month: sum })
    fc.assert(
      fc.property(layer, layer, layer, (age, operator, own) => {
        const bounds = strictest({ age, operator, own })
        for (const kind of ['share', 'send', 'day', 'month'] as const)
          for (const layer of limitLayers) {
            const max = { age, operator, own }[layer][kind]
            if (max !== null) expect(bounds[kind]!.max <= max).toBe(true)
          }
      }),
    )
  })
})

const wrongs: { code: string; bounds: Partial<Bounds>; data: object }[] = [
  { code: 'limit_share', bounds: { share: bound(499n) }, data: { max: 499, layer: 'own' } },
  { code: 'limit_send', bounds: { send: bound(999n) }, data: { max: 999, layer: 'own' } },
  {
    code: 'limit_day',
    bounds: { day: bound(1_499n) },
    data: { max: 1_499, left: 999, renewsAt: toIso(periods.day.endsAt), layer: 'own' },
  },
  {
    code: 'limit_month',
    bounds: { month: bound(1_500n) },
    data: { max: 1_500, left: 900, renewsAt: toIso(periods.month.endsAt), layer: 'own' },
  },
]
const counted = { day: 500n, month: 600n }

test.each(wrongs)(
  'a send is refused as $code, also when everything below it is wrong as well',
  ({ code, bounds, data }) => {
    const from = wrongs.findIndex((wrong) => wrong.code === code)
    const alone = decideLimits(ask, counted, { ...open, ...bounds }, periods) as Refusal
    expect(alone).toMatchObject({ code, data: { field: 'total', ...data } })
    const all = Object.assign({}, open, ...wrongs.slice(from).map((wrong) => wrong.bounds)) as Bounds
    expect(decideLimits(ask, counted, all, periods)).toMatchObject({ code })
  },
)

test('the limits are refused in the order of the registry', () => {
  const places = wrongs.map(({ code }) => refusalCodes.indexOf(code as (typeof refusalCodes)[number]))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('a send of exactly what is left passes, and one fen more does not', () => {
  const bounds = { ...open, day: bound(1_500n), month: bound(1_600n) }
  expect(decideLimits(ask, counted, bounds, periods)).toEqual({ left: { day: 0n, month: 0n } })
  expect(decideLimits({ ...ask, amount: 1_001n }, counted, bounds, periods)).toMatchObject({
    code: 'limit_day',
  })
})

test('a limit lowered below what was sent leaves nothing, and says so without a negative sum', () => {
  const refused = decideLimits(ask, counted, { ...open, day: bound(100n) }, periods)
  expect(refused).toMatchObject({ code: 'limit_day', data: { left: 0 } })
})

test('splitting a sum into shares or sends lets no more of it through', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 1n, max: 400n }), { maxLength: 40 }), (parts) => {
      const bounds = { ...open, day: bound(1_000n) }
      let sent = 0n
      for (const amount of parts) {
        const decided = decideLimits({ ...ask, amount }, { day: sent, month: sent }, bounds, periods)
        if (!isRefusal(decided)) sent += amount
      }
      expect(sent <= 1_000n).toBe(true)
    }),
  )
})

test('without limits nothing is refused and nothing is left to count', () => {
  expect(decideLimits({ ...ask, amount: 10n ** 12n }, none, open, periods)).toEqual({
    left: { day: null, month: null },
  })
})

describe('one’s own limit', () => {
  const rule = { max: 1_000n, next: null }

  test('holds at once where it is stricter, also from none', () => {
    expect(decideOwnLimit(rule, 999n, now)).toEqual({ max: 999n, next: null })
    expect(decideOwnLimit(noRule, 0n, now)).toEqual({ max: 0n, next: null })
  })

  test('waits a day where it is looser, also to none', () => {
    expect(decideOwnLimit(rule, 1_001n, now)).toEqual({ max: 1_000n, next: { max: 1_001n, at: now + dayMs } })
    expect(decideOwnLimit(rule, null, now).next).toEqual({ max: null, at: now + dayMs })
  })

  test('holds from the millisecond its wait is over', () => {
    const waiting = decideOwnLimit(rule, null, now)
    expect(maxAt(waiting, now + dayMs - 1)).toBe(1_000n)
    expect(maxAt(waiting, now + dayMs)).toBe(null)
  })

  test('asked for again keeps its moment, another sum waits anew, a stricter one ends the wait', () => {
    const waiting = decideOwnLimit(rule, 5_000n, now)
    expect(decideOwnLimit(waiting, 5_000n, now + 1_000)).toEqual(waiting)
    expect(decideOwnLimit(waiting, 6_000n, now + 1_000).next).toEqual({
      max: 6_000n,
      at: now + 1_000 + dayMs,
    })
    expect(decideOwnLimit(waiting, 500n, now + 1_000)).toEqual({ max: 500n, next: null })
    expect(decideOwnLimit(waiting, 1_000n, now + 1_000)).toEqual({ max: 1_000n, next: null })
  })

  test('raised a day ago may be lowered from there', () => {
    const waiting = decideOwnLimit(rule, 5_000n, now)
    expect(decideOwnLimit(waiting, 4_000n, now + dayMs)).toEqual({ max: 4_000n, next: null })
  })
})

test('a younger band is nowhere looser than an older one', () => {
  for (const kind of ['share', 'send', 'day', 'month'] as const)
    expect(ageRules.child.limits[kind]! < ageRules.teen.limits[kind]!).toBe(true)
  expect(ageRules.child.guardianApprovalAbove! < ageRules.teen.guardianApprovalAbove!).toBe(true)
})
