/**
 * What the scam check finds: signals, each with its place, its weight and the facts to say it with. A weight is a
 * number of points, and stands in the data beside where it comes from.
 */

import type { Grade } from '../law/sourced.ts'

/** A place in the text as it was given, in UTF-16 units: from `start` up to, and without, `end`. */
export interface Where {
  start: number
  end: number
}

export type SignalData = Readonly<Record<string, string | number>>

/**
 * What a signal is about. Two words of one family are one hint told twice; hints of several families support each other.
 * `note` is told and never weighs.
 */
export type Family =
  'credential' | 'money' | 'pressure' | 'story' | 'tool' | 'channel' | 'link' | 'number' | 'note'

/** How one kind of signal weighs, and why. */
export interface SignalRule {
  family: Family
  /** Points: 1 to 14 is weak, 15 to 29 middling, 30 and more strong. */
  weight: number
  /** Speaks for itself, so that nothing else is needed for `danger`: an address made to be taken for another's. */
  conclusive?: boolean
  source: string
  grade: Grade
}

/** A signal that spoke. */
export interface Signal<Code extends string = string> {
  code: Code
  weight: number
  /** Null where it is about the whole. */
  where: Where | null
  data: SignalData
}
