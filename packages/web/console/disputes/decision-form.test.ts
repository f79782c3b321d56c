import { expect, it } from 'vitest'
import {
  decisionBody,
  decisionProblems,
  effectsOf,
  payableFrom,
  releasable,
  roomToFreeze,
  type DecisionForm,
} from './decision-form.ts'
import type { Dispute, DisputeMoney } from './disputes-data.ts'

const dispute = { id: 'dsp_1', sourceId: 'tr_1', amount: 50_000 } as Dispute
/** An amount that a court froze for this dispute. */
const frozen = (left: number | null, change: object = {}) => ({
  ...{
    id: 'frz_1',
    kind: 'amount',
    subjectId: 'mem_b',
    ownerId: 'mem_b',
    aboutId: 'dsp_1',
    basis: 'court',
    left,
  },
  ...change,
})
const money = (freezes: object[] = [], balance = 80_000, held = 50_000) =>
  ({
    holderId: 'mem_b',
    held,
    freezes,
    wallet: { balance, frozen: 0, state: 'open' },
  }) as unknown as DisputeMoney
const form = (change: Partial<DecisionForm> = {}): DecisionForm => ({
  outcome: 'return',
  amount: '',
  ...{ freezeId: '', orderReference: '', documentId: '' },
  reasons: '查明是付错了',
  ...change,
})
const does = (one: DecisionForm, where = money()) => effectsOf(one, where).does.map(({ word }) => word)

it('a return without an order is asked for; out of what an order froze it moves, and the rest stays frozen', () => {
  expect(does(form())).toEqual(['backed', 'backedOnce'])
  const order = money([frozen(60_000)])
  expect(effectsOf(form({ freezeId: 'frz_1' }), order)).toEqual({
    does: [
      { word: 'moved', amount: 50_000, frozen: 60_000 },
      { word: 'rest', amount: 50_000, rest: 10_000 },
    ],
    doesNot: 'moved',
  })
})

it('to return all is to ask for what is left of it, and for nothing where all of it came back', () => {
  expect(effectsOf(form(), money([], 80_000, 20_000)).does[0]).toEqual({
    word: 'backed',
    amount: 20_000,
  })
  expect(does(form(), money([], 80_000, 0))).toEqual(['backedOnce'])
})

it('only an order that can let money out, for this dispute and with enough left, pays a return', () => {
  const where = money([
    frozen(60_000),
    frozen(40_000, { id: 'frz_2' }),
    frozen(60_000, { id: 'frz_3', basis: 'policy' }),
    frozen(60_000, { id: 'frz_4', basis: 'police_stop' }),
    frozen(60_000, { id: 'frz_5', ownerId: 'mem_c', subjectId: 'mem_c' }),
    frozen(60_000, { id: 'frz_6', aboutId: 'dsp_2' }),
    frozen(60_000, { id: 'frz_7', aboutId: null }),
    frozen(null, { id: 'frz_8', kind: 'wallet' }),
    frozen(60_000, { id: 'frz_9', aboutId: 'tr_1', basis: 'police_freeze' }),
  ])
  expect(payableFrom(dispute, where, 50_000).map(({ id }) => id)).toEqual(['frz_1', 'frz_9'])
  expect(releasable(dispute, where).map(({ id }) => id)).toEqual(['frz_3'])
})

it('no more is frozen for a dispute than is left of its money and not frozen for it already', () => {
  expect(roomToFreeze(dispute, money([frozen(20_000, { basis: 'policy' })], 80_000, 30_000))).toBe(10_000)
  expect(roomToFreeze(dispute, money([frozen(20_000, { aboutId: 'dsp_2' })], 80_000, 30_000))).toBe(30_000)
})

it('a freeze of more than the wallet has says how much is there', () => {
  expect(does(form({ outcome: 'freeze', amount: '900' }))).toEqual(['freeze', 'freezeLess'])
  expect(does(form({ outcome: 'freeze', amount: '500' }))).toEqual(['freeze'])
})

it.each<[string, Partial<DecisionForm>, string[]]>([
  ['a part that is all of it', { outcome: 'part', amount: '500' }, ['amountMax']],
  ['a freeze of more than is left', { outcome: 'freeze', amount: '500.01' }, ['amountMax']],
  ['money that an order froze, without its word', { freezeId: 'frz_1' }, ['orderNeeded', 'documentNeeded']],
  ['a part of no sum', { outcome: 'part', amount: '' }, ['amountNeeded']],
  ['a release of nothing', { outcome: 'release' }, ['noFreeze']],
  ['no reasons', { reasons: ' ' }, ['reasonsNeeded']],
  ['a return', {}, []],
])('%s is told before it is decided', (_, change, problems) => {
  expect(decisionProblems(form(change), dispute, money())).toEqual(problems)
})

it('what is asked of the service has no sum, no freeze and no order where the decision takes none', () => {
  const given = { amount: '300', freezeId: 'frz_1', orderReference: ' 返1号 ', documentId: 'doc_1' }
  const none = { amount: null, freezeId: null, order: null }
  expect(decisionBody(form({ outcome: 'refuse', ...given }), money())).toEqual({
    ...{ outcome: 'refuse', reasons: '查明是付错了' },
    ...none,
  })
  expect(decisionBody(form({ outcome: 'part', ...given }), money())).toMatchObject({
    amount: 30_000,
    order: { reference: '返1号', documentId: 'doc_1' },
  })
  expect(decisionBody(form({ outcome: 'release', ...given }), money())).toMatchObject({ order: null })
})
