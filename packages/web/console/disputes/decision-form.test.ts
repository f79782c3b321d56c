import { expect, it } from 'vitest'
import { decisionBody, decisionProblems, effectsOf, payableFrom, type DecisionForm } from './decision-form.ts'
import type { Dispute, DisputeMoney } from './disputes-data.ts'

const dispute = { amount: 50_000 } as Dispute
const frozen = (change: object) => ({
  id: 'frz_1',
  kind: 'amount',
  ownerId: 'mem_b',
  basis: 'court',
  ...change,
})
const money = (freezes: object[] = [], balance = 80_000, held = 50_000) =>
  ({ holderId: 'mem_b', held, freezes, wallet: { balance, frozen: 0, state: 'open' } }) as unknown as DisputeMoney
const form = (change: Partial<DecisionForm> = {}): DecisionForm => ({
  outcome: 'return',
  amount: '',
  freezeId: '',
  reasons: '查明是付错了',
  ...change,
})
const does = (one: DecisionForm, where = money()) =>
  effectsOf(one, dispute, where).does.map(({ word }) => word)

it('a return without an order is asked for; out of what an order froze it moves, and the rest is free', () => {
  expect(does(form())).toEqual(['backed', 'backedOnce'])
  const order = money([frozen({ amount: 60_000 })])
  expect(effectsOf(form({ freezeId: 'frz_1' }), dispute, order)).toEqual({
    does: [
      { word: 'moved', amount: 50_000, frozen: 60_000 },
      { word: 'rest', amount: 50_000, rest: 10_000 },
    ],
    doesNot: 'moved',
  })
})

it('to return all is to ask for what is left of it, and for nothing where all of it came back', () => {
  expect(effectsOf(form(), dispute, money([], 80_000, 20_000)).does[0]).toEqual({
    word: 'backed',
    amount: 20_000,
  })
  expect(does(form(), money([], 80_000, 0))).toEqual(['backedOnce'])
})

it('only an order’s freeze of enough of the holder’s money pays a return', () => {
  const where = money([
    frozen({ id: 'frz_1', amount: 60_000 }),
    frozen({ id: 'frz_2', amount: 40_000 }),
    frozen({ id: 'frz_3', amount: 60_000, basis: 'policy' }),
    frozen({ id: 'frz_4', amount: 60_000, ownerId: 'mem_c' }),
    frozen({ id: 'frz_5', amount: null, kind: 'wallet' }),
  ])
  expect(payableFrom(where, 50_000).map(({ id }) => id)).toEqual(['frz_1'])
})

it('a freeze of more than the wallet has says how much is there', () => {
  expect(does(form({ outcome: 'freeze', amount: '900' }))).toEqual(['freeze', 'freezeLess'])
  expect(does(form({ outcome: 'freeze', amount: '500' }))).toEqual(['freeze'])
})

it.each<[string, Partial<DecisionForm>, string[]]>([
  ['a part that is all of it', { outcome: 'part', amount: '500' }, ['amountMax']],
  ['a part of no sum', { outcome: 'part', amount: '' }, ['amountNeeded']],
  ['a release of nothing', { outcome: 'release' }, ['noFreeze']],
  ['no reasons', { reasons: ' ' }, ['reasonsNeeded']],
  ['a return', {}, []],
])('%s is told before it is decided', (_, change, problems) => {
  expect(decisionProblems(form(change), dispute)).toEqual(problems)
})

it('what is asked of the service has no sum and no freeze where the decision takes none', () => {
  const given = { amount: '300', freezeId: 'frz_1' }
  expect(decisionBody(form({ outcome: 'refuse', ...given }), dispute)).toEqual({
    outcome: 'refuse',
    reasons: '查明是付错了',
    amount: null,
    freezeId: null,
  })
  expect(decisionBody(form({ outcome: 'part', ...given }), dispute)).toMatchObject({ amount: 30_000 })
})
