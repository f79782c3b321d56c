/** What a telephone number can give away. Knowing no harm of a number is not knowing it to be good. */

import type { SignalRule } from './signal.ts'

export const numberRules = {
  /** S8: pages filled with one number in broken punctuation, for a search to find. */
  number_stuffed: {
    family: 'number',
    weight: 48,
    source: 'domain.md §9.1 S8: two of eight pages found for "cancel Zelle payment"',
    grade: 'S',
  },
  /** `00861 10`, `9501 7333`: a hotline with something before or after it. */
  number_like_hotline: {
    family: 'number',
    weight: 32,
    source:
      'the real 96110 shows an area code and nothing else before it (198689.com, police notices); judgement',
    grade: 'M',
  },
  number_from_abroad: {
    family: 'number',
    weight: 6,
    source: 'general advice of the police on calls that begin with 00 or +; judgement',
    grade: 'M',
  },
  /** A hotline of a firm named in a text is not thereby the firm's. */
  number_as_customer_service: {
    family: 'number',
    weight: 12,
    source: 'domain.md §9.1 S7 (unofficial phone numbers), §2 row 50: farms print other numbers',
    grade: 'S',
  },
  known_hotline: {
    family: 'note',
    weight: 0,
    source: 'core/scam/hotlines.ts',
    grade: 'S',
  },
} as const satisfies Record<string, SignalRule>

export type NumberCode = keyof typeof numberRules
