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

/** So often does the same number stand in a page that was made for a search to find; fewer where it is written anew. */
const stuffedMin = 4
const rewrittenMin = 3

const digits = /(?:00|\+)?\d{3,}/g
const telephone = /^(?:1[3-9]\d{9}|(?:86|0086)1[3-9]\d{9}|[48]00\d{7}|0\d{9,11}|9[56]\d{3,6}|1[012]\d{1,4})$/
const nearHotline = /(?:客服|热线|售后|人工|服务电话|官方电话|专线|理赔|退款电话)[^\d]{0,10}$/

interface Seen {
  where: Where
  times: number
  from: number
  /** The ways in which it is written. */
  forms: Set<string>
}

/** Numbers in a text folded for words: spaces, dots, dashes and stars between digits are gone already. */
export function readNumbers(folded: Folded, text: string, isOnly: boolean): NumberFinding[] {
  const seen = new Map<string, Seen>()
  for (const match of folded.text.matchAll(digits)) {
    const run = match[0].replace(/^\+/, '00')
    const { number, times } = repeatedIn(run)
    const isDressed = number.length <= 12 && dressedHotlineOf(number) !== undefined
    if (!isOnly && !telephone.test(number) && !isDressed) continue
    const where = placeOf(folded, match.index, match.index + match[0].length)
    const known = seen.get(number) ?? { where, times: 0, from: match.index, forms: new Set<string>() }
    known.times += times
    known.forms.add(text.slice(where.start, where.end))
    seen.set(number, known)
  }
  return [...seen].flatMap(([number, one]) => {
    const before = folded.text.slice(Math.max(0, one.from - 16), one.from)
    return judge(number, one, before, isOnly).map((finding) => ({ ...finding, where: one.where }))
  })
}

/** Numbers that stand one after the other with nothing but punctuation between are one run: how often it repeats. */
function repeatedIn(run: string): { number: string; times: number } {
  for (let length = 10; run.length >= 2 * length && length <= 12; length++) {
    let same = 0
    while (same + length < run.length && run[same] === run[same + length]) same += 1
    if (same >= length) return { number: run.slice(0, length), times: 1 + Math.floor(same / length) }
  }
  return { number: run, times: 1 }
}

function judge(
  number: string,
  { times, forms }: Seen,
  before: string,
  isOnly: boolean,
): Omit<NumberFinding, 'where'>[] {
  const known = hotlineOf(number)
  if (known) return isOnly ? [{ code: 'known_hotline', data: { number, hotline: known.what } }] : []
  const found: Omit<NumberFinding, 'where'>[] = []
  const isStuffed = times >= stuffedMin || (times >= rewrittenMin && forms.size >= rewrittenMin)
  if (isStuffed && number.length >= 7) found.push({ code: 'number_stuffed', data: { number, times } })
  const dressed = dressedHotlineOf(number)
  if (dressed) found.push({ code: 'number_like_hotline', data: { number, hotline: dressed.number } })
  if (/^00(?!86)\d{8,}/.test(number)) found.push({ code: 'number_from_abroad', data: { number } })
  if (nearHotline.test(before) && number.length >= 7)
    found.push({ code: 'number_as_customer_service', data: { number } })
  return found
}
