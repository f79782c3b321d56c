/**
 * Looking through the log: entries by kind, by who did it, by what they are of and by time, newest first, each with what
 * it changed and a receipt that whoever looks checks for themselves. Who may look is for the routes; that somebody did
 * stands in the log (access/note-access.ts).
 */

import type { EventKind } from '@laisee/core/events.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { hourMs, toIso, type Instant } from '@laisee/core/instant.ts'
import { changesIn, type FieldChange } from '@laisee/core/log/changes.ts'
import { isForgotten } from '@laisee/core/log/forgotten.ts'
import { showPart } from '@laisee/core/log/leaf.ts'
import { inclusionPath } from '@laisee/core/log/merkle.ts'
import { writeReceipt } from '@laisee/core/log/receipt.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { eventsAt, readOfSource, type EventRow } from '../events/read.ts'
import { judgedBy } from '../guard/read-verdict.ts'
import { cardsOf } from '../people/members.ts'
import { lastCheckpoint } from './checkpoint.ts'
import { happeningsOf } from './happenings.ts'
import { textOfLeaf } from './leaves.ts'
import type { LeafRow } from './log.sql.ts'
import {
  readLeafBefore,
  readLeafFrom,
  searchLeaves,
  searchLeavesOfActor,
  searchLeavesOfKind,
  searchLeavesOfSource,
} from './search.sql.ts'
import { nodesFor } from './tiles.ts'

export interface LogSearch {
  kind?: EventKind | undefined
  /** A member, a key, `operator` or a duty. */
  actor?: string | undefined
  sourceId?: string | undefined
  from?: Instant | undefined
  until?: Instant | undefined
  /** Only what stands before this place of the log. */
  below?: bigint | undefined
  limit: number
}

export interface LogEntry {
  index: number
  sourceId: string
  seq: number
  kind: string
  at: Instant
  actor: string | null
  data: Record<string, unknown>
  changes: FieldChange[]
  /** By which policy, where something was judged: `name 3`. */
  policy: string | null
  /** Whether the log's leaf is of this event; `forgotten` where nobody can tell any more. */
  state: 'logged' | 'forgotten' | 'altered'
  receipt: string | null
}

export interface FoundEntries {
  entries: LogEntry[]
  names: ReadonlyMap<string, MemberCard>
}

/** Entries as they are asked for. */
export async function searchLog(tx: Tx, secrets: Secrets, search: LogSearch): Promise<FoundEntries> {
  const leaves = await findLeaves(tx, search)
  const events = await eventsAt(tx, leaves)
  const happenings = await happeningsOf(tx, events)
  const { size, note } = await lastCheckpoint(tx, secrets)
  const places = leaves.map(({ idx }) => Number(idx))
  const read = await nodesFor(tx, (node) => places.forEach((place) => inclusionPath(place, size, node)))
  const policies = await judgedBy(
    tx,
    events.filter(isJudged).map(({ sourceId }) => sourceId),
  )
  const changes = await changesOf(tx, events)
  const entries = leaves.map((leaf, i): LogEntry => {
    const event = events[i]!
    const text = textOfLeaf(leaf, happenings[i]!)
    const receipt =
      text === undefined
        ? null
        : writeReceipt({
            leaf: text,
            shown: [showPart(happenings[i]!, leaf.salt!, 0)],
            index: places[i]!,
            path: inclusionPath(places[i]!, size, read),
            checkpoint: note,
          })
    const { sourceId, kind, at, data } = event
    const { actor } = leaf
    const state =
      receipt !== null ? 'logged' : leaf.salt === null && isForgotten(data) ? 'forgotten' : 'altered'
    const found = {
      index: places[i]!,
      sourceId,
      seq: Number(event.seq),
      kind,
      at,
      actor,
      data,
      state,
      receipt,
    } as const
    return { ...found, changes: changes[i]!, policy: policyOf(event, policies) }
  })
  return { entries, names: await cardsOf(tx, namedIn(entries)) }
}

/** Where times are asked for, an hour is left on both sides: an event's moment may be a little before its place. */
async function findLeaves(tx: Tx, search: LogSearch): Promise<LeafRow[]> {
  const { kind, actor, sourceId, from, until, below, limit } = search
  const end = until === undefined ? undefined : await tx.one(readLeafFrom, toIso(until + hourMs))
  const begin = from === undefined ? undefined : await tx.one(readLeafBefore, toIso(from - hourMs))
  const ends = [below, end?.idx].filter((idx) => idx !== undefined)
  const most = ends.length === 0 ? 2n ** 62n : ends.reduce((one, other) => (one < other ? one : other))
  const asked = [
    most,
    begin?.idx ?? 0n,
    kind ?? null,
    actor ?? null,
    from === undefined ? null : toIso(from),
    until === undefined ? null : toIso(until),
    limit,
  ] as const
  if (sourceId !== undefined) return tx.run(searchLeavesOfSource, ...asked, sourceId)
  if (actor !== undefined) return tx.run(searchLeavesOfActor, ...asked)
  return tx.run(kind === undefined ? searchLeaves : searchLeavesOfKind, ...asked)
}

const earlierMax = 1_000

async function changesOf(tx: Tx, events: readonly EventRow[]): Promise<FieldChange[][]> {
  const histories = new Map<string, EventRow[]>()
  for (const { sourceId, data } of events)
    if ('changed' in data && !histories.has(sourceId))
      histories.set(sourceId, (await readOfSource(tx, sourceId, 'all', 0n, earlierMax)).events)
  return events.map(({ sourceId, seq, data }) => {
    const before = (histories.get(sourceId) ?? []).filter((one) => one.seq < seq)
    return changesIn(
      data,
      before.map((one) => one.data),
    )
  })
}

const isJudged = ({ sourceId }: EventRow) => isIdOf('packet', sourceId) || isIdOf('transfer', sourceId)

function policyOf({ sourceId, data }: EventRow, policies: ReadonlyMap<string, string>): string | null {
  const { policyVersion, version } = data
  if (typeof policyVersion === 'number') return `${policyVersion}`
  if (typeof version === 'number') return `${version}`
  return policies.get(sourceId) ?? null
}

function namedIn(entries: readonly LogEntry[]): string[] {
  const ids = entries.flatMap(({ actor, sourceId, data }) => [actor, sourceId, ...Object.values(data)])
  return ids.filter((id): id is string => typeof id === 'string' && isIdOf('member', id))
}
