/** What not to do, and when it is said: the refused things that people in each situation are tempted by. */

import type { ArticleId } from '../law/articles.ts'
import { applies, type Condition } from './condition.ts'
import type { Facts } from './facts.ts'
import type { RefusedId } from './knowledge/refused.ts'
import type { Dont } from './plan.ts'

interface DontRule {
  when: Condition
  refused: readonly RefusedId[]
  articles: readonly ArticleId[]
}

const asking: Condition = { nature: ['mistake', 'will', 'minor', 'elder', 'joke'] }
const dontRules = {
  no_links_no_fees: {
    when: {},
    refused: ['recall_for_hire', 'firewall_app'],
    articles: ['criminal_266', 'personal_10'],
  },
  no_password_to_anyone: {
    when: {},
    refused: ['recall_for_hire', 'password_or_biometric_of_a_claimer'],
    articles: ['personal_28'],
  },
  no_talking_with_the_deceiver: {
    when: { nature: ['deceived', 'stolen'] },
    refused: [],
    articles: ['antifraud_20'],
  },
  no_second_payment: {
    when: { nature: ['deceived', 'stolen', 'asked'] },
    refused: [],
    articles: ['criminal_266'],
  },
  no_new_account: { when: { nature: ['asked'] }, refused: [], articles: ['antifraud_31'] },
  no_flood: {
    when: asking,
    refused: ['message_bombing', 'send_plugins', 'spying_on_presence'],
    articles: ['civil_1033', 'order_42'],
  },
  no_invention: {
    when: asking,
    refused: ['invented_emergency', 'persuasion_by_pressure'],
    articles: ['civil_148', 'evidence_94'],
  },
  no_giving_away: {
    when: { nature: ['mistake', 'elder', 'joke'], waiver: ['not_said'] },
    refused: [],
    articles: ['civil_152'],
  },
  no_false_report: {
    when: { nature: ['mistake', 'will', 'elder', 'joke', 'minor'] },
    refused: ['calling_a_mistake_fraud'],
    articles: ['order_60'],
  },
  no_naming_in_the_group: {
    when: { to: ['group'], nature: ['mistake', 'elder', 'joke'] },
    refused: ['untrue_group_notice'],
    articles: ['civil_1034'],
  },
  no_swap: {
    when: { phase: ['claimed', 'partly_claimed'], nature: ['mistake', 'elder', 'joke', 'minor'] },
    refused: ['gift_card_swap', 'wealth_product', 'family_card', 'laundering_scare'],
    articles: [],
  },
  no_buying_of_names: {
    when: { nature: ['mistake', 'elder', 'joke'], reachability: ['blocked', 'refuses'] },
    refused: ['others_id'],
    articles: ['personal_10', 'personal_28'],
  },
  no_tricks_on_the_phone: {
    when: { phase: ['undo', 'unclaimed', 'partly_claimed'] },
    refused: [
      'packet_interception',
      'screen_automation',
      'second_device',
      'network_tricks',
      'bank_delay_of_a_packet',
    ],
    articles: ['network_27', 'criminal_285'],
  },
  no_clearing: { when: {}, refused: [], articles: ['evidence_15'] },
} as const satisfies Record<string, DontRule>

export type DontId = keyof typeof dontRules

export const dontIds = Object.keys(dontRules) as DontId[]

/** What not to do. What may apply is said too: leaving something alone is never wrong. */
export function dontsOf(facts: Facts): Dont[] {
  return dontIds
    .filter((id) => applies(dontRules[id].when, facts) !== 'no')
    .map((id) => ({ id, refused: dontRules[id].refused, articles: dontRules[id].articles }))
}
