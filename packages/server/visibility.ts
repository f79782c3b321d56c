/**
 * What a member sees of the packets and transfers that are not only theirs. The streams ask here, so that events know
 * nothing of packets. A payer sees `all` events of the source; whoever else may read it sees those that are `shared`:
 * told to an audience that holds the source's own id. `none` is answered as "not found".
 */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from './db/db.ts'
import { sentAtOfEach } from './packets/look-up.ts'
import { sentAtOf, sightOfPacket } from './packets/view.ts'
import { sightOfTransfer } from './transfers/read.ts'

export type Sight = 'all' | 'shared' | 'none'
export type SightOf = (tx: Tx, memberId: string, sourceId: string) => Promise<Sight>

/** Who speaks for a source, by its kind; a source of any other kind is not there. */
export const sights: Readonly<Record<'packet' | 'transfer', SightOf>> = {
  packet: sightOfPacket,
  transfer: sightOfTransfer,
}

/** The moments that decide who in a group hears of what was told to it, each read once. */
export interface GroupMoments {
  /**
   * Whoever was in the group at this moment hears of the event. Of a packet that is when it was sent: who joined later
   * may not have it, and who has left since still may. Of anything else it is when it happened.
   */
  of(event: { sourceId: string; at: Instant }): Promise<Instant>
  /** Read what `of` will ask of these, in one go. */
  readAhead(events: readonly { sourceId: string }[]): Promise<void>
}

/** For the events of one page. */
export function groupMoments(tx: Tx): GroupMoments {
  const sentAt = new Map<string, Instant | undefined>()
  return {
    async of({ sourceId, at }) {
      if (!isIdOf('packet', sourceId)) return at
      if (!sentAt.has(sourceId)) sentAt.set(sourceId, await sentAtOf(tx, sourceId))
      return sentAt.get(sourceId) ?? at
    },
    async readAhead(events) {
      const ids = events.map(({ sourceId }) => sourceId)
      const unread = ids.filter((id) => isIdOf('packet', id) && !sentAt.has(id))
      for (const [id, at] of await sentAtOfEach(tx, unread)) sentAt.set(id, at)
    },
  }
}
