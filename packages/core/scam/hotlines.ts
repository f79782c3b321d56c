/**
 * The numbers that the product may name, and no others: a wrong hotline leads a frightened person to a thief. Each has
 * its source. A number on a screen can be forged, so knowing one never makes a caller safe.
 */

import type { Sourced } from '../law/sourced.ts'

export interface Hotline extends Sourced {
  number: string
  what: 'police' | 'anti_fraud' | 'consumer' | 'wechat_pay'
  /** May be told to call. What is only recognised was not confirmed on a page of its owner. */
  toCall: boolean
}

const recordedOn = '2026-11-22'

export const hotlines: readonly Hotline[] = [
  {
    number: '110',
    what: 'police',
    toCall: true,
    source: 'the police of mainland China; "110 at once" of police notices (nbntn.com 4220)',
    grade: 'S',
    recordedOn,
  },
  {
    number: '96110',
    what: 'anti_fraud',
    toCall: true,
    source:
      'nationwide line of warning, advice and reports (yidushi.cjyun.org 23533; bwc.cug.edu.cn 1038/2447)',
    grade: 'S',
    recordedOn,
  },
  {
    number: '12315',
    what: 'consumer',
    toCall: true,
    source: 'consumers’ complaints against merchants (mxsns.com 13480)',
    grade: 'S',
    recordedOn,
  },
  {
    number: '95017',
    what: 'wechat_pay',
    toCall: false,
    source: 'widely reported as WeChat Pay’s; not found on a page of Tencent’s',
    grade: 'S',
    recordedOn,
  },
]

/** The hotline that this number is, if any. An area code before 96110 is how the real line shows (`02596110`). */
export function hotlineOf(digits: string): Hotline | undefined {
  const bare = /^0(10|2\d|[3-9]\d\d)96110$/.test(digits) ? '96110' : digits
  return hotlines.find(({ number }) => number === bare)
}

/** A number dressed up as a hotline: one of ours with something before or after it. */
export function dressedHotlineOf(digits: string): Hotline | undefined {
  if (hotlineOf(digits)) return undefined
  return hotlines.find(
    ({ number }) =>
      number.length >= 5 &&
      digits.length - number.length <= 6 &&
      (digits.startsWith(number) || (digits.endsWith(number) && /^(0{1,3}|\+|00?86|86|1)/.test(digits))),
  )
}
