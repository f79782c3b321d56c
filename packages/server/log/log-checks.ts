/**
 * The log's own checks: every leaf is made again from the event it is of, the tree from the leaves, and what was signed
 * is compared with it. The first that differs has a name: missing, altered, out of order, without an event, rolled back.
 */

import { actorOf } from '@laisee/core/log/actor.ts'
import { isForgotten, isPersonal } from '@laisee/core/log/forgotten.ts'
import { hashBytes, isSameHash, rootOf, type Hash } from '@laisee/core/log/merkle.ts'
import { appendLeaves, nodesOf, tileBytes, type TileReader } from '@laisee/core/log/tiles.ts'
import type { Tx } from '../db/db.ts'
import { comparePlaces, firstPlace, placeOf, type Place } from '../events/place.ts'
import { eventsIfThere, type EventRow } from '../events/read.ts'
import type { Check, CheckResult, Difference } from '../ledger/check.ts'
import { checkpointChain } from './checkpoint-chain.ts'
import { readForgotten } from './forget.sql.ts'
import { happeningsOf } from './happenings.ts'
import { textOfLeaf } from './leaves.ts'
import {
  eventsWithoutLeaf,
  measureTiles,
  readCheckpoints,
  readHead,
  readLastCheckpoint,
  readLeaves,
  type CheckpointRow,
  type LeafRow,
} from './log.sql.ts'
import { pairHash, tilesAt } from './tiles.ts'

const leavesAtOnce = 1_000
const differencesMax = 20

class Findings {
  readonly differences: Difference[] = []
  different = 0

  add(about: string, says: string): void {
    this.different += 1
    if (this.differences.length < differencesMax) this.differences.push({ about, says })
  }
}

