/** The notice of a packet, withdrawn or not: for whoever gathers what happened to that packet. */

import type { Tx } from '../db/db.ts'
import { readNotice, type NoticeRow } from './group-notices.sql.ts'

export type { NoticeRow } from './group-notices.sql.ts'

/** It; undefined where none was posted. Whether the reader may know of it is for the caller to ask. */
export function noticeOfPacket(tx: Tx, groupId: string, packetId: string): Promise<NoticeRow | undefined> {
  return tx.one(readNotice, groupId, packetId)
}
