/**
 * What a member sees of the packets and transfers that are not only theirs. The streams ask here, so that events know
 * nothing of packets. A payer sees `all` events of the source; whoever else may read it sees those that are `shared`:
 * told to an audience that holds the source's own id. `none` is answered as "not found".
 */

import type { Tx } from './db/db.ts'
import { sightOfPacket } from './packets/view.ts'
import { sightOfTransfer } from './transfers/read.ts'

export type Sight = 'all' | 'shared' | 'none'
export type SightOf = (tx: Tx, memberId: string, sourceId: string) => Promise<Sight>

/** Who speaks for a source, by its kind; a source of any other kind is not there. */
export const sights: Readonly<Record<'packet' | 'transfer', SightOf>> = {
  packet: sightOfPacket,
  transfer: sightOfTransfer,
}
