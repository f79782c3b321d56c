/**
 * From signals to a verdict. A text is weighed passage by passage, so that the size of an article adds nothing up that
 * does not stand together. `danger` needs hints of two families with a strong one among them, or an address made to be
 * taken for another's; no word alone is enough, whatever it weighs.
 */

import type { Pattern, ScamCode } from './patterns.ts'
import { patterns } from './patterns.ts'
import type { Family, Signal, SignalRule } from './signal.ts'

export type Verdict = 'danger' | 'suspicious' | 'no_sign_found'

/** From so many points on. */
export const suspiciousMin = 30
export const dangerMin = 60
/** The least weight of the strongest hint: weak ones alone never add up to a verdict. */
const strongestForSuspicious = 12
const strongestForDanger = 16
/** So many hints of an address alone support each other, where there are no words beside it. */
const linkHintsMin = 3
/** A text that warns of fraud names what it warns of. */
const warningPercent = 35

export interface Weighed {
  verdict: Verdict
  score: number
  patterns: readonly string[]
}

const rank: Record<Verdict, number> = { no_sign_found: 0, suspicious: 1, danger: 2 }

/** Which of two is the graver. */
export function isGraver(a: Weighed, b: Weighed): boolean {
  return rank[a.verdict] > rank[b.verdict] || (a.verdict === b.verdict && a.score > b.score)
}

/** Weigh the signals of one passage, each code once. */
export function weigh(
  signals: readonly Signal<ScamCode>[],
  rules: Readonly<Record<ScamCode, SignalRule>>,
  isWarning: boolean,
): Weighed {
  const codes = new Set(signals.map(({ code }) => code))
  const found = patterns.filter(({ needs }) => needs.every((group) => group.some((code) => codes.has(code))))
  const families = new Set<Family>()
  let points = 0
  let strongest = 0
  let weighing = 0
  let isConclusive = false
  for (const code of codes) {
    const { weight, family, conclusive } = rules[code]
    if (weight === 0) continue
    families.add(family)
    weighing += 1
    points += weight
    strongest = Math.max(strongest, weight)
    if (conclusive) isConclusive = true
  }
  points += bestAdds(found)
  const score = isWarning && !isConclusive ? Math.floor((points * warningPercent) / 100) : points
  const supported =
    families.size > 1 ? areApart(signals, rules) : families.has('link') && weighing >= linkHintsMin
  const isDanger =
    score >= dangerMin && (isConclusive || (supported && strongest >= strongestForDanger && !isWarning))
  const isSuspicious = score >= suspiciousMin && strongest >= strongestForSuspicious
  return {
    verdict: isDanger ? 'danger' : isSuspicious ? 'suspicious' : 'no_sign_found',
    score,
    patterns: [...new Set(found.map(({ id }) => id))],
  }
}

/** Whether hints of two families stand on words of their own: the same words read in two ways are one hint. */
function areApart(
  signals: readonly Signal<ScamCode>[],
  rules: Readonly<Record<ScamCode, SignalRule>>,
): boolean {
  const placed = signals.filter(({ weight }) => weight > 0)
  return placed.some((one) =>
    placed.some((other) => rules[one.code].family !== rules[other.code].family && !overlap(one, other)),
  )
}

function overlap({ where: one }: Signal, { where: other }: Signal): boolean {
  return one !== null && other !== null && one.start < other.end && other.start < one.end
}

/** One story is told at a time: the two that add most count. */
function bestAdds(found: readonly Pattern[]): number {
  const byId = new Map<string, number>()
  for (const { id, adds } of found) byId.set(id, Math.max(byId.get(id) ?? 0, adds))
  return [...byId.values()]
    .sort((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, adds) => sum + adds, 0)
}
