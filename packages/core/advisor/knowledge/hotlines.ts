/**
 * The only numbers the advisor ever gives. Pages that answer "how to cancel" are full of others, which are the bait of
 * false customer desks; those seen are kept so that a checker can name them.
 */

import type { Sourced } from '../../law/sourced.ts'

export interface Hotline extends Sourced {
  number: string
  name: { zh: string; en: string }
}

const recordedOn = '2026-11-22'

export const hotlines = {
  police: {
    number: '110',
    name: { zh: '公安报警', en: 'Police' },
    source: '公安部; 反电信网络诈骗法 20 as applied by 110',
    grade: 'S',
    recordedOn,
  },
  anti_fraud: {
    number: '96110',
    name: { zh: '反诈咨询专线', en: 'Anti-fraud line' },
    source: 'yidushi.cjyun.org 23533',
    grade: 'S',
    recordedOn,
  },
  wechat_pay: {
    number: '95017',
    name: { zh: '微信支付客服', en: 'WeChat Pay' },
    source: 'widely reported by the press; not seen on an official page',
    grade: 'S',
    recordedOn,
  },
} as const satisfies Record<string, Hotline>

export type HotlineId = keyof typeof hotlines

/** Numbers that content farms give for customer service: never shown as one to call. */
export const distrustedNumbers: readonly (Sourced & { number: string })[] = [
  { number: '0755-83765566', source: 'content farms', grade: 'C', recordedOn },
  { number: '400-709-9999', source: 'content farms', grade: 'C', recordedOn },
]
