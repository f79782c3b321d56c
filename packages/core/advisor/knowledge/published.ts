/** Measured figures of others, about mistaken bank transfers: shown as such, never as ours, and never in a ranking. */

import type { Sourced } from '../../law/sourced.ts'

export interface Published extends Sourced {
  figures: Readonly<Record<string, number>>
  says: { zh: string; en: string }
}

const recordedOn = '2026-11-22'

export const published = {
  kdic_voluntary: {
    figures: { applied: 4_284, eligible: 1_715, returned: 925, voluntary: 912 },
    says: {
      zh: '韩国存款保险公社（错汇银行转账，截至 2021-11）：退回的 925 笔里有 912 笔是对方自愿退的。不是红包的数据。',
      en: 'KDIC, Korea (mistaken bank transfers, to 2021-11): of 925 returned, 912 were given back freely. Not about packets.',
    },
    source: 'KDIC, by dailian 1063356',
    grade: 'S',
    recordedOn,
  },
  kdic_days: {
    figures: { voluntaryDays: 39, orderDays: 95 },
    says: {
      zh: '同一来源：自愿退回平均 39 天，走支付令平均 95 天。不是红包的数据。',
      en: 'Same source: 39 days on average when given back freely, 95 by a payment order. Not about packets.',
    },
    source: 'KDIC, by dailian 1063356',
    grade: 'S',
    recordedOn,
  },
  kdic_causes: {
    figures: { returned: 7_015, tiredOrDrunkPercent: 46.4, distractedPercent: 29.7 },
    says: {
      zh: '韩国存款保险公社（截至 2023-07，7,015 笔）：46.4% 是累了或喝了酒时转错的，29.7% 是分心。不是红包的数据。',
      en: 'KDIC, Korea (to 2023-07, 7,015 cases): 46.4% were sent tired or drunk, 29.7% distracted. Not about packets.',
    },
    source: 'KDIC, by koreaherald 20230712000694',
    grade: 'S',
    recordedOn,
  },
  which_lost: {
    figures: { n: 2_059, mispaidPercent: 10, lostPercent: 16 },
    says: {
      zh: '英国 Which? 调查（2,059 人）：10% 的人转错过，其中 16% 没能全部拿回。不是红包的数据。',
      en: 'Which?, UK (2,059 people): 10% had paid the wrong person; 16% of those lost some or all. Not about packets.',
    },
    source: 'which.co.uk',
    grade: 'S',
    recordedOn,
  },
} as const satisfies Record<string, Published>

export type PublishedId = keyof typeof published
