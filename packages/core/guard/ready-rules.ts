/** Rules that an organisation may take into its policy as they stand, or change: what the threshold of a chain cannot say. */

import type { Rule } from './rule.ts'

export const readyRules: readonly Rule[] = [
  {
    id: 'split-in-a-day',
    // ¥5,000 is where the usual policy asks a second person for one send.
    when: 'amount < 500000 && sent_today_to_payee >= 500000',
    outcome: 'approve',
    tells: [],
    says: {
      zh: '同一天给同一方的几笔加起来满 ¥5,000：要审批',
      en: 'several on one day to the same payee that come to ¥5,000: approved first',
    },
  },
  {
    id: 'much-in-a-day',
    when: 'sent_today >= 2000000',
    outcome: 'confirm',
    tells: [],
    says: { zh: '今天代发的加起来满 ¥20,000：请确认', en: '¥20,000 or more sent on one day: confirm' },
  },
]
