/**
 * Recall: the payer takes back what nobody has claimed. Results are ISO 20022 words (camt.029):
 * `CNCL` all of it came back, `PECR` the rest did and the list says who has what, `RJCR` nothing did.
 */

import type { Amount } from './money.ts'
import { toIso, type Instant } from './instant.ts'
import {
  closedRefusal,
  frozenRefusal,
  isUndelivered,
  stateAt,
  type Packet,
  type PacketActor,
} from './packet.ts'
import { profiles } from './profile.ts'
import { refuse, type Refusal } from './refusals.ts'

export type RecallManner = 'remainder' | 'all_or_nothing'
export type RecallResult = 'CNCL' | 'PECR' | 'RJCR'

/** Cancellation reasons a payer may give (ISO 20022 ExternalCancellationReason1Code): wrong account, amount, duplicate, … */
export const recallReasons = ['CUST', 'DUPL', 'TECH', 'FRAD', 'AC03', 'AM09', 'ENUE', 'UPAY'] as const
export type RecallReason = (typeof recallReasons)[number]

export type RecallDecision = { result: 'CNCL' | 'PECR'; returned: Amount } | { result: 'RJCR'; returned: 0n }

/**
 * May the payer take back what is left? Closed packets answer with their fate; `all_or_nothing` is answered `RJCR`
 * once one share is claimed, and nothing changes then.
 */
export function decideRecall(
  packet: Packet,
  actor: PacketActor,
  manner: RecallManner,
  now: Instant,
): RecallDecision | Refusal {
  if (actor.id !== packet.payerId) return refuse('not_found')
  const closed = closedRefusal(packet, now)
  if (closed) return closed
  if (isUndelivered(stateAt(packet, now)))
    return refuse('not_delivered_yet', { deliverAt: toIso(packet.deliverAt) })
  if (!profiles[packet.profile].recall) return refuse('not_recallable')
  const frozen = frozenRefusal(packet, now)
  if (frozen) return frozen
  if (packet.claimedCount > 0 && manner === 'all_or_nothing') return { result: 'RJCR', returned: 0n }
  return {
    result: packet.claimedCount === 0 ? 'CNCL' : 'PECR',
    returned: packet.total - packet.claimedAmount,
  }
}
