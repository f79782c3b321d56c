/** While nobody has it: asking once, waiting until it goes back by itself, and seeing that it did (§12.3, 2 and 3). */

import { backAt } from '../facts.ts'
import { backRuleOf } from '../knowledge/product-rules.ts'
import type { Basis } from '../plan.ts'
import type { Situation } from '../situation.ts'
import { asItsBasis, byProduct, law, ownManner, product, stepRules, unknown } from './step-rule.ts'

const notFraud = ['mistake', 'will', 'minor', 'elder', 'joke'] as const
const anyOwn = [...notFraud, 'deceived', 'stolen'] as const
const slipInAGroup = { to: ['group'], nature: ['mistake', 'elder', 'joke'] } as const
const goingBack = ['unclaimed', 'partly_claimed'] as const

/** What nobody takes goes back by the rule of the product it was sent with. */
const backBasis = (situation: Situation): readonly Basis[] =>
  situation.platform === null ? ownManner : product(backRuleOf(situation))

export const unclaimedSteps = stepRules({
  pause_it: {
    when: { pausable: ['yes'], power: ['none'], nature: notFraud, phase: goingBack },
    who: 'you',
    risk: 'none',
    by: 'now',
    basis: product('laisee_pause'),
    effect: byProduct('laisee_pause'),
    power: 'pause',
  },
  look_for_a_cancel_button: {
    when: { platform: ['alipay', 'other'], phase: ['unclaimed'], nature: anyOwn },
    who: 'you',
    risk: 'none',
    by: 'now',
    basis: product('other_cancel', 'alipay_cancel'),
    effect: unknown,
  },
  look_at_the_delayed_transfer: {
    when: {
      platform: ['wechat'],
      product: ['transfer_delayed'],
      phase: ['unclaimed', 'claimed'],
      nature: anyOwn,
    },
    who: 'you',
    risk: 'none',
    by: 'now',
    basis: product('wechat_delayed_cancel', 'wechat_transfer_no_withdrawal'),
    effect: unknown,
  },
  ask_not_to_open: {
    when: { phase: ['unclaimed'], power: ['none'], kind: ['packet'], to: ['one'], nature: notFraud },
    who: 'you',
    risk: 'low',
    by: 'now',
    basis: law('civil_658', 'civil_1033'),
    effect: unknown,
    text: 'ask_not_to_open',
    power: 'ask_not_to_open',
  },
  ask_to_give_it_back_unaccepted: {
    when: { phase: ['unclaimed'], power: ['none'], kind: ['transfer'], nature: notFraud },
    who: 'you',
    risk: 'low',
    by: 'now',
    basis: [...product('wechat_return_button'), ...law('civil_658')],
    effect: byProduct('wechat_return_button'),
    text: 'ask_not_to_accept',
  },
  tell_the_group: {
    when: [
      { ...slipInAGroup, power: ['none'], phase: ['unclaimed', 'partly_claimed', 'claimed'] },
      { ...slipInAGroup, power: ['recall'], phase: ['partly_claimed'] },
    ],
    who: 'you',
    risk: 'low',
    by: 'now',
    basis: law('civil_987', 'civil_1034'),
    effect: unknown,
    text: 'group_notice',
  },
  wait_until_it_goes_back: {
    when: { phase: goingBack, power: ['none'], expiry: ['ahead'], nature: anyOwn },
    who: 'you',
    risk: 'none',
    by: 'goes_back',
    basis: backBasis,
    effect: asItsBasis,
    reads: ['platform', 'product', 'sentAt', 'ledger'],
    values: (situation): Record<string, number> => {
      const at = backAt(situation)
      return at === null ? {} : { backAt: at }
    },
  },
  see_that_it_came_back: {
    when: [
      { phase: ['expired'], nature: anyOwn },
      { phase: goingBack, power: ['none'], expiry: ['past'], nature: anyOwn },
    ],
    who: 'you',
    risk: 'none',
    by: 'day_3',
    basis: backBasis,
    effect: asItsBasis,
    reads: ['platform', 'product'],
    hotlines: ['wechat_pay'],
  },
  stop_what_pays_by_itself: {
    when: { platform: ['wecom', 'merchant'], nature: anyOwn },
    who: 'organisation',
    risk: 'low',
    by: 'now',
    basis: [...ownManner, ...product('wecom_no_recall')],
    effect: unknown,
  },
  query_the_order: {
    when: { platform: ['wecom', 'merchant'], nature: anyOwn },
    who: 'organisation',
    risk: 'none',
    by: 'merchant_query',
    basis: product('merchant_query_30_days'),
    effect: byProduct('merchant_query_30_days'),
  },
  tell_finance_and_log: {
    when: { platform: ['wecom', 'merchant'], nature: anyOwn },
    who: 'organisation',
    risk: 'low',
    by: 'today',
    basis: ownManner,
    effect: unknown,
  },
})
