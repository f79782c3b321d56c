/**
 * Known kinds of fraud (domain.md §9.1, S1–S13) as what must come together for each. A pattern says which story the signals
 * tell; it adds the points by which the whole is worth more than its parts. None is complete by one weak word.
 */

import type { LinkCode } from './link-rules.ts'
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

const strangeLink = [
  'official_name_in_front',
  'looks_like_brand',
  'brand_with_additions',
  'brand_other_ending',
  'name_before_at',
  'one_slip_from_brand',
  'brand_inside',
  'short_brand_inside',
  'brand_in_subdomain',
  'brand_in_path',
  'raw_ip',
  'hidden_ip',
  'encoded_host',
  'mixed_alphabets',
  'luring_words',
  'luring_word',
  'young_ending',
  'short_link',
  'free_host',
  'plain_http_sign_in',
  'open_redirect',
] as const satisfies readonly LinkCode[]

const secrets = ['asks_for_code', 'asks_for_password', 'asks_for_card', 'asks_for_identity'] as const
const pays = [
  'asks_to_pay_first',
  'asks_for_safe_account',
  'asks_for_other_account',
  'asks_to_transfer',
  'asks_to_top_up',
  'asks_for_loan',
] as const

const domain = (row: string) => ({ source: `domain.md §9.1 ${row}`, grade: 'S' }) as const

export const patterns: readonly Pattern[] = [
  {
    id: 'S1',
    needs: [
      ['recall_tool'],
      [
        ...([
          'grants_control',
          'asks_to_install',
          'side_loads',
          'app_file',
          'opens_link',
          'moves_elsewhere',
        ] as const),
        ...(['asks_to_pay_first', 'promises_success', 'sells_tool'] as const),
        ...secrets,
      ],
    ],
    adds: 20,
    ...domain('S1'),
  },
  { id: 'S2', needs: [['says_account_in_trouble', 'threatens'], strangeLink], adds: 25, ...domain('S2') },
  {
    id: 'S2',
    needs: [['says_account_in_trouble', 'threatens'], ['unlisted_link']],
    adds: 15,
    ...domain('S2'),
  },
  { id: 'S2', needs: [secrets, ['unlisted_link', ...strangeLink]], adds: 22, ...domain('S2') },
  { id: 'S2', needs: [['says_account_in_trouble'], secrets], adds: 15, ...domain('S2') },
  {
    id: 'S3',
    needs: [['offers_recovery'], ['asks_to_pay_first', 'promises_success', 'moves_elsewhere', ...secrets]],
    adds: 22,
    ...domain('S3'),
  },
  {
    id: 'S4',
    needs: [['asks_to_return', 'fake_credit', 'refuses_the_way_it_came'], ['asks_for_other_account']],
    adds: 10,
    ...domain('S4'),
  },
  {
    id: 'S4',
    needs: [['asks_to_return'], ['fake_credit', 'threatens', 'refuses_the_way_it_came', ...secrets]],
    adds: 12,
    ...domain('S4'),
  },
  { id: 'S5', needs: [['enters_for_packet', 'share_to_get']], adds: 3, ...domain('S5') },
  {
    id: 'S5',
    needs: [
      ['gift_wording'],
      [
        'share_to_get',
        'enters_for_packet',
        ...secrets,
        'asks_to_pay_first',
        'asks_to_top_up',
        ...strangeLink,
      ],
    ],
    adds: 18,
    ...domain('S5'),
  },
  { id: 'S6', needs: [['collect_as_gift']], adds: 3, ...domain('S6') },
  {
    id: 'S6',
    needs: [
      ['collect_as_gift'],
      ['gift_wording', 'asks_for_password', 'opens_link', 'urges', 'asks_to_transfer'],
    ],
    adds: 18,
    ...domain('S6'),
  },
  {
    id: 'S7',
    needs: [
      ['closes_a_service', 'promises_compensation', 'names_customer_service', 'says_account_in_trouble'],
      ['shares_screen', 'asks_for_safe_account'],
    ],
    adds: 22,
    ...domain('S7'),
  },
  {
    id: 'S7',
    needs: [
      ['closes_a_service', 'promises_compensation'],
      [
        ...([
          'names_customer_service',
          'moves_elsewhere',
          'asks_to_install',
          'threatens',
          'claims_authority',
        ] as const),
        ...secrets,
        ...pays,
      ],
    ],
    adds: 20,
    ...domain('S7'),
  },
  {
    id: 'S8',
    needs: [
      ['number_stuffed'],
      ['names_customer_service', 'offers_recovery', 'closes_a_service', 'number_as_customer_service'],
    ],
    adds: 15,
    ...domain('S8'),
  },
  { id: 'S8', needs: [['number_stuffed']], adds: 0, ...domain('S8') },
  {
    id: 'S9',
    needs: [['new_contact_of_known', 'refuses_call', 'emergency_at_kin', 'orders_a_payment'], pays],
    adds: 24,
    ...domain('S9'),
  },
  {
    id: 'S9',
    needs: [
      ['orders_a_payment', 'emergency_at_kin'],
      ['new_contact_of_known', 'refuses_call', 'asks_for_secrecy', 'asks_to_hide_from_kin'],
    ],
    adds: 24,
    ...domain('S9'),
  },
  { id: 'S10', needs: [['rents_account', 'passes_money_on']], adds: 3, ...domain('S10') },
  {
    id: 'S10',
    needs: [
      ['rents_account', 'passes_money_on'],
      ['earns_for_nothing', 'offers_pay', 'promises_success'],
    ],
    adds: 16,
    ...domain('S10'),
  },
  {
    id: 'S11',
    needs: [
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
    ],
    adds: 24,
    ...domain('S11'),
  },
  {
    id: 'S11',
    needs: [
      ['claims_authority'],
      ['offers_recovery'],
      ['asks_to_pay_first', 'moves_elsewhere', 'promises_success', ...secrets, ...strangeLink],
    ],
    adds: 22,
    ...domain('S11'),
  },
  {
    id: 'S11',
    needs: [
      ['claims_authority'],
      ['claims_a_case'],
      ['threatens', 'moves_elsewhere', 'asks_to_install', ...strangeLink],
    ],
    adds: 24,
    ...domain('S11'),
  },
  {
    id: 'S12',
    needs: [
      ['grab_tool'],
      [
        'unlisted_link',
        ...([
          'grants_control',
          'asks_to_install',
          'side_loads',
          'promises_success',
          'asks_to_pay_first',
          'sells_tool',
        ] as const),
        ...([
          'moves_elsewhere',
          'app_file',
          'opens_link',
          'asks_to_top_up',
          'asks_to_transfer',
          'asks_for_password',
        ] as const),
      ],
    ],
    adds: 18,
    ...domain('S12'),
  },
  {
    id: 'S13',
    needs: [['open_redirect'], strangeLink.filter((code) => code !== 'open_redirect')],
    adds: 20,
    ...domain('S13'),
  },
]
