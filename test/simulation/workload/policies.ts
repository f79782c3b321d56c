/** Policies as administrators write them: of small sums, so that a day has something to approve, and some that cannot hold. */

import type { Fields, Json } from '../asks.ts'
import type { Organisation } from '../auditor/organisations.ts'
import type { Dice } from './dice.ts'

const says: Fields = { zh: '按公司规定', en: 'as the company has it' }
const role = (name: string): Fields => ({ role: name })
const person = (memberId: string): Fields => ({ memberId })
const step = (manner: string, ...approvers: Fields[]): Fields => ({ manner, approvers })

function chain(
  id: string,
  timeoutS: number,
  onTimeout: string,
  steps: Fields[],
  copyTo: Fields[] = [],
): Fields {
  return { id, says, steps, timeoutS, onTimeout, copyTo }
}

const one = chain('one', 3_600, 'administrators', [step('any', role('approver'))])
const two = chain(
  'two',
  1_800,
  'administrators',
  [step('all', role('approver')), step('any', role('administrator'))],
  [role('administrator')],
)
const short = chain('one', 600, 'reject', [step('any', role('approver'), role('administrator'))])

const rule = (id: string, least: number, outcome: string, more: Fields = {}): Fields => ({
  id,
  when: `amount >= ${least}`,
  outcome,
  tells: [],
  says,
  ...more,
})

const rights: Json[] = [
  { role: 'sender', whose: 'own', withinS: null, reasonNeeded: false, onlyMemberIds: null },
  { role: 'administrator', whose: 'others', withinS: 3_600, reasonNeeded: true, onlyMemberIds: null },
  { role: 'approver', whose: 'others', withinS: 600, reasonNeeded: false, onlyMemberIds: null },
]

const plain: Fields = {
  rules: [],
  limits: { share: null, send: null, day: null, month: null },
  chains: [one],
  thresholds: [{ amount: 3_000, chainId: 'one' }],
  rulesChainId: null,
  recallRights: rights,
  bulkMax: 30_000,
  unsureHoldFrom: 100_000,
}

/** What the first policy says: one approves from a small sum on, two steps from a larger one. */
export const firstPolicy: Fields = {
  ...plain,
  chains: [one, two],
  thresholds: [
    { amount: 2_000, chainId: 'one' },
    { amount: 9_000, chainId: 'two' },
  ],
}

/** A policy as somebody would write one now, for the people there are. */
export function somePolicy(dice: Dice, o: Organisation): Fields {
  const names = dice.shuffled([...o.people.keys()])
  const few = names.slice(0, 2).map(person)
  return {
    ...plain,
    ...dice.pick<Fields>([
      firstPolicy,
      { chains: [short], thresholds: [{ amount: 1, chainId: 'one' }], bulkMax: null },
      { chains: [one, two], thresholds: [{ amount: 500, chainId: 'two' }], limits: limitsOf(dice) },
      {
        chains: [one, two],
        rulesChainId: 'two',
        rules: [rule('much', 6_000, 'approve'), rule('too-much', 40_000, 'refuse')],
      },
      {
        rules: [
          rule('slow', 4_000, 'hold', { hold: { ms: 600_000, releaseFromMs: 0 } }),
          rule('sure', 1_000, 'confirm'),
          rule('much', 8_000, 'approve'),
        ],
        rulesChainId: 'one',
        thresholds: [{ amount: 15_000, chainId: 'one' }],
      },
      { chains: [chain('one', 7_200, 'reject', [step('all', ...few)])] },
      {
        chains: [
          chain('one', 3_600, 'reject', [step('any', ...few.slice(0, 1)), step('any', role('approver'))]),
        ],
      },
      { recallRights: [rights[1]!], limits: limitsOf(dice) },
      { thresholds: [{ amount: 3_000, chainId: 'nobody' }] },
      { rules: [rule('much', 6_000, 'approve')] },
      { chains: [one, one] },
    ]),
  }
}

function limitsOf(dice: Dice): Fields {
  return {
    share: dice.pick([null, 5_000]),
    send: dice.pick([null, 30_000]),
    day: dice.pick([null, 60_000, 1_000]),
    month: dice.pick([null, 200_000]),
  }
}
