/**
 * The feed of one process: while somebody listens, it reads new events once and hands each to those it concerns. It
 * polls four times a second, and looks at once after a commit in this process, but it never takes more than a ninth of
 * this process's time: where many look on, they hear of several events at once, and claims go on. Whoever joins and then
 * reads from the database misses nothing: every event that is not there yet will be heard.
 */

import type { Log } from '../context.ts'
import type { Db } from '../db/db.ts'
import { onHint } from '../hints.ts'
import { withAudiences, type Circles, type FedEvent, type Heard } from './fed-event.ts'
import type { Place } from './place.ts'
import { endOfStreams, readAll } from './read.ts'

export interface Listener {
  /** What it listens to: `everything`, a member's id, or a source's. */
  readonly keys: readonly string[]
  /** Called with what is new, in order; each event comes once, however many keys it meets. It must not wait. */
  hear(heard: Heard): void
}

export interface Feed {
  /** Listen from now on. Gives, once that is so, the function that stops it. */
  join(listener: Listener): Promise<() => void>
  stop(): Promise<void>
}

export const everything = 'everything'

const pollMs = 250
const hintedPollMs = 20
/** Handing on is followed by a pause so many times as long, up to so long. */
const restFactor = 20
const restMaxMs = 600
/** How many are told in one turn of the event loop. */
const handedAtOnce = 8
const failurePauseMs = 1_000
const batchMax = 500

class PollingFeed implements Feed {
  readonly #db: Db
  readonly #log: Log
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #off: () => void
  #interest = 0
  #loop: { ready: Promise<void>; ended: Promise<void> } | undefined
  #place: Place | undefined
  #stopped = false
  #hinted = false
  #wake: (() => void) | undefined
  readonly #circles: Circles = new Map()

  constructor(db: Db, log: Log) {
    this.#db = db
    this.#log = log
    this.#off = onHint('events', () => {
      this.#hinted = true
      this.#wake?.()
    })
  }

  async join(listener: Listener): Promise<() => void> {
    if (this.#stopped) throw new Error('the feed has stopped')
    this.#interest += 1
    let left = false
    const leave = () => {
      if (left) return
      left = true
      this.#interest -= 1
      this.#remove(listener)
    }
    try {
      this.#loop ??= this.#start()
      await this.#loop.ready
    } catch (error) {
      leave()
      throw error
    }
    for (const key of listener.keys) {
      const set = this.#listeners.get(key) ?? new Set()
      this.#listeners.set(key, set.add(listener))
    }
    return leave
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#off()
    this.#wake?.()
    await this.#loop?.ended
  }

  #remove(listener: Listener): void {
    for (const key of listener.keys) {
      const set = this.#listeners.get(key)
      set?.delete(listener)
      if (set?.size === 0) this.#listeners.delete(key)
    }
  }

  /** The loop lives while somebody is interested, and a little longer; a failure to begin is the joiner's. */
  #start(): { ready: Promise<void>; ended: Promise<void> } {
    const ready = this.#db.snapshot(endOfStreams).then((place) => void (this.#place = place))
    const ended = ready
      .then(() => this.#keepReading())
      .catch(() => undefined)
      .finally(() => {
        this.#loop = undefined
        this.#place = undefined
      })
    return { ready, ended }
  }

  async #keepReading(): Promise<void> {
    while (this.#interest > 0 && !this.#stopped) {
      let pauseMs = pollMs
      let restMs = hintedPollMs
      try {
        this.#hinted = false
        const { more, tookMs } = await this.#readOnce()
        if (more) continue
        restMs = Math.min(Math.max(hintedPollMs, tookMs * restFactor), restMaxMs)
      } catch (error) {
        if (this.#stopped) return
        this.#log.warn({ err: error }, 'the feed could not read events')
        pauseMs = failurePauseMs
      }
      await this.#pause(pauseMs, restMs)
    }
  }

  async #pause(ms: number, restMs: number): Promise<void> {
    const wait = (timeMs: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeMs)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    if (!this.#hinted) await wait(ms)
    this.#wake = undefined
    if (this.#hinted && !this.#stopped) await new Promise((resolve) => setTimeout(resolve, restMs))
  }

  async #readOnce(): Promise<{ more: boolean; tookMs: number }> {
    const after = this.#place!
    const { events, next, more } = await this.#db.snapshot(async (tx) => {
      const page = await readAll(tx, after, batchMax)
      return { ...page, events: await withAudiences(tx, page.events, this.#circles) }
    })
    this.#place = next
    return { more, tookMs: await this.#handOn(events) }
  }

  /**
   * Hand these to those they concern, some listeners in a turn of the event loop, each all of theirs in one: what one is
   * sent in a turn leaves in one write. Who listens to the same is handed the same. Gives how long that took.
   */
  async #handOn(events: readonly FedEvent[]): Promise<number> {
    const byKey = new Map<string, Heard>()
    const byHearer = new Map<Listener, Heard>()
    for (const event of events)
      for (const hearer of this.#hearersOf(event)) {
        const alone = hearer.keys.length === 1 ? hearer.keys[0] : undefined
        const heard: Heard = byHearer.get(hearer) ??
          (alone ? byKey.get(alone) : undefined) ?? { events: [], told: new Map() }
        if (alone) byKey.set(alone, heard)
        byHearer.set(hearer, heard)
        if (heard.events.at(-1) !== event) heard.events.push(event)
      }
    const hearers = [...byHearer]
    let tookMs = 0
    for (let from = 0; from < hearers.length; from += handedAtOnce) {
      if (from > 0) await new Promise(setImmediate)
      const startedAt = performance.now()
      for (const [hearer, heard] of hearers.slice(from, from + handedAtOnce)) hearer.hear(heard)
      // What was sent is written out before the next tick.
      await new Promise<void>((resolve) => process.nextTick(resolve))
      tookMs += performance.now() - startedAt
    }
    return tookMs
  }

  #hearersOf({ row, memberIds }: FedEvent): Set<Listener> {
    const hearers = new Set<Listener>()
    const add = (listeners?: Set<Listener>) => listeners?.forEach((listener) => hearers.add(listener))
    add(this.#listeners.get(everything))
    add(this.#listeners.get(row.sourceId))
    if (memberIds.size <= this.#listeners.size)
      for (const memberId of memberIds) add(this.#listeners.get(memberId))
    else for (const [key, listeners] of this.#listeners) if (memberIds.has(key)) add(listeners)
    return hearers
  }
}

/** The feed of this process. It reads nothing until somebody joins. */
export function createFeed(db: Db, log: Log): Feed {
  return new PollingFeed(db, log)
}
