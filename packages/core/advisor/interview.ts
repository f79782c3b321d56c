/**
 * Which question comes next, for whoever asks one at a time: what happened and where first, then whichever answer decides
 * the way, or else changes the plan most; what would change nothing is not asked. What cannot all be so is asked once
 * more. Pure.
 */

import type { Instant } from '../instant.ts'
import { contradictionsOf, withoutContradictions, type Contradiction } from './contradictions.ts'
import type { Question } from './plan.ts'
import { questionsOf } from './questions.ts'
import { nothingKnown, type Field, type Situation } from './situation.ts'

/** More than this is not asked: the reader wants a plan. */
export const questionsMax = 6

/** Asked in this order while they matter: deceit needs the police and no further question; the rest is easy to see. */
const first: readonly Field[] = ['cause', 'platform', 'product', 'phase', 'sentAt']

export interface Interview {
  situation: Situation
  /** What was asked, whatever the answer: 不知道 is one. */
  asked: readonly Field[]
  /** What is to be asked once more, because the answers could not all be so. */
  again: readonly Field[]
  /** What was asked twice, and is left as it is. */
  twice: readonly Field[]
}

export const newInterview: Interview = { situation: nothingKnown, asked: [], again: [], twice: [] }

/** The field to ask about next, or null where it is enough. */
export function nextQuestion({ situation, asked, again }: Interview, now: Instant): Field | null {
  if (again[0] !== undefined) return again[0]
  if (asked.length >= questionsMax) return null
  const open = questionsOf(situation, now).filter(({ field }) => !asked.includes(field))
  const early = first.find((field) => open.some((question) => question.field === field))
  return early ?? (open.find(decidesTheWay) ?? open[0])?.field ?? null
}

function decidesTheWay({ answers }: Question): boolean {
  return new Set(answers.map(({ branch }) => branch)).size > 1
}

export interface Answered {
  interview: Interview
  /** What this answer cannot stand beside. */
  contradictions: readonly Contradiction[]
}

/** Take an answer; null is "I do not know". */
export function answerQuestion<F extends Field>(
  { situation, asked, again, twice }: Interview,
  field: F,
  answer: Situation[F],
  now: Instant,
): Answered {
  const said = { ...situation, [field]: answer }
  const contradictions = contradictionsOf(said, now)
  const known = withoutContradictions(said, contradictions)
  const everAsked = [...new Set([...asked, field])]
  const everTwice = again.includes(field) ? [...new Set([...twice, field])] : twice
  const unclear = contradictions.flatMap(({ fields }) => fields)
  const more = [...again.filter((it) => it !== field), ...unclear].filter(
    (it) => everAsked.includes(it) && !everTwice.includes(it),
  )
  return {
    interview: { situation: known, asked: everAsked, again: [...new Set(more)], twice: everTwice },
    contradictions,
  }
}
