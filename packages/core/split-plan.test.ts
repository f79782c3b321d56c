import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beforePlan } from './guard/planned.ts'
import type { SendRecord } from './guard/facts.ts'
import { decideLimits, noLimits, strictest } from './limits.ts'
import { isRefusal, refusalCodes, type RefusalCode } from './refusals.ts'
import {
  decideEndPlan,
  decideMakePlan,
  decideSendPart,
  equalParts,
  planMs,
  planOverAt,
  type PlanAsk,
  type SplitPlan,
} from './split-plan.ts'
import { periodsAt } from './wall-day.ts'

const madeAt = Date.UTC(2026, 10, 22, 8)
const plan: SplitPlan = {
  id: 'plan_1',
  payerId: 'mem_payer',
  payeeId: 'mem_payee',
  total: 1_000n,
  amounts: [500n, 300n, 200n],
  note: '',
  madeAt,
  endsAt: madeAt + planMs,
  endedAt: null,
}
const ask: PlanAsk = { payerId: 'mem_payer', payeeId: 'mem_payee', total: 1_000n, parts: 3 }
const known = { payeeKnown: true, blocked: false }

test('equal parts make the total to the fen and differ by a fen at most', () => {
  fc.assert(
    fc.property(fc.bigInt(20n, 5_000_000n), fc.integer({ min: 2, max: 20 }), (total, count) => {
      const parts = equalParts(total, count)
      expect(parts).toHaveLength(count)
      expect(parts.reduce((all, part) => all + part, 0n)).toBe(total)
      expect(parts[0]! - parts.at(-1)!).toBeLessThanOrEqual(1n)
    }),
  )
})

test.each<[string, Partial<PlanAsk>, Partial<typeof known>, RefusalCode, string | undefined]>([
  ['nobody', {}, { payeeKnown: false }, 'member_unknown', 'payeeId'],
  ['oneself', { payeeId: 'mem_payer' }, {}, 'self_not_allowed', 'payeeId'],
  ['somebody blocked', {}, { blocked: true }, 'recipient_blocked', 'payeeId'],
  ['one part', { parts: 1 }, {}, 'part_count_out_of_bounds', 'count'],
  ['21 parts', { total: 21n, parts: Array<bigint>(21).fill(1n) }, {}, 'part_count_out_of_bounds', 'parts'],
  ['parts that make less', { parts: [500n, 499n] }, {}, 'parts_not_the_total', 'parts'],
  ['a part of nothing', { parts: [1_000n, 0n] }, {}, 'parts_not_the_total', 'parts'],
  ['more parts than fen', { total: 2n, parts: 3 }, {}, 'total_below_min', 'total'],
  ['more than one send may be', { total: 5_000_001n }, {}, 'amount_above_max', 'total'],
])('a plan for %s is refused, and says which field is at fault', (_, change, facts, code, field) => {
  expect(decideMakePlan({ ...ask, ...change }, { ...known, ...facts })).toMatchObject({
    code,
    data: { field },
  })
})

test('a plan’s refusals stand in the order of the registry', () => {
  const codes: RefusalCode[] = [
    'member_unknown',
    'self_not_allowed',
    'recipient_blocked',
    'part_count_out_of_bounds',
    'parts_not_the_total',
    'total_below_min',
    'amount_above_max',
  ]
  const places = codes.map((code) => refusalCodes.indexOf(code))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('each part is sent once, in any order, and not after the plan is over', () => {
  const sent = [{ no: 2, transferId: 'tr_2' }]
  expect(decideSendPart(plan, sent, 3, madeAt)).toEqual({
    planId: 'plan_1',
    no: 3,
    count: 3,
    amount: 200n,
    total: 1_000n,
    earlierIds: ['tr_2'],
  })
  expect(decideSendPart(plan, sent, 4, madeAt)).toMatchObject({ code: 'not_found' })
  expect(decideSendPart(plan, sent, 2, madeAt)).toMatchObject({
    code: 'part_sent_already',
    data: { transferId: 'tr_2' },
  })
  expect(isRefusal(decideSendPart(plan, sent, 1, plan.endsAt - 1))).toBe(false)
  expect(decideSendPart(plan, sent, 1, plan.endsAt)).toMatchObject({ code: 'plan_over' })
  const ended = { ...plan, endedAt: madeAt + 1 }
  expect(decideSendPart(ended, sent, 2, madeAt + 2)).toMatchObject({ code: 'plan_over' })
})

test('a plan is ended once, by its payer or by its time', () => {
  expect(decideEndPlan(plan, madeAt + 5)).toEqual({ endedAt: madeAt + 5 })
  expect(decideEndPlan({ ...plan, endedAt: madeAt }, madeAt + 5)).toMatchObject({ code: 'plan_over' })
  expect(decideEndPlan(plan, plan.endsAt)).toMatchObject({ code: 'plan_over' })
  expect(planOverAt(plan, plan.endsAt - 1)).toBeUndefined()
})

test('a part is held to the limit on one send by the plan’s sum, and counted in the day by its own', () => {
  const periods = periodsAt('Asia/Shanghai', madeAt)
  const bounds = (limits: { send?: bigint; day?: bigint }) =>
    strictest({ age: noLimits, operator: noLimits, own: { ...noLimits, ...limits } })
  const part = { field: 'amount', amount: 200n, count: 1, whole: 1_000n } as const
  const counted = { day: 300n, month: 300n }
  expect(decideLimits(part, counted, bounds({ send: 999n }), periods)).toMatchObject({ code: 'limit_send' })
  expect(decideLimits(part, counted, bounds({ send: 1_000n, day: 500n }), periods)).toMatchObject({
    left: { day: 0n },
  })
  expect(decideLimits(part, counted, bounds({ day: 499n }), periods)).toMatchObject({ code: 'limit_day' })
})

test('the guard sees the past and the wallet of a part as they were before the plan began', () => {
  const record = (sendId: string, amount: bigint, takenBackAt: number | null = null): SendRecord => ({
    sendId,
    at: madeAt,
    kind: 'transfer',
    toKind: 'member',
    toKey: 'mem_payee',
    amount,
    count: 1,
    words: '',
    takenBackAt,
  })
  const history = [record('tr_3', 300n), record('tr_2', 200n, madeAt + 5), record('tr_0', 70n)]
  const planned = {
    planId: 'plan_1',
    no: 1,
    count: 3,
    amount: 500n,
    total: 1_000n,
    earlierIds: ['tr_2', 'tr_3'],
  }
  expect(beforePlan(planned, { history, balance: 700n })).toEqual({ history: [history[2]], balance: 1_000n })
  expect(beforePlan(planned, { history, balance: null }).balance).toBeNull()
  expect(beforePlan(null, { history, balance: 700n })).toEqual({ history, balance: 700n })
})
