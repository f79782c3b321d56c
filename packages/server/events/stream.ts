/**
 * One listener's stream: what happened before (backfill), then what happens (live), without a gap and without an event
 * twice. It joins the feed first and reads the past then; whatever it heard meanwhile waits, and what it has read
 * already is passed over by its place. A source whose next number is missing is read from the database again.
 */

import { isToldInStreams } from '@laisee/core/events.ts'
import type { Db } from '../db/db.ts'
import type { FedEvent, Frame, Heard } from './fed-event.ts'
import type { Feed } from './feed.ts'
import { comparePlaces, firstPlace, placeOf, type Place } from './place.ts'
import type { EventRow } from './read.sql.ts'
import { endOfStreams } from './read.ts'
import { shownEvent } from './shown-event.ts'
import { writeCursor, type Places } from './stream-cursor.ts'
import { keyOf, readTopic, type Topic } from './topics.ts'

/** Where events go. `waiting` is how many bytes the other side has not taken yet. */
export interface Sink {
  send(frame: { id?: string; event?: string; data: unknown }): void
  /** Send some at once. One list that is sent to many sinks is written out once. */
  sendAll(frames: readonly Frame[]): void
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
  /** What is to be sent at once, while that is put together. */
  #gathered: Frame[] | undefined

  constructor(ask: StreamAsk, places: Places) {
    this.#ask = ask
    this.#places = places
  }

  hear(heard: Heard): void {
    const { sink, topics } = this.#ask
    if (sink.closed) return
    if (sink.waiting > waitingMax || this.#held.length >= heldMax) return sink.end('slow_consumer')
    const [topic, ...others] = topics
    if (others.length === 0) this.#hearOf(topic!, heard)
    else this.#hearAll(heard.events)
  }

  /** Streams of this one topic that stand at the same place are all sent the same. */
  #hearOf({ name }: Topic, { events, told }: Heard): void {
    const from = this.#places.get(name)!
    const known = this.#live ? told.get(name) : undefined
    if (known && comparePlaces(known.from, from) === 0) {
      this.#places.set(name, known.to)
      if (known.frames.length > 0) this.#ask.sink.sendAll(known.frames)
      return
    }
    const frames = this.#hearAll(events)
    if (this.#live && !known) told.set(name, { from, to: this.#places.get(name)!, frames })
  }

  #hearAll(events: readonly FedEvent[]): readonly Frame[] {
    const frames = (this.#gathered = [] as Frame[])
    for (const event of events)
      if (this.#live) this.#deliver(event)
      else this.#held.push(event)
    this.#gathered = undefined
    if (frames.length > 0) this.#ask.sink.sendAll(frames)
    return frames
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
    if (!isToldInStreams(event.row.kind)) return
    for (const topic of this.#ask.topics) {
      const after = this.#places.get(topic.name)!
      if (topic.of === 'source') {
        if (event.row.sourceId === topic.sourceId) this.#deliverOfSource(topic, event, after.seq)
      } else if (comparePlaces(event.place, after) > 0) {
        if (topic.of === 'all' || event.memberIds.has(topic.memberId))
          this.#send(topic, event.row, event.place)
      }
    }
  }

  #deliverOfSource(topic: Topic & { of: 'source' }, event: FedEvent, after: bigint): void {
    const { seq } = event.row
    if (seq <= after) return
    if (seq > after + 1n) return this.#readBehind()
    const place = placeIn(topic, event.row)
    if (topic.sight === 'all' || event.audience.has(topic.sourceId)) this.#send(topic, event.row, place)
    else this.#places.set(topic.name, place)
  }

  #readBehind(): void {
    this.#behind = true
    if (this.#live) this.catchUp().catch(() => this.#ask.sink.end('unavailable'))
  }

  #send(topic: Topic, row: EventRow, place: Place): void {
    this.#places.set(topic.name, place)
    const frame = { id: writeCursor(this.#places), data: shownEvent(topic.name, row) }
    if (this.#gathered) this.#gathered.push(frame)
    else this.#ask.sink.send(frame)
  }
}

function placeIn(topic: Topic, row: EventRow): Place {
  return topic.of === 'source' ? { ...firstPlace, seq: row.seq } : placeOf(row)
}

/** Stream topics into a sink until it closes: backfill, a `ready` frame, then live. */
export async function openStream(ask: StreamAsk): Promise<void> {
  const { db, feed, topics, sink } = ask
  const held: Heard[] = []
  let stream: Stream | undefined
  const hear = (heard: Heard) => (stream ? stream.hear(heard) : void held.push(heard))
  const leave = await feed.join({ keys: topics.map(keyOf), hear })
  sink.onClose(leave)
  if (sink.closed) return leave()
  stream = new Stream(ask, await placesFrom(db, topics, ask.places, ask.from))
  for (const heard of held) stream.hear(heard)
  await stream.catchUp()
  stream.ready()
}
