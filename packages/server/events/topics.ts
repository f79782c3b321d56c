/**
 * What a stream may be of: `all` for an operator, `me` for a member, and any packet or transfer the caller may see.
 * One that they may not see is "not found", whether it is there or not.
 */

import { isToldInStreams } from '@laisee/core/events.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import type { MemberCaller, OperatorCaller } from '../http/caller.ts'
import { sights } from '../visibility.ts'
import { everything } from './feed.ts'
import { firstPlace, type Place } from './place.ts'
import { readLastSeq } from './read.sql.ts'
import { readAll, readForMember, readOfSource, type StreamPage } from './read.ts'

export type Topic =
  | { name: string; of: 'all' }
  | { name: string; of: 'member'; memberId: string }
  | { name: string; of: 'source'; sourceId: string; sight: 'all' | 'shared' }

export const topicsMax = 20

/** The topics a caller asks for; their own where they name none. Refuses `invalid_request` and `not_found`. */
export async function topicsFor(
  tx: Tx,
  caller: OperatorCaller | MemberCaller,
  text: string | undefined,
): Promise<Topic[]> {
  const names = text === undefined ? [caller.kind === 'member' ? 'me' : 'all'] : [...new Set(text.split(','))]
  if (names.length > topicsMax) throw badTopics(`must be ${topicsMax} at most`)
  const topics: Topic[] = []
  for (const name of names) topics.push(await topicFor(tx, caller, name))
  return topics
}

async function topicFor(tx: Tx, caller: OperatorCaller | MemberCaller, name: string): Promise<Topic> {
  if (name === 'all' && caller.kind === 'operator') return { name, of: 'all' }
  if (name === 'me' && caller.kind === 'member') return { name, of: 'member', memberId: caller.memberId }
  const [kind, id] = name.split(':')
  if ((kind !== 'packet' && kind !== 'transfer') || id === undefined || !isIdOf(kind, id)) {
    throw badTopics(
      `must be ${caller.kind === 'member' ? 'me' : 'all'}, packet:pkt_… or transfer:tr_…, with commas between`,
    )
  }
  const sight =
    caller.kind === 'member' ? await sights[kind](tx, caller.memberId, id) : await sightOfOperator(tx, id)
  if (sight === 'none') throw new RefusalError(refuse('not_found', { field: 'topics' }))
  return { name, of: 'source', sourceId: id, sight }
}

async function sightOfOperator(tx: Tx, sourceId: string): Promise<'all' | 'none'> {
  return (await tx.one(readLastSeq, sourceId)) === undefined ? 'none' : 'all'
}

function badTopics(message: string): RefusalError {
  return new RefusalError(refuse('invalid_request', { errors: [{ field: 'topics', message }] }))
}

/** The key a listener of this topic has in the feed. */
export function keyOf(topic: Topic): string {
  if (topic.of === 'all') return everything
  return topic.of === 'member' ? topic.memberId : topic.sourceId
}

/** A page of a topic's events after a place; a source's places are by its own numbers only. */
export async function readTopic(tx: Tx, topic: Topic, after: Place, limit: number): Promise<StreamPage> {
  if (topic.of === 'all') {
    const page = await readAll(tx, after, limit)
    return { ...page, events: page.events.filter(({ kind }) => isToldInStreams(kind)) }
  }
  if (topic.of === 'member') return readForMember(tx, topic.memberId, after, limit)
  const page = await readOfSource(tx, topic.sourceId, topic.sight, after.seq, limit)
  return { events: page.events, more: page.more, next: { ...firstPlace, seq: page.nextSeq } }
}
