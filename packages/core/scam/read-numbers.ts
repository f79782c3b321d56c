/** Telephone numbers in a text, however they are spread, and what they give away. */

import { placeOf, type Folded } from './fold-text.ts'
import { dressedHotlineOf, hotlineOf } from './hotlines.ts'
import type { NumberCode } from './number-rules.ts'
import type { SignalData, Where } from './signal.ts'

export interface NumberFinding {
  code: NumberCode
  where: Where
  data: SignalData
}

/** So often does the same number stand in a page that was made for a search to find. */
const stuffedMin = 4

const digits = /(?:00|\+)?\d{3,17}/g
const telephone = /^(?:1[3-9]\d{9}|(?:86|0086)1[3-9]\d{9}|[48]00\d{7}|0\d{9,11}|9[56]\d{3,6}|1[012]\d{1,4})$/
const nearService = /(?:客服|热线|售后|人工|服务电话|官方电话|专线|理赔|退款电话)[^\d]{0,10}$/

/** Numbers in a text folded for words: spaces, dots, dashes and stars between digits are gone already. */
export function readNumbers(folded: Folded, isOnly: boolean): NumberFinding[] {
  const seen = new Map<string, { where: Where; times: number; from: number }>()
  for (const match of folded.text.matchAll(digits)) {
    const number = match[0].replace(/^\+/, '00')
    if (!isOnly && !telephone.test(number)) {
      if (!dressedHotlineOf(number) || number.length > 12) continue
    }
    const known = seen.get(number)
    if (known) known.times += 1
    else {
      const where = placeOf(folded, match.index, match.index + match[0].length)
      seen.set(number, { where, times: 1, from: match.index })
    }
  }
  return [...seen].flatMap(([number, { where, times, from }]) =>
    judge(number, times, folded.text.slice(Math.max(0, from - 16), from), isOnly).map((finding) => ({
      ...finding,
      where,
    })),
  )
}

function judge(
  number: string,
  times: number,
  before: string,
  isOnly: boolean,
): Omit<NumberFinding, 'where'>[] {
  const known = hotlineOf(number)
  if (known) return isOnly ? [{ code: 'known_hotline', data: { number, hotline: known.what } }] : []
  const found: Omit<NumberFinding, 'where'>[] = []
  if (times >= stuffedMin && number.length >= 7)
    found.push({ code: 'number_stuffed', data: { number, times } })
  const dressed = dressedHotlineOf(number)
  if (dressed) found.push({ code: 'number_like_hotline', data: { number, hotline: dressed.number } })
  if (/^00(?!86)\d{8,}/.test(number)) found.push({ code: 'number_from_abroad', data: { number } })
  if (nearService.test(before) && number.length >= 7)
    found.push({ code: 'number_as_customer_service', data: { number } })
  return found
}
