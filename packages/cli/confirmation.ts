/** The yes to what the guard has shown: what a send that was asked about is sent again with. */

import { RefusalError } from '@laisee/client/errors.ts'

export interface Confirmed {
  confirmation: { shownHash: string }
}

/** Asked for the first time, or anew: another send of theirs came between the question and the yes. */
const questions: readonly string[] = ['confirmation_needed', 'confirmation_stale']

/** The yes to a question of the guard; undefined where the "no" was no question. */
export function confirmationOf(refusal: unknown): Confirmed | undefined {
  if (!(refusal instanceof RefusalError) || !questions.includes(refusal.code)) return undefined
  const { shownHash } = refusal.problem as { shownHash?: unknown }
  return typeof shownHash === 'string' ? { confirmation: { shownHash } } : undefined
}
