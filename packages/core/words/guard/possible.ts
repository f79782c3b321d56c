/** What a sender can do instead where a send is refused: one sentence for each kind of reason, never how to get round it. */

import type { ReasonCode } from '../../guard/rule.ts'
import type { Language } from '../words.ts'

export const ways = [
  'unfreeze',
  'unblock',
  'give_back',
  'other_person',
  'other_sum',
  'other_group',
  'daylight',
  'anew',
  'ask_rule',
] as const
export type Way = (typeof ways)[number]

const wayOf: Record<ReasonCode, Way> = {
  payee_frozen: 'unfreeze',
  return_to_other: 'give_back',
  passes_on: 'give_back',
  same_name: 'other_person',
  name_looks_alike: 'other_person',
  name_sounds_alike: 'other_person',
  name_near: 'other_person',
  avatar_alike: 'other_person',
  payee_no_match: 'other_person',
  payee_close_match: 'other_person',
  words_name_other: 'other_person',
  words_of_other: 'other_person',
  amount_of_other: 'other_person',
  turn_of_other: 'other_person',
  size_of_other: 'other_person',
  reply_to_other: 'other_person',
  chosen_from_recent: 'other_person',
  first_payee: 'other_person',
  long_ago: 'other_person',
  extra_zero: 'other_sum',
  extra_digit: 'other_sum',
  times_usual: 'other_sum',
  above_theirs: 'other_sum',
  above_usual: 'other_sum',
  most_of_balance: 'other_sum',
  large_amount: 'other_sum',
  duplicate: 'anew',
  words_name_other_group: 'other_group',
  group_words_of_other: 'other_group',
  group_of_other: 'other_group',
  shares_of_other: 'other_group',
  group_looks_alike: 'other_group',
  group_larger: 'other_group',
  group_first: 'other_group',
  group_new_members: 'other_group',
  few_shares: 'other_group',
  group_has_blocked: 'other_group',
  payee_reported: 'other_person',
  payee_minor: 'other_sum',
  payee_blocked: 'unblock',
  night: 'daylight',
  haste: 'anew',
  hesitation: 'anew',
  speaks_of_return: 'give_back',
  sum_with_meaning: 'other_sum',
  by_rule: 'ask_rule',
  guard_unsure: 'anew',
}

const texts: Record<Language, Record<Way, string>> = {
  zh: {
    unfreeze: '可以等对方的钱包解冻后再付，或者请对方换一个收款方式。',
    unblock: '拉黑解除以后就能付。',
    give_back: '可以打开当初那一笔，从那里原路退回。',
    other_person: '可以先和对方核实，或者重新选收款人。',
    other_sum: '可以核对一下，改成想好的金额。',
    other_group: '可以换一个群，或者只发给要发的人。',
    daylight: '可以等天亮再发。',
    anew: '可以过一会儿，看清楚了重新发。',
    ask_rule: '这是组织的规则：可以问管理员，请他批准或者改规则。',
  },
  en: {
    unfreeze: 'You can pay once their wallet is free again, or ask them for another way to be paid.',
    unblock: 'You can pay once the block is lifted.',
    give_back: 'You can open what you received, and give it back from there.',
    other_person: 'You can check with them first, or choose the payee anew.',
    other_sum: 'You can check the sum, and change it to the one you mean.',
    other_group: 'You can choose another group, or send only to whom it is for.',
    daylight: 'You can send it in the morning.',
    anew: 'You can look again in a while, and send it anew.',
    ask_rule: 'It is a rule of the organisation: ask an administrator to approve it or to change the rule.',
  },
}

/** What would be possible instead, each once, in the order of the reasons. */
export function sayPossible(language: Language, reasons: readonly { code: string }[]): string[] {
  const found = reasons.map(({ code }) => (Object.hasOwn(wayOf, code) ? wayOf[code as ReasonCode] : 'anew'))
  return [...new Set(found)].map((way) => texts[language][way])
}
