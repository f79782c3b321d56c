/** The advisor's clocks as data: when each is told, what it rests on, and the days of those that are its own manner. */

import type { ArticleId } from '../law/articles.ts'
import type { All, Condition } from './condition.ts'
import { backRuleOf, type ProductRuleId } from './knowledge/product-rules.ts'
import type { Basis } from './plan.ts'
import type { Field, Situation } from './situation.ts'

interface ClockRule {
  when: Condition
  /** What it rests on. */
  basis: (situation: Situation) => readonly Basis[]
  /** Whether it stands among the clocks of a plan, or only at its step. */
  listed: boolean
}

const law =
  (...ids: ArticleId[]) =>
  (): readonly Basis[] =>
    ids.map((article) => ({ kind: 'law', article }))
const product =
  (...ids: ProductRuleId[]) =>
  (): readonly Basis[] =>
    ids.map((rule) => ({ kind: 'product', rule }))
const manner = (): readonly Basis[] => [{ kind: 'own_manner' }]

const taken: All = { phase: ['claimed', 'partly_claimed'] }
const notTaken: All = { phase: ['unclaimed', 'partly_claimed'] }
const mistaken: All = { nature: ['mistake', 'joke', 'elder'] }

const own = (days: number): ClockRule & { days: number } => ({ days, when: {}, basis: manner, listed: false })
const told = (when: Condition, reads: readonly Field[], basis: ClockRule['basis']) => ({
  when,
  reads,
  basis,
  listed: true,
})
const atStep = (when: Condition, reads: readonly Field[], basis: ClockRule['basis']) => ({
  when,
  reads,
  basis,
  listed: false,
})

export const clockRules = {
  now: own(0),
  today: own(0),
  day_1: own(1),
  day_3: own(3),
  day_7: own(7),
  day_14: own(14),
  undo: told({ power: ['undo'] }, ['sentAt', 'ledger'], product('laisee_undo')),
  recall: told({ power: ['recall'] }, ['platform', 'product', 'sentAt', 'ledger'], (): readonly Basis[] => [
    { kind: 'law', article: 'civil_658' },
    { kind: 'product', rule: 'laisee_recall' },
  ]),
  merchant_cancel: told(
    { power: ['merchant_cancel'] },
    ['platform', 'product', 'sentAt', 'ledger'],
    product('merchant_cancel'),
  ),
  goes_back: told(
    {
      ...notTaken,
      expiry: ['ahead'],
      nature: ['mistake', 'joke', 'elder', 'minor', 'will', 'deceived', 'stolen'],
    },
    ['platform', 'product', 'sentAt', 'ledger'],
    (situation): readonly Basis[] => [{ kind: 'product', rule: backRuleOf(situation) }],
  ),
  stop_payment: told({ nature: ['deceived', 'stolen'] }, ['sentAt'], law('antifraud_20')),
  merchant_query: told({ platform: ['merchant', 'wecom'] }, ['sentAt'], product('merchant_query_30_days')),
  decide: told(
    { ...taken, ...mistaken, kind: ['transfer'], rescission: ['open', 'late'] },
    ['sentAt', 'noticedAt'],
    manner,
  ),
  mistake: told(
    { ...taken, ...mistaken },
    ['sentAt', 'noticedAt'],
    law('civil_152', 'civil_147', 'civil_199'),
  ),
  deceit: told({ nature: ['deceived'] }, ['sentAt', 'noticedAt'], law('civil_152', 'civil_148', 'civil_199')),
  enrichment: told(
    { ...taken, nature: ['mistake', 'joke', 'elder', 'minor', 'deceived', 'stolen'] },
    ['sentAt', 'noticedAt'],
    law('civil_188', 'civil_195', 'civil_985'),
  ),
  ratification: atStep({ nature: ['minor'] }, [], law('civil_145')),
  judicial_confirmation: atStep({}, [], law('procedure_205')),
  sue_after_preservation: atStep({}, [], law('procedure_104')),
  enforcement: atStep({}, [], law('procedure_250')),
  instalments: atStep({}, [], law('civil_189', 'civil_188')),
} as const satisfies Record<string, ClockRule & ({ days: number } | { reads: readonly Field[] })>
