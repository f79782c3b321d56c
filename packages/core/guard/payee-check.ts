/**
 * The payee check: does the name the sender means belong to the one they are about to pay? The four answers are those
 * of the EU's verification of payee (reference page on peers, §4.2). It is advice: a match never silences a warning
 * about somebody who looks alike, for a namesake matches as well.
 */

import { likenessOf } from './likeness.ts'
import { shapeOf } from './name-shape.ts'

export const payeeAnswers = ['MTCH', 'CMTC', 'NMTC', 'NOAP'] as const
export type PayeeAnswer = (typeof payeeAnswers)[number]

export interface PayeeCheck {
  answer: PayeeAnswer
  /** As the sender gave it. */
  typed: string
  /** The payee's own name; told where it is close, for a sender cannot look it up elsewhere. */
  name: string | null
}

/**
 * Check a name against the payee's own; null where the sender gave none. `NOAP` where one of the two has nothing that
 * can be compared, or there is no one payee (`ownName` null).
 */
export function checkPayee(typed: string | null, ownName: string | null): PayeeCheck | null {
  if (typed === null) return null
  if (ownName === null || shapeOf(typed).folded === '' || shapeOf(ownName).folded === '')
    return { answer: 'NOAP', typed, name: null }
  const answer = compare(typed, ownName)
  return { answer, typed, name: answer === 'CMTC' ? ownName : null }
}

/** The answer alone, where there was a check. */
export function answerOf(check: PayeeCheck | null): PayeeAnswer | null {
  return check === null ? null : check.answer
}

function compare(typed: string, ownName: string): PayeeAnswer {
  const a = shapeOf(typed)
  const b = shapeOf(ownName)
  if (a.folded === b.folded) return 'MTCH'
  const likeness = likenessOf(typed, ownName)
  if (likeness !== undefined && likeness !== 'avatar') return 'CMTC'
  return isPartOf(a.folded, b.folded) || isPartOf(b.folded, a.folded) ? 'CMTC' : 'NMTC'
}

/** 彩霞 is part of 李彩霞; a single letter is part of too much. */
function isPartOf(part: string, whole: string): boolean {
  return [...part].length >= 2 && whole.includes(part)
}