/** The tree made anew from the leaves: all its tiles are kept, 32 bytes a leaf. */
class Rebuilt {
  readonly #tiles = new Map<string, readonly Hash[]>()
  readonly #at: TileReader = ({ level, index }) => this.#tiles.get(`${level}/${index}`) ?? []
  readonly read = nodesOf(this.#at, pairHash)
  size = 0

  /** How many tiles it has, and how many bytes. */
  extent(): { tiles: bigint; bytes: bigint } {
    const tiles = [...this.#tiles.values()]
    const hashes = tiles.reduce((sum, { length }) => sum + length, 0)
    return { tiles: BigInt(tiles.length), bytes: BigInt(hashes * hashBytes) }
  }

  async add(tx: Tx, leaves: readonly Hash[], findings: Findings): Promise<void> {
    const grown = appendLeaves(this.size, this.#at, leaves, pairHash)
    this.size += leaves.length
    const stored = await tilesAt(tx, grown)
    for (const { level, index, hashes } of grown) {
      this.#tiles.set(`${level}/${index}`, hashes)
      const kept = stored({ level, index }).slice(0, hashes.length)
      if (!isSameHash(tileBytes(kept), tileBytes(hashes)))
        findings.add(`tile ${level}/${index} of the log`, 'is not what the leaves under it come to')
    }
  }
}

async function checkLog(tx: Tx): Promise<CheckResult> {
  const findings = new Findings()
  const head = (await tx.one(readHead))!
  const tree = new Rebuilt()
  let last: Place = firstPlace
  for (let from = 0n; ;) {
    const leaves = await tx.run(readLeaves, from, leavesAtOnce)
    if (leaves.length === 0) break
    last = await checkLeaves(tx, leaves, from, last, findings)
    await tree.add(
      tx,
      leaves.map(({ hash }) => hash),
      findings,
    )
    from = leaves.at(-1)!.idx + 1n
  }
  if (head.size !== BigInt(tree.size))
    findings.add('the log', `has counted ${head.size} leaves; ${tree.size} are there`)
  for (const event of await tx.run(eventsWithoutLeaf, head.xid, head.sourceId, head.seq, differencesMax))
    findings.add(`event ${event.seq} of ${event.sourceId}`, saysOfInserted(event.kind))
  if (comparePlaces(last, { ...head, xid: BigInt(head.xid) }) > 0)
    findings.add(
      `event ${last.seq} of ${last.sourceId}`,
      'is a leaf and stands after where the log has come to',
    )
  const { tiles, bytes } = tree.extent()
  const stored = (await tx.one(measureTiles))!
  if (stored.tiles !== tiles || stored.bytes !== bytes)
    findings.add(
      'the log',
      `has ${stored.tiles} tiles of ${stored.bytes} bytes; its leaves make ${tiles} of ${bytes}`,
    )
  const newest = (await tx.one(readLastCheckpoint))?.size ?? 0n
  if (newest !== head.size)
    findings.add('the log', `has counted ${head.size} leaves, and its newest checkpoint is of ${newest}`)
  await checkCheckpoints(tx, tree, findings)
  const { different, differences } = findings
  return {
    check: 'log_holds',
    promise:
      'Every leaf of the log is its event’s, the tree is the leaves’, and every checkpoint is the tree’s.',
    ok: different === 0,
    looked: tree.size,
    different,
    differences,
  }
}

const saysOfInserted = (kind: string) =>
  `(${kind}) stands where the log has come to and is no leaf of it: put in afterwards`

/** Leaves beside their events. Gives the place of the last of them. */
async function checkLeaves(
  tx: Tx,
  leaves: readonly LeafRow[],
  from: bigint,
  before: Place,
  findings: Findings,
): Promise<Place> {
  const events = new Map((await eventsIfThere(tx, leaves)).map((event) => [nameOf(event), event]))
  const known = leaves.flatMap((leaf) => events.get(nameOf(leaf)) ?? [])
  const forgotten = await forgottenAmong(tx, leaves)
  const made = new Map((await happeningsOf(tx, known)).map((one, i) => [nameOf(known[i]!), one]))
  let last = before
  let expected = from
  for (const leaf of leaves) {
    const name = nameOf(leaf)
    const about = `leaf ${leaf.idx} of the log`
    if (leaf.idx !== expected) findings.add(`leaf ${expected} of the log`, 'is missing')
    expected = leaf.idx + 1n
    const event = events.get(name)
    const happening = made.get(name)
    if (!event || !happening) {
      findings.add(about, `is of event ${leaf.seq} of ${leaf.sourceId}, which is not there: taken out`)
      continue
    }
    if (comparePlaces(placeOf(event), last) <= 0) findings.add(about, 'is out of order')
    last = placeOf(event)
    if (leaf.kind !== event.kind || leaf.at !== event.at || (leaf.salt && leaf.actor !== actorOf(event.data)))
      findings.add(about, `is listed otherwise than event ${leaf.seq} of ${leaf.sourceId}`)
    if (!leaf.salt && !isForgettingRight(event, forgotten))
      findings.add(about, `has lost its salt, and nobody was forgotten by it`)
    if (leaf.salt && textOfLeaf(leaf, happening) === undefined)
      findings.add(about, `is not what event ${leaf.seq} of ${leaf.sourceId} says now`)
  }
  return last
}

/** The members among the sources of leaves without a salt who were forgotten. */
async function forgottenAmong(tx: Tx, leaves: readonly LeafRow[]): Promise<ReadonlySet<string>> {
  const sources = leaves.filter(({ salt }) => salt === null).map(({ sourceId }) => sourceId)
  if (sources.length === 0) return new Set()
  const rows = await tx.run(readForgotten, [...new Set(sources)])
  return new Set(rows.map(({ sourceId }) => sourceId))
}

/** Whether a leaf may be without a salt: its event is emptied, was personal, and its member is forgotten. */
function isForgettingRight({ sourceId, kind, data }: EventRow, forgotten: ReadonlySet<string>): boolean {
  return isForgotten(data) && isPersonal(kind) && forgotten.has(sourceId)
}

async function checkCheckpoints(tx: Tx, tree: Rebuilt, findings: Findings): Promise<void> {
  let before: { size: bigint; chain: Buffer } | null = null
  for (let above = 0n; ;) {
    const some: CheckpointRow[] = await tx.run(readCheckpoints, above, leavesAtOnce)
    if (some.length === 0) return
    for (const { size, root, at, chain } of some) {
      const about = `the checkpoint of ${size} leaves`
      if (!chain.equals(checkpointChain(before?.chain ?? null, { size, root, at })))
        findings.add(
          about,
          `does not follow from that of ${before?.size ?? 'no'} leaves: altered, or one is missing`,
        )
      before = { size, chain }
      if (size > BigInt(tree.size)) findings.add(about, `was kept, and ${tree.size} are there: rolled back`)
      else if (!isSameHash(rootOf(Number(size), tree.read), root))
        findings.add(about, 'has another root than the tree')
    }
    above = some.at(-1)!.size
  }
}

function nameOf({ sourceId, seq }: Pick<EventRow, 'sourceId' | 'seq'>): string {
  return `${sourceId} ${seq}`
}

export const logChecks: readonly Check[] = [{ name: 'log_holds', run: checkLog }]
