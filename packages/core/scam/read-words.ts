/** The signals that a text's words give: where each phrase stands, unless somebody says not to. */

import { foldForWords, placeOf, type Folded } from './fold-text.ts'
import type { PhraseRule } from './phrase-rule.ts'
import { negators, noNegators, warnings } from './phrases-calm.ts'
import type { PhraseReading, Steps, Stretch } from './phrase.ts'
import type { Where } from './signal.ts'
import { textBook, textRuleList, type TextCode } from './text-rules.ts'

export interface WordFinding {
  code: TextCode
  where: Where
}

export interface WordReading {
  findings: readonly WordFinding[]
  /** Where the text tells about fraud instead of attempting it. */
  warnings: readonly Where[]
  folded: Folded
}

/** How far before a phrase a negation or its subject may stand. */
const reach = 8
const subjectReach = 14
const wordsMax = 60

/** Read a text's words. */
export function readWords(text: string, steps: Steps = { count: 0 }): WordReading {
  const folded = foldForWords(text)
  const reading = textBook().read(folded.text, steps)
  const negated = negationsIn(folded.text, reading, steps)
  const findings: WordFinding[] = []
  for (const [code, rule] of textRuleList) {
    for (const stretch of stretchesOf(rule, reading)) {
      steps.count += 1
      if (rule.unlessNegated && negated(stretch)) continue
      findings.push({ code, where: placeOf(folded, stretch.from, stretch.to) })
    }
  }
  const warned = warnings
    .flatMap((phrase) => reading.find(phrase))
    .map(({ from, to }) => placeOf(folded, from, to))
  return { findings, warnings: warned, folded }
}

/** The words at a place, to show: short, on one line, and nothing in them that turns a line round or speaks to a terminal. */
export function wordsAt(text: string, { start, end }: Where): string {
  const words = text.slice(start, Math.min(end, start + wordsMax * 4))
  const points = [...words.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')]
  return points.length > wordsMax ? `${points.slice(0, wordsMax).join('')}…` : points.join('')
}

function stretchesOf(rule: PhraseRule, reading: PhraseReading): Stretch[] {
  const found = rule.phrases.flatMap((phrase) => reading.find(phrase))
  const subjects = (rule.unlessAfter ?? []).flatMap((phrase) => reading.find(phrase))
  if (subjects.length === 0) return found
  const near = nearBefore(subjects)
  return found.filter(({ from, to }) => !near(from - subjectReach, to))
}

/** Whether one of these stretches begins in a range, asked in steps that grow with the logarithm of their number. */
function nearBefore(stretches: readonly Stretch[]): (from: number, to: number) => boolean {
  const starts = stretches.map(({ from }) => from).sort((a, b) => a - b)
  return (from, to) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle]! < from) low = middle + 1
      else high = middle
    }
    return low < starts.length && starts[low]! < to
  }
}

/** Whether a stretch is negated: a negator in it, or shortly before it in the same clause. */
function negationsIn(text: string, reading: PhraseReading, steps: Steps): (stretch: Stretch) => boolean {
  const covered = new Uint8Array(text.length + 1)
  for (const phrase of noNegators) {
    for (const { from, to } of reading.find(phrase)) covered.fill(1, from, to)
  }
  const negations = negators
    .flatMap((phrase) => reading.find(phrase))
    .filter(({ from }) => covered[from] === 0)
  if (negations.length === 0) return () => false
  const near = nearBefore(negations)
  return ({ from, to }) => {
    let clause = from
    while (clause > 0 && from - clause < reach && !'，,。！？!?;；\n'.includes(text[clause - 1]!)) clause -= 1
    steps.count += from - clause
    return near(clause, to - 1)
  }
}
