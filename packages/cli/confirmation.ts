/** The yes to what the guard has shown: what a send that was asked about is sent again with. */

import { RefusalError } from '@laisee/client/errors.ts'

export interface Confirmed {
  confirmation: { shownHash: string }
}

/** The yes to a question of the guard; undefined where the "no" was no question. */
export function confirmationOf(refusal: unknown): Confirmed | undefined {
  if (!(refusal instanceof RefusalError)) return undefined
  // Stale: another send of theirs came between the question and the yes.
  if (refusal.code !== 'confirmation_needed' && refusal.code !== 'confirmation_stale') return undefined
  const { shownHash } = refusal.problem as { shownHash?: unknown }
  return typeof shownHash === 'string' ? { confirmation: { shownHash } } : undefined
}
