/**
 * One listener's stream: what happened before (backfill), then what happens (live), without a gap and without an event
 * twice. It joins the feed first and reads the past then; whatever it heard meanwhile waits, and what it has read
 * already is passed over by its place. A source whose next number is missing is read from the database again.
 */

import { toIso } from '@laisee/core/instant.ts'
import type { Db } from '../db/db.ts'
import type { FedEvent, Frame } from './fed-event.ts'
import type { Feed } from './feed.ts'
import { comparePlaces, firstPlace, placeOf, type Place } from './place.ts'
import type { EventRow } from './read.sql.ts'
import { endOfStreams } from './read.ts'
import { writeCursor, type Places } from './stream-cursor.ts'
import { keyOf, readTopic, type Topic } from './topics.ts'

/** Where events go. A frame sent to many sinks is written out once. `waiting` is how many bytes the other side has not taken yet. */
export interface Sink {
  send(frame: { id?: string; event?: string; data: unknown }): void
  readonly waiting: number
  readonly closed: boolean
  /** Resolves when little is waiting, or the other side is gone. */
  drained(): Promise<void>
  onClose(listener: () => void): void
  /** Say why, and close. */
  end(code: string): void
}

export interface StreamAsk {
  db: Db
  feed: Feed
  topics: readonly Topic[]
  /** Where to go on from, by topic's name. */
  places: Places
  /** Where a topic begins that has no place: a source always at its start. */
  from: 'start' | 'now'
  sink: Sink
}

const pageSize = 200
const waitingMax = 1_048_576
const heldMax = 10_000

/** An event as a stream and a page show it. */
export function shownEvent(topic: string, row: EventRow) {
  return {
    topic,
    sourceId: row.sourceId,
    seq: Number(row.seq),
    kind: row.kind,
    at: toIso(row.at),
    data: row.data,
  }
}

/** The places where topics begin that have none yet. */
export async function placesFrom(
  db: Db,
  topics: readonly Topic[],
  known: Places,
  from: 'start' | 'now',
): Promise<Places> {
  const isNew = (topic: Topic) => topic.of !== 'source' && !known.has(topic.name)
  const now = from === 'now' && topics.some(isNew) ? await db.snapshot(endOfStreams) : firstPlace
  return new Map(
    topics.map((topic) => [topic.name, known.get(topic.name) ?? (isNew(topic) ? now : firstPlace)]),
  )
}

class Stream {
  readonly #ask: StreamAsk
  readonly #places: Places
  #held: FedEvent[] = []
  #live = false
  #behind = false

  constructor(ask: StreamAsk, places: Places) {
    this.#ask = ask
    this.#places = places
  }

  hear(event: FedEvent): void {
    const { sink } = this.#ask
    if (sink.closed) return
    if (sink.waiting > waitingMax || this.#held.length >= heldMax) return sink.end('slow_consumer')
    if (this.#live) this.#deliver(event)
    else this.#held.push(event)
  }

  /** Read what is there, then hand out what was heard meanwhile; after that, whatever comes goes straight on. */
  async catchUp(): Promise<void> {
    this.#live = false
    do {
      this.#behind = false
      for (const topic of this.#ask.topics) await this.#readTopic(topic)
      const held = this.#held
      const undelivered = held.findIndex((event) => {
        if (!this.#behind) this.#deliver(event)
        return this.#behind
      })
      this.#held = undelivered < 0 ? [] : held.slice(undelivered)
    } while (this.#behind && !this.#ask.sink.closed)
    this.#live = true
  }

  ready(): void {
    const topics = this.#ask.topics.map((topic) => topic.name)
    this.#ask.sink.send({ id: writeCursor(this.#places), event: 'ready', data: { topics } })
  }

  async #readTopic(topic: Topic): Promise<void> {
    const { db, sink } = this.#ask
    for (let more = true; more && !sink.closed;) {
      const after = this.#places.get(topic.name)!
      const page = await db.snapshot((tx) => readTopic(tx, topic, after, pageSize))
      for (const row of page.events) this.#send(topic, row, placeIn(topic, row))
      this.#places.set(topic.name, page.next)
      more = page.more
      await sink.drained()
    }
  }

  #deliver(event: FedEvent): void {
    for (const topic of this.#ask.topics) {
      const after = this.#places.get(topic.name)!
      if (topic.of === 'source') {
        if (event.row.sourceId === topic.sourceId) this.#deliverOfSource(topic, event, after.seq)
      } else if (comparePlaces(event.place, after) > 0) {
        if (topic.of === 'all' || event.memberIds.has(topic.memberId))
          this.#send(topic, event.row, event.place, event)
      }
    }
  }

  #deliverOfSource(topic: Topic & { of: 'source' }, event: FedEvent, after: bigint): void {
    const { seq } = event.row
    if (seq <= after) return
    if (seq > after + 1n) return this.#readBehind()
    const place = placeIn(topic, event.row)
    if (topic.sight === 'all' || event.audience.has(topic.sourceId))
      this.#send(topic, event.row, place, event)
    else this.#places.set(topic.name, place)
  }

  #readBehind(): void {
    this.#behind = true
    if (this.#live) this.catchUp().catch(() => this.#ask.sink.end('unavailable'))
  }

  #send(topic: Topic, row: EventRow, place: Place, fed?: FedEvent): void {
    this.#places.set(topic.name, place)
    this.#ask.sink.send(
      this.#places.size === 1 && fed ? this.#sharedFrame(topic, fed) : this.#frameOf(topic, row),
    )
  }

  /** Streams of this one topic all stand at the same place after the event, so that they are sent the same. */
  #sharedFrame(topic: Topic, { row, frames }: FedEvent): Frame {
    const made = frames.get(topic.name) ?? this.#frameOf(topic, row)
    frames.set(topic.name, made)
    return made
  }

  #frameOf(topic: Topic, row: EventRow): Frame {
    return { id: writeCursor(this.#places), data: shownEvent(topic.name, row) }
  }
}

function placeIn(topic: Topic, row: EventRow): Place {
  return topic.of === 'source' ? { ...firstPlace, seq: row.seq } : placeOf(row)
}

/** Stream topics into a sink until it closes: backfill, a `ready` frame, then live. */
export async function openStream(ask: StreamAsk): Promise<void> {
  const { db, feed, topics, sink } = ask
  const held: FedEvent[] = []
  let stream: Stream | undefined
  const hear = (event: FedEvent) => (stream ? stream.hear(event) : void held.push(event))
  const leave = await feed.join({ keys: topics.map(keyOf), hear })
  sink.onClose(leave)
  if (sink.closed) return leave()
  stream = new Stream(ask, await placesFrom(db, topics, ask.places, ask.from))
  for (const event of held) stream.hear(event)
  await stream.catchUp()
  stream.ready()
}
