/**
 * The feed of one process: while somebody listens, it reads new events once and hands each to those it concerns. It
 * polls four times a second, and looks at once after a commit in this process. Whoever joins and then reads from the
 * database misses nothing: every event that is not there yet will be heard.
 */

import type { Log } from '../context.ts'
import type { Db } from '../db/db.ts'
import { onHint } from '../hints.ts'
import { withAudiences, type FedEvent } from './fed-event.ts'
import type { Place } from './place.ts'
import { endOfStreams, readAll } from './read.ts'

export interface Listener {
  /** What it listens to: `everything`, a member's id, or a source's. */
  readonly keys: readonly string[]
  /** Called in order, once an event, however many keys it meets. It must not wait. */
  hear(event: FedEvent): void
}

export interface Feed {
  /** Listen from now on. Gives, once that is so, the function that stops it. */
  join(listener: Listener): Promise<() => void>
  stop(): Promise<void>
}

export const everything = 'everything'

const pollMs = 250
const hintedPollMs = 20
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
      try {
        this.#hinted = false
        const more = await this.#readOnce()
        if (more) continue
      } catch (error) {
        if (this.#stopped) return
        this.#log.warn({ err: error }, 'the feed could not read events')
        pauseMs = failurePauseMs
      }
      await this.#pause(pauseMs)
    }
  }

  async #pause(ms: number): Promise<void> {
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
    if (this.#hinted && !this.#stopped) await new Promise((resolve) => setTimeout(resolve, hintedPollMs))
  }

  async #readOnce(): Promise<boolean> {
    const after = this.#place!
    const { events, next, more } = await this.#db.snapshot(async (tx) => {
      const page = await readAll(tx, after, batchMax)
      return { ...page, events: await withAudiences(tx, page.events) }
    })
    this.#place = next
    for (const event of events) this.#hand(event)
    return more
  }

  #hand(event: FedEvent): void {
    const hearers = new Set<Listener>()
    for (const key of [everything, event.row.sourceId, ...event.memberIds]) {
      for (const listener of this.#listeners.get(key) ?? []) hearers.add(listener)
    }
    for (const hearer of hearers) hearer.hear(event)
  }
}

/** The feed of this process. It reads nothing until somebody joins. */
export function createFeed(db: Db, log: Log): Feed {
  return new PollingFeed(db, log)
}
