/**
 * Known kinds of fraud (domain.md §9.1, S1–S13) as what must come together for each. A pattern says which story the signals
 * tell; it adds the points by which the whole is worth more than its parts. None is complete by one weak word.
 */

import { strangeLink, type LinkCode } from './link-rules.ts'
import type { NumberCode } from './number-rules.ts'
import type { TextCode } from './text-rules.ts'

export type ScamCode = TextCode | LinkCode | NumberCode

export interface Pattern {
  id: string
  /** One of each group must have spoken. */
  needs: readonly (readonly ScamCode[])[]
  adds: number
  source: string
  grade: 'P' | 'S' | 'M'
}

const secrets = ['asks_for_code', 'asks_for_password', 'asks_for_card', 'asks_for_identity'] as const
const pays = [
  'asks_to_pay_first',
  'asks_for_safe_account',
  'asks_for_other_account',
  'asks_to_transfer',
  'asks_to_top_up',
  'asks_for_loan',
] as const

/** What must come together, a list a group, and what that adds. Kinds and their sources: domain.md §9.1. */
function story(id: string, adds: number, ...needs: readonly (readonly ScamCode[])[]): Pattern {
  return { id, adds, needs, source: `domain.md §9.1 ${id}`, grade: 'S' }
}

export const patterns: readonly Pattern[] = [
  story(
    'S1',
    20,
    ['recall_tool'],
    [
      'grants_control',
      'asks_to_install',
      'side_loads',
      'app_file',
      'opens_link',
      'moves_elsewhere',

      'asks_to_pay_first',
      'promises_success',
      'sells_tool',
      ...secrets,
    ],
  ),
  story('S2', 25, ['says_account_in_trouble', 'threatens'], strangeLink),
  story('S2', 15, ['says_account_in_trouble', 'threatens'], ['unlisted_link']),
  story('S2', 22, secrets, ['unlisted_link', ...strangeLink]),
  story('S2', 15, ['says_account_in_trouble'], secrets),
  story(
    'S3',
    22,
    ['offers_recovery'],
    ['asks_to_pay_first', 'promises_success', 'moves_elsewhere', ...secrets],
  ),
  story('S4', 10, ['asks_to_return', 'fake_credit', 'refuses_the_way_it_came'], ['asks_for_other_account']),
  story('S4', 12, ['asks_to_return'], ['fake_credit', 'threatens', 'refuses_the_way_it_came', ...secrets]),
  story('S5', 3, ['enters_for_packet', 'share_to_get']),
  story(
    'S5',
    18,
    ['gift_wording'],
    ['share_to_get', 'enters_for_packet', ...secrets, 'asks_to_pay_first', 'asks_to_top_up', ...strangeLink],
  ),
  story('S6', 3, ['collect_as_gift']),
  story(
    'S6',
    18,
    ['collect_as_gift'],
    ['gift_wording', 'asks_for_password', 'opens_link', 'urges', 'asks_to_transfer'],
  ),
  story(
    'S7',
    22,
    ['closes_a_service', 'promises_compensation', 'names_customer_service', 'says_account_in_trouble'],
    ['shares_screen', 'asks_for_safe_account'],
  ),
  story(
    'S7',
    20,
    ['closes_a_service', 'promises_compensation'],
    [
      'names_customer_service',
      'moves_elsewhere',
      'asks_to_install',
      'threatens',
      'claims_authority',

      ...secrets,
      ...pays,
    ],
  ),
  story(
    'S8',
    15,
    ['number_stuffed'],
    ['names_customer_service', 'offers_recovery', 'closes_a_service', 'number_as_customer_service'],
  ),
  story('S8', 0, ['number_stuffed']),
  story('S9', 24, ['new_contact_of_known', 'refuses_call', 'emergency_at_kin', 'orders_a_payment'], pays),
  story(
    'S9',
    24,
    ['orders_a_payment', 'emergency_at_kin'],
    ['new_contact_of_known', 'refuses_call', 'asks_for_secrecy', 'asks_to_hide_from_kin'],
  ),
  story('S10', 3, ['rents_account', 'passes_money_on']),
  story(
    'S10',
    16,
    ['rents_account', 'passes_money_on'],
    ['earns_for_nothing', 'offers_pay', 'promises_success'],
  ),
  story(
    'S11',
    24,
    ['claims_authority', 'claims_a_case'],
    [
      'asks_for_safe_account',
      'asks_for_secrecy',
      'asks_to_hide_from_kin',
      'shares_screen',
      ...secrets,
      'asks_to_pay_first',
      'asks_to_transfer',
    ],
  ),
  story(
    'S11',
    22,
    ['claims_authority'],
    ['offers_recovery'],
    ['asks_to_pay_first', 'moves_elsewhere', 'promises_success', ...secrets, ...strangeLink],
  ),
  story(
    'S11',
    24,
    ['claims_authority'],
    ['claims_a_case'],
    ['threatens', 'moves_elsewhere', 'asks_to_install', ...strangeLink],
  ),
  story(
    'S12',
    18,
    ['grab_tool'],
    [
      'unlisted_link',

      'grants_control',
      'asks_to_install',
      'side_loads',
      'promises_success',
      'asks_to_pay_first',
      'sells_tool',

      'moves_elsewhere',
      'app_file',
      'opens_link',
      'asks_to_top_up',
      'asks_to_transfer',
      'asks_for_password',
    ],
  ),
  story(
    'S13',
    20,
    ['open_redirect'],
    strangeLink.filter((code) => code !== 'open_redirect'),
  ),
]
