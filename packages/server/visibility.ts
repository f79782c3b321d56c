/**
 * What a member sees of the packets and transfers that are not only theirs. The streams ask here, so that events know
 * nothing of packets. A payer sees `all` events of the source; whoever else may read it sees those that are `shared`:
 * told to an audience that holds the source's own id. `none` is answered as "not found".
 */

import type { Tx } from './db/db.ts'

export type Sight = 'all' | 'shared' | 'none'
export type SightOf = (tx: Tx, memberId: string, sourceId: string) => Promise<Sight>

/** Deny by default: a source that no feature speaks for is not there. */
const unseen: SightOf = () => Promise.resolve('none')

export const sights: Readonly<Record<'packet' | 'transfer', SightOf>> = {
  packet: unseen,
  transfer: unseen,
}
