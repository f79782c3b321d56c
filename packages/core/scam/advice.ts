/** What to do now, in order: what stops the harm comes first. Every hotline named is of the allowlist. */

import { hotlines } from './hotlines.ts'
import type { ScamCode } from './patterns.ts'
import type { SignalData } from './signal.ts'
import type { Verdict } from './weigh.ts'

export type AdviceCode =
  | 'stop_and_wait'
  | 'if_paid_call_police'
  | 'do_not_open_link'
  | 'do_not_install'
  | 'close_access'
  | 'tell_no_code'
  | 'pay_nothing_first'
  | 'no_safe_account'
  | 'end_screen_sharing'
  | 'call_them_yourself'
  | 'return_the_way_it_came'
  | 'only_recipient_can_return'
  | 'lend_no_account'
  | 'claiming_needs_nothing'
  | 'go_in_by_the_app'
  | 'number_can_be_forged'
  | 'ask_anti_fraud_line'
  | 'keep_evidence'
  | 'no_sign_is_not_safe'

export interface Advice {
  code: AdviceCode
  data: SignalData
}

/** Advice with the signals that call for it: any of them. */
const byCode: readonly (readonly [AdviceCode, readonly ScamCode[]])[] = [
  [
    'do_not_open_link',
    [
      'link_is_code',
      'official_name_in_front',
      'looks_like_brand',
      'brand_with_additions',
      'brand_other_ending',
      'name_before_at',
      'one_slip_from_brand',
      'brand_inside',
      'raw_ip',
      'hidden_ip',
      'encoded_host',
      'mixed_alphabets',
      'luring_words',
      'open_redirect',
      'young_ending',
      'short_link',
      'userinfo_in_link',
      'plain_http_sign_in',
    ],
  ],
  ['do_not_install', ['recall_tool', 'grab_tool', 'app_file', 'side_loads', 'grants_control']],
  ['close_access', ['grants_control']],
  [
    'tell_no_code',
    ['asks_for_code', 'asks_for_password', 'asks_for_card', 'asks_for_identity', 'enters_for_packet'],
  ],
  ['end_screen_sharing', ['shares_screen']],
  ['no_safe_account', ['asks_for_safe_account']],
  ['pay_nothing_first', ['asks_to_pay_first', 'asks_to_top_up', 'offers_recovery']],
  ['only_recipient_can_return', ['recall_tool', 'offers_recovery']],
  [
    'return_the_way_it_came',
    ['asks_to_return', 'asks_for_other_account', 'fake_credit', 'refuses_the_way_it_came'],
  ],
  [
    'call_them_yourself',
    ['new_contact_of_known', 'refuses_call', 'asks_for_loan', 'emergency_at_kin', 'orders_a_payment'],
  ],
  ['claiming_needs_nothing', ['enters_for_packet', 'share_to_get', 'collect_as_gift', 'gift_wording']],
  ['lend_no_account', ['rents_account', 'passes_money_on']],
  [
    'go_in_by_the_app',
    [
      'says_account_in_trouble',
      'closes_a_service',
      'promises_compensation',
      'names_customer_service',
      'number_as_customer_service',
      'number_stuffed',
      'number_like_hotline',
    ],
  ],
  [
    'number_can_be_forged',
    ['known_hotline', 'number_like_hotline', 'claims_authority', 'number_from_abroad'],
  ],
]

const numberOf = (what: string) => hotlines.find((line) => line.what === what && line.toCall)!.number

/** The advice for a verdict and the signals behind it. */
export function adviceFor(verdict: Verdict, codes: ReadonlySet<ScamCode>): Advice[] {
  const advice: Advice[] = []
  const add = (code: AdviceCode, data: SignalData = {}) => advice.push({ code, data })
  if (verdict === 'danger') {
    add('stop_and_wait')
    add('if_paid_call_police', { number: numberOf('police') })
  }
  for (const [code, callers] of byCode) if (callers.some((one) => codes.has(one))) add(code)
  if (verdict === 'no_sign_found') {
    add('no_sign_is_not_safe')
    return advice
  }
  add('ask_anti_fraud_line', { number: numberOf('anti_fraud') })
  add('keep_evidence')
  return advice
}
