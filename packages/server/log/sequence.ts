/**
 * The sequencer: it puts events into the tree in the order of the streams, some time after they were written and without
 * a lock that any of them waits for. Every server runs it; the head's row lets one at a time through, so that an event
 * has one place, and a server that dies in the middle has put nothing in.
 */

import { randomBytes } from 'node:crypto'
import { toIso } from '@laisee/core/instant.ts'
import { actorOf } from '@laisee/core/log/actor.ts'
import { saltBytes } from '@laisee/core/log/leaf.ts'
import { rootOf } from '@laisee/core/log/merkle.ts'
import { appendLeaves, edgeOf } from '@laisee/core/log/tiles.ts'
import type { Db, Tx } from '../db/db.ts'
import { readAll, type EventRow } from '../events/read.ts'
import { claimersIn, firstShareNoIn, happeningsOf, withoutLines } from './happenings.ts'
import { lineHashes, newLeaf } from './leaves.ts'
import { hashLines } from './lines.sql.ts'
import { checkpointChain } from './checkpoint-chain.ts'
import { insertCheckpoint, insertLeaves, lockHead, moveHead, readLastCheckpoint } from './log.sql.ts'
import { keepTiles, nodesFor, pairHash, tilesAt } from './tiles.ts'

/** How many leaves go in at once; fewer are all there are, and the next may gather. */
export const leavesAtOnce = 500

/** Put what is new into the tree and keep a checkpoint of it. Gives how many leaves it was. */
export function sequenceLog(db: Db): Promise<number> {
  return db.transaction(sequence)
}

async function sequence(tx: Tx): Promise<number> {
  const head = (await tx.one(lockHead))!
  const after = { xid: BigInt(head.xid), sourceId: head.sourceId, seq: head.seq }
  const { events, next } = await readAll(tx, after, leavesAtOnce)
  if (events.length === 0) return 0
  const salts = events.map(() => randomBytes(saltBytes))
  const lines = await lineHashesOf(tx, events, salts)
  const hashes = events.map((event, i) => newLeaf(withoutLines(event), salts[i]!, lines[i] ?? []))
  const before = Number(head.size)
  const size = before + events.length
  await keepTiles(tx, appendLeaves(before, await tilesAt(tx, edgeOf(before)), hashes, pairHash))
  await tx.run(
    insertLeaves,
    head.size,
    events.map(({ sourceId }) => sourceId),
    events.map(({ seq }) => seq),
    salts,
    hashes.map((hash) => Buffer.from(hash)),
    events.map(({ kind }) => kind),
    events.map(({ at }) => toIso(at)),
    events.map(({ data }) => actorOf(data)),
  )
  await tx.run(moveHead, BigInt(size), String(next.xid), next.sourceId, next.seq)
  const root = rootOf(size, await nodesFor(tx, (read) => void rootOf(size, read)))
  await keepCheckpoint(tx, BigInt(size), Buffer.from(root))
  return events.length
}

async function keepCheckpoint(tx: Tx, size: bigint, root: Buffer): Promise<void> {
  const last = await tx.one(readLastCheckpoint)
  const at = await tx.now(last?.at)
  await tx.run(
    insertCheckpoint,
    size,
    root,
    toIso(at),
    checkpointChain(last?.chain ?? null, { size, root, at }),
  )
}

const hexOfHash = /.{64}/g

/** The hashes of each event's lines; of those without any, undefined. */
async function lineHashesOf(
  tx: Tx,
  events: readonly EventRow[],
  salts: readonly Buffer[],
): Promise<string[][]> {
  const found: string[][] = []
  const claimers = events.map(({ data }) => claimersIn(data))
  const places = [...events.keys()].filter((i) => claimers[i]!.length > 0)
  if (places.length === 0) return found
  const rows = await tx.run(
    hashLines,
    places.map((i) => events[i]!.sourceId),
    places.map((i) => claimers[i]!.join()),
    places.map((i) => toIso(events[i]!.at)),
    places.map((i) => firstShareNoIn(events[i]!.data)),
    places.map((i) => salts[i]!),
  )
  for (const { no, hashes } of rows) found[places[Number(no) - 1]!] = hashes?.match(hexOfHash) ?? []
  const odd = places.filter((i) => found[i]?.length !== claimers[i]!.length)
  const anew = await happeningsOf(
    tx,
    odd.map((i) => events[i]!),
  )
  odd.forEach((place, i) => (found[place] = lineHashes(anew[i]!, salts[place]!)))
  return found
}
