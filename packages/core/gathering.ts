/**
 * Gathering: a notice stands until one of these is told of the same source after it. So the claims of a packet are one
 * notice that counts on, a pause gives way to the release, and "about to expire" to what became of it. What was asked
 * of those who approve is over with the end of the wait, whoever is told of that end.
 */

import type { EventKind } from './events.ts'
import type { ToldEvent } from './notice.ts'

const packetEnds: readonly EventKind[] = [
  'packet.claimed_out',
  'packet.recalled',
  'packet.declined',
  'packet.expired',
]
const transferEnds: readonly EventKind[] = [
  'transfer.arrived',
  'transfer.recalled',
  'transfer.declined',
  'transfer.returned',
]

const approvalEnds: readonly EventKind[] = [
  'approval.granted',
  'packet.rejected',
  'packet.undone',
  'transfer.rejected',
  'transfer.undone',
]

/** A part that came back does not end a request: the words of the next reminder are still to be read. */
const returnEnds: readonly EventKind[] = [
  'return_request.reminded',
  'return_request.declined',
  'return_request.withdrawn',
  'return_request.unanswered',
]

/** What takes the place of each kind of event; one that is not here stands. */
export const overtakenBy: Partial<Record<EventKind, readonly EventKind[]>> = {
  'packet.claimed': ['packet.claimed', 'packet.claimed_out'],
  'packet.paused': ['packet.paused', 'packet.released', ...packetEnds],
  'packet.released': ['packet.paused', 'packet.released', ...packetEnds],
  'packet.expiring': packetEnds,
  'packet.asked_not_to_open': packetEnds,
  'transfer.delivered': ['transfer.expiring', 'transfer.accepted', ...transferEnds],
  'transfer.expiring': ['transfer.accepted', ...transferEnds],
  'transfer.accepted': transferEnds,
  'return_request.asked': returnEnds,
  'return_request.reminded': returnEnds,
  'instalments.proposed': [
    'instalments.proposed',
    'instalments.agreed',
    'instalments.declined',
    'instalments.withdrawn',
  ],
  'approval.submitted': approvalEnds,
  'approval.approved': approvalEnds,
  'approval.questioned': ['approval.answered', ...approvalEnds],
  'approval.answered': approvalEnds,
  'approval.transferred': approvalEnds,
  'approval.reminded': ['approval.reminded', ...approvalEnds],
  'approval.passed_on': approvalEnds,
}

/** Whether an event gives way to another, in whichever order they are known. */
export function isOvertaken(
  event: Pick<ToldEvent, 'kind' | 'sourceId' | 'seq'>,
  by: Pick<ToldEvent, 'kind' | 'sourceId' | 'seq'>,
): boolean {
  return (
    event.sourceId === by.sourceId &&
    event.seq < by.seq &&
    (overtakenBy[event.kind]?.includes(by.kind) ?? false)
  )
}
