/**
 * What counts as sent today, summed where it lies: the past that the guard reads ends at so many sends, and a day may
 * have more.
 */

import { recipientKey, type GuardedSend, type SentToday } from '@laisee/core/guard/facts.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { idsOnBehalfSince } from '../policies/sent-today.ts'
import { sumSent } from './guard.sql.ts'

/**
 * What was sent since the day began and not taken back; for an organisation only what was on its behalf. The parts of
 * the plan that this send is a part of are in its sum, and so not in the day's.
 */
export async function gatherToday(
  tx: Tx,
  send: GuardedSend,
  { startsAt, organisationId }: { startsAt: Instant; organisationId: string | null },
): Promise<SentToday> {
  const { payerId, at, planned } = send
  const counted =
    organisationId === null ? null : [...(await idsOnBehalfSince(tx, { organisationId, payerId }, startsAt))]
  const span = [toIso(startsAt), toIso(at)] as const
  const earlier = [...(planned?.earlierIds ?? [])]
  const [sums] = await tx.run(sumSent, payerId, ...span, recipientKey(send), earlier, counted)
  return sums!
}
