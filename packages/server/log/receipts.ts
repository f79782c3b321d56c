/**
 * Receipts of what happened to a packet or transfer, for somebody who may see it: each event as the log has it, and
 * their own line where they claimed. What was not put into the log yet is not among them.
 */

import { isIdOf } from '@laisee/core/ids.ts'
import { showPart } from '@laisee/core/log/leaf.ts'
import { inclusionPath } from '@laisee/core/log/merkle.ts'
import { writeReceipt } from '@laisee/core/log/receipt.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { readOfSource, type EventRow } from '../events/read.ts'
import { sights, type Sight } from '../visibility.ts'
import { lastCheckpoint } from './checkpoint.ts'
import { happeningsOf, ownPartNo } from './happenings.ts'
import { textOfLeaf } from './leaves.ts'
import { readLeavesOf } from './log.sql.ts'
import { nodesFor } from './tiles.ts'

export interface FoundReceipt {
  /** Where it stands in the log, from 0. */
  index: number
  seq: number
  kind: string
  at: string
  /** A `.tlog-proof` file's text; null where the event was forgotten, or is not what the log says of it. */
  receipt: string | null
}

const eventsMax = 1_000

/** Receipts of a packet or transfer, oldest first; null is the operator. Refuses `not_found` where they may not see it. */
export async function receiptsOf(
  tx: Tx,
  secrets: Secrets,
  memberId: string | null,
  sourceId: string,
): Promise<FoundReceipt[]> {
  const sight = await sightOf(tx, memberId, sourceId)
  const { events } =
    sight === 'none' ? { events: [] } : await readOfSource(tx, sourceId, sight, 0n, eventsMax)
  if (events.length === 0) throw new RefusalError(refuse('not_found', { field: 'sourceId' }))
  return receiptsOfEvents(tx, secrets, memberId, sourceId, events)
}

/** Receipts of events of one source that the reader may see: the caller has asked. */
export async function receiptsOfEvents(
  tx: Tx,
  secrets: Secrets,
  memberId: string | null,
  sourceId: string,
  events: readonly EventRow[],
): Promise<FoundReceipt[]> {
  const leaves = new Map((await tx.run(readLeavesOf, sourceId)).map((leaf) => [leaf.seq, leaf]))
  const logged = events.filter(({ seq }) => leaves.has(seq))
  const happenings = await happeningsOf(tx, logged)
  const { size, note } = await lastCheckpoint(tx, secrets)
  const places = logged.map(({ seq }) => Number(leaves.get(seq)!.idx))
  const read = await nodesFor(tx, (node) => places.forEach((place) => inclusionPath(place, size, node)))
  return logged.map((event, i): FoundReceipt => {
    const { salt, hash } = leaves.get(event.seq)!
    const happening = happenings[i]!
    const index = places[i]!
    const found = { index, seq: Number(event.seq), kind: event.kind, at: happening.at }
    const leaf = textOfLeaf({ salt, hash }, happening)
    if (leaf === undefined || salt === null) return { ...found, receipt: null }
    const own = memberId === null ? undefined : ownPartNo(event, memberId)
    const shown = [0, ...(own === undefined ? [] : [own])].map((no) => showPart(happening, salt, no))
    const path = inclusionPath(index, size, read)
    return { ...found, receipt: writeReceipt({ leaf, shown, index, path, checkpoint: note }) }
  })
}

async function sightOf(tx: Tx, memberId: string | null, sourceId: string): Promise<Sight> {
  const kind = (['packet', 'transfer'] as const).find((one) => isIdOf(one, sourceId))
  if (kind === undefined) return 'none'
  return memberId === null ? 'all' : sights[kind](tx, memberId, sourceId)
}
