/**
 * What passed in one conversation, newest first: packets and transfers between two members, or the packets of a group
 * that were sent while one was in it. In order of delivery, which is the same for both sides, so that nothing appears
 * behind a page already read; one's own that may still be undone stands on top.
 */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { packetsBetween, packetsSentTo } from '../packets/between.ts'
import { staysIn } from '../people/groups.ts'
import { transfersBetween } from '../transfers/between.ts'

/** A packet or transfer by its place in a conversation. */
export interface ChatItem {
  kind: 'packet' | 'transfer'
  id: string
  deliverAt: Instant
}

export interface ItemPage {
  viewerId: string
  now: Instant
  /** From below this moment of delivery and id; undefined for the newest. */
  from: { at: Instant; id: string } | undefined
  limit: number
}

/** At most `limit` items of a conversation that this member may see. Whether they may know of it is for others to ask. */
export async function itemsOf(tx: Tx, chatId: string, page: ItemPage): Promise<ChatItem[]> {
  if (isIdOf('group', chatId)) {
    const stays = await staysIn(tx, chatId, page.viewerId)
    return (await packetsSentTo(tx, chatId, stays, page)).map((row) => itemOf('packet', row))
  }
  const packets = await packetsBetween(tx, chatId, page)
  const transfers = await transfersBetween(tx, chatId, page)
  return [...packets.map((row) => itemOf('packet', row)), ...transfers.map((row) => itemOf('transfer', row))]
    .sort(newestFirst)
    .slice(0, page.limit)
}

/** The order of a conversation. Ids only tell apart what was delivered in the same millisecond. */
export function newestFirst(a: ChatItem, b: ChatItem): number {
  if (a.deliverAt !== b.deliverAt) return b.deliverAt - a.deliverAt
  return a.id < b.id ? 1 : -1
}

function itemOf(kind: ChatItem['kind'], { id, deliverAt }: { id: string; deliverAt: Instant }): ChatItem {
  return { kind, id, deliverAt }
}
