/**
 * The notices of a member, found in their stream as it is read backwards (events/read-back.ts): nothing is written when
 * money moves, and nobody learns here what the stream would not tell them. A search reads a bounded number of windows,
 * each with a bounded number of statements; one that ends before its aim says where to go on.
 */

import { toIso } from '@laisee/core/instant.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { isOvertaken, overtakenBy } from '@laisee/core/gathering.ts'
import { groupNoticeEvents, noticeEvents, noticeOf, type Notice } from '@laisee/core/notice.ts'
import type { Tx } from '../db/db.ts'
import {
  kindsTold,
  readWindowBack,
  streamReader,
  type Head,
  type PlaceBack,
  type StreamReader,
} from '../events/read-back.ts'
import { eventsAt, toldTo } from '../events/read.ts'
import { claimedAmong } from '../packets/look-up.ts'

export interface FoundNotice {
  notice: Notice
  place: PlaceBack
}

export interface Search {
  /** Last told first. */
  found: FoundNotice[]
  /** Where to go on; undefined at the beginning of the stream. */
  older: PlaceBack | undefined
}

const windowSizes = [100, 200, 400, 800, 1_600]
const atOnce = 100

/** Search back from before a place until there is enough, or the search has gone far enough for one request. */
export async function findNotices(
  tx: Tx,
  memberId: string,
  from: PlaceBack | undefined,
  enough: (found: readonly FoundNotice[]) => boolean,
): Promise<Search> {
  const reader = await streamReader(tx, memberId)
  const found: FoundNotice[] = []
  let before = from
  for (const size of windowSizes) {
    const window = await readWindowBack(tx, reader, { before, kinds: noticeEvents, size })
    const heads = window.heads.filter((head) => mayConcern(head, memberId))
    for (let i = 0; i < heads.length; i += atOnce) {
      for (const one of await noticesOf(tx, reader, heads.slice(i, i + atOnce))) {
        found.push(one)
        if (enough(found)) return { found, older: one.place }
      }
    }
    before = window.older
    if (before === undefined) return { found, older: undefined }
  }
  return { found, older: before }
}

/** Whoever hears of a packet as one of its group is told of what they may claim, not of what others do. */
function mayConcern({ kind, audiences }: Head, memberId: string): boolean {
  return audiences.includes(memberId) || groupNoticeEvents.includes(kind)
}

async function noticesOf(tx: Tx, reader: StreamReader, heads: readonly Head[]): Promise<FoundNotice[]> {
  const { memberId, stays } = reader
  const told = await toldTo(
    tx,
    memberId,
    stays,
    heads.map((head) => ({ event: head, audiences: head.audiences })),
  )
  const standing = await standingOf(tx, told)
  const events = await eventsAt(tx, standing)
  const packetIds = standing.map(({ sourceId }) => sourceId).filter((id) => isIdOf('packet', id))
  const claimed = await claimedAmong(tx, packetIds, memberId)
  const hasClaimed = (packetId: string) => claimed.has(packetId)
  return events.flatMap((event, i) => {
    const said = { ...event, seq: Number(event.seq), at: toIso(event.at) }
    const notice = noticeOf(said, { memberId, hasClaimed })
    return notice ? [{ notice, place: standing[i]!.place }] : []
  })
}

/** Those that nothing told later of the same source has overtaken. */
async function standingOf(tx: Tx, heads: readonly Head[]): Promise<Head[]> {
  const mayFall = heads.filter(({ kind }) => overtakenBy[kind])
  const kinds = new Set(mayFall.flatMap(({ kind }) => overtakenBy[kind]!))
  const later = await kindsTold(
    tx,
    mayFall.map(({ sourceId }) => sourceId),
    [...kinds],
  )
  const bySource = Map.groupBy(later, ({ sourceId }) => sourceId)
  const plain = ({ kind, sourceId, seq }: Pick<Head, 'kind' | 'sourceId' | 'seq'>) => ({
    kind,
    sourceId,
    seq: Number(seq),
  })
  return heads.filter(
    (head) => !bySource.get(head.sourceId)?.some((other) => isOvertaken(plain(head), plain(other))),
  )
}
