/** What has happened, as a page or as a stream that goes on: of everything, of a member, of a packet or transfer. */

import { Type } from 'typebox'
import { eventKinds } from '@laisee/core/events.ts'
import type { Db } from '../db/db.ts'
import type { MemberCaller, OperatorCaller } from '../http/caller.ts'
import { route, type Route } from '../http/route.ts'
import { closed, MomentSchema, named, oneOf, pageLimitDefault, pageLimitMax } from '../http/schemas.ts'
import { shownEvent } from './shown-event.ts'
import { openStream, placesFrom } from './stream.ts'
import { readCursor, streamCursorMax, writeCursor } from './stream-cursor.ts'
import { readTopic, topicsFor, type Topic } from './topics.ts'

const EventSchema = named('Event', 'Something that happened, told in the transaction that made it so.', {
  topic: Type.String({ description: 'The topic it is told under.' }),
  sourceId: Type.String({ description: 'The packet, transfer, member or other thing it happened to.' }),
  seq: Type.Integer({ minimum: 1, description: 'Its number among the events of its source: 1, 2, 3 …' }),
  kind: oneOf(eventKinds),
  at: MomentSchema,
  data: Type.Record(Type.String(), Type.Unknown(), {
    description: 'What happened; see the page of this kind.',
  }),
})

const query = closed({
  topics: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1_000,
      description:
        '`me` (a member) or `all` (an operator), `packet:pkt_…`, `transfer:tr_…`, with commas between; `me` or `all` where it is not said.',
    }),
  ),
  cursor: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: streamCursorMax,
      pattern: '^[A-Za-z0-9_-]+$',
      description: 'Where to go on: a page’s `cursor` or an event’s `id`.',
    }),
  ),
  from: Type.Optional(
    oneOf(
      ['start', 'now'],
      'Where to begin without a cursor: a page at the start, a stream now; a packet or transfer always at its start.',
    ),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: pageLimitMax,
      description: `How many events; ${pageLimitDefault} where it is not said.`,
    }),
  ),
})

interface Asked {
  topics?: string
  cursor?: string
}

function topicsOf(db: Db, caller: OperatorCaller | MemberCaller, asked: Asked): Promise<Topic[]> {
  return db.snapshot((tx) => topicsFor(tx, caller, asked.topics))
}

async function pageOf(
  db: Db,
  topics: readonly Topic[],
  from: 'start' | 'now',
  asked: Asked & { limit?: number },
) {
  const places = await placesFrom(db, topics, readCursor(asked.cursor), from)
  const limit = asked.limit ?? pageLimitDefault
  const events: ReturnType<typeof shownEvent>[] = []
  for (const topic of topics) {
    for (let more = true; more && events.length < limit;) {
      const page = await db.snapshot((tx) =>
        readTopic(tx, topic, places.get(topic.name)!, limit - events.length),
      )
      events.push(...page.events.map((row) => shownEvent(topic.name, row)))
      places.set(topic.name, page.next)
      more = page.more
    }
  }
  return { events, cursor: writeCursor(places) }
}

export const eventRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/events',
    name: 'listEvents',
    summary: 'What has happened, as a page or as a stream',
    description: [
      'With `Accept: text/event-stream` the reply is a stream of server-sent events that goes on: each has the data of',
      'one event and an `id` to resume by (`Last-Event-ID`). A frame `ready` says that the past has been told and',
      'whatever follows is live; a frame `end` says why the server closed the stream. Otherwise it is a page, oldest',
      'first; `cursor` is where the next page, or a stream, goes on. A page of no events is the end for now.',
    ].join('\n'),
    tags: ['events'],
    callers: ['member', 'operator:events:read'],
    query,
    reply: closed({
      events: Type.Array(EventSchema),
      cursor: Type.String({ description: 'Where to go on.' }),
    }),
    refusals: ['not_found'],
    async handle({ ctx, caller, query: asked }) {
      return pageOf(ctx.db, await topicsOf(ctx.db, caller, asked), asked.from ?? 'start', asked)
    },
    async stream({ ctx, caller, query: asked, feed, lastEventId, open }) {
      const topics = await topicsOf(ctx.db, caller, asked)
      const places = readCursor(lastEventId ?? asked.cursor)
      await openStream({ db: ctx.db, feed, topics, places, from: asked.from ?? 'now', sink: open() })
    },
  }),
]
