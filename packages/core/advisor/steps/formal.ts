/**
 * When asking has not helped: evidence by day 7, a demand or mediation by day 14, and a decision on an action by day 75
 * (§12.3, 5). A court's door closes for a mistake after ninety days; unjust enrichment stays open for three years.
 */

import { chinaDateOf } from '../../law/china-date.ts'
import { courtFee, preservationFee } from '../../law/court-fee.ts'
import { smallClaims } from '../../law/small-claims.ts'
import { amountToJson } from '../../money.ts'
import type { Instant } from '../../instant.ts'
import type { Situation } from '../situation.ts'
import { byLaw, elsewhere, law, ownManner, stepRules, unknown } from './step-rule.ts'

const taken = ['claimed', 'partly_claimed'] as const
const mistaken = ['mistake', 'elder', 'joke'] as const
const transferTaken = { nature: mistaken, kind: ['transfer'], phase: taken } as const

function costs({ amount, province }: Situation, now: Instant): Record<string, string | number> {
  if (amount === null) return {}
  const { full, half } = courtFee(amount)
  const { answer } = smallClaims(province, amount, chinaDateOf(now))
  return {
    amount: amountToJson(amount),
    fee: amountToJson(full),
    halfFee: amountToJson(half),
    smallClaims: answer,
  }
}

export const formalSteps = stepRules({
  make_an_evidence_pack: {
    when: { ...transferTaken },
    who: 'you',
    risk: 'none',
    by: 'day_7',
    basis: law('evidence_14', 'evidence_15', 'evidence_94', 'procedure_note_106'),
    effect: byLaw('evidence_94'),
  },
  demand_in_writing: {
    when: { ...transferTaken, reachability: ['silent', 'refuses', 'blocked'] },
    who: 'you',
    risk: 'medium',
    by: 'day_14',
    basis: law('civil_985', 'civil_987', 'civil_195'),
    effect: byLaw('civil_195'),
    text: 'demand',
  },
  mediate: {
    when: { ...transferTaken, reachability: ['answers', 'silent', 'refuses'] },
    who: 'mediator',
    risk: 'low',
    by: 'day_14',
    basis: law('procedure_205', 'procedure_206'),
    effect: byLaw('procedure_206'),
  },
  confirm_what_was_mediated: {
    when: { ...transferTaken, reachability: ['answers', 'silent', 'refuses'] },
    who: 'court',
    risk: 'low',
    by: 'judicial_confirmation',
    basis: law('procedure_205', 'procedure_206', 'procedure_250'),
    effect: byLaw('procedure_206'),
    text: 'judicial_confirmation',
  },
  learn_who_it_is_through_the_court: {
    when: [
      { ...transferTaken, reachability: ['blocked'] },
      { ...transferTaken, relation: ['stranger'] },
    ],
    who: 'court',
    risk: 'medium',
    by: 'day_14',
    basis: law('procedure_122', 'procedure_22', 'personal_10'),
    effect: unknown,
  },
  preserve_property: {
    when: { ...transferTaken, size: ['more'], reachability: ['refuses', 'blocked'] },
    who: 'court',
    risk: 'high',
    by: 'sue_after_preservation',
    basis: law('procedure_103', 'procedure_104'),
    effect: byLaw('procedure_104'),
    reads: ['amount'],
    values: ({ amount }): Record<string, number> =>
      amount === null ? {} : { preservationFee: amountToJson(preservationFee(amount)) },
  },
  decide_on_an_action: {
    when: { ...transferTaken, rescission: ['open', 'late'] },
    who: 'court',
    risk: 'high',
    by: 'decide',
    basis: law(
      'civil_147',
      'civil_152',
      'mistake_19',
      'civil_157',
      'civil_985',
      'procedure_22',
      'procedure_165',
      'fees_13',
      'fees_16',
      'fees_29',
    ),
    effect: elsewhere('kdic_days'),
    text: 'claim_draft',
    reads: ['amount', 'province'],
    values: costs,
  },
  enrichment_is_left: {
    when: { ...transferTaken, rescission: ['over'], limitation: ['open'] },
    who: 'court',
    risk: 'high',
    by: 'enrichment',
    basis: law('civil_985', 'civil_986', 'civil_987', 'civil_188', 'civil_195', 'procedure_22', 'fees_13'),
    effect: unknown,
    text: 'claim_draft',
    reads: ['amount', 'province'],
    values: costs,
  },
  it_may_be_too_late: {
    when: { ...transferTaken, limitation: ['over'] },
    who: 'you',
    risk: 'low',
    by: 'today',
    basis: law('civil_188', 'civil_195'),
    effect: unknown,
  },
  rescind_what_was_done_under_deceit: {
    when: { nature: ['deceived'] },
    who: 'court',
    risk: 'high',
    by: 'deceit',
    basis: law('civil_148', 'civil_152', 'deceit_21', 'procedure_note_109'),
    effect: unknown,
  },
  ask_where_other_law_governs: {
    when: { law: ['other'] },
    who: 'you',
    risk: 'none',
    by: 'day_7',
    basis: law('procedure_22'),
    effect: unknown,
  },
  next_time: {
    when: { nature: [...mistaken, 'minor', 'will'] },
    who: 'you',
    risk: 'none',
    by: 'day_7',
    basis: ownManner,
    effect: elsewhere('kdic_causes'),
  },
})
