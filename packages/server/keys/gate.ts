/**
 * The gate of one server process: who a token speaks for, in microseconds where it has been seen before. A token is
 * verified in the database once and remembered until it expires or its key, session, host or member is revoked.
 * Revocations are read once a second; where that has not worked for four, nothing remembered is believed. So a
 * revocation is known everywhere within five seconds, and a process cut off from the database lets nobody in.
 */

import { hash } from 'node:crypto'
import type { Instant } from '@laisee/core/instant.ts'
import { LRUCache } from 'lru-cache'
import type { Log } from '../context.ts'
import type { Db } from '../db/db.ts'
import { onHint } from '../hints.ts'
import { readRevocations } from './revocation.sql.ts'
import { onRevoked } from './revocation.ts'
import { tokenLengthMax } from './secret.ts'
import { createServiceClock } from './service-clock.ts'
import { verifyToken, type Verified } from './verify.ts'

export interface Gate {
  /** Who a token speaks for, if this process knows and may believe what it knows. */
  known(token: string): Verified | undefined
  /** Who a token speaks for, by the database; undefined where it is not good. */
  verify(token: string): Promise<Verified | undefined>
  /** Call `end` once, when the token is no longer good. Gives the function that stops watching. */
  watch(token: string, verified: Verified, end: (why: 'expired' | 'revoked') => void): () => void
  /** The service's time about now; undefined until `start` has read it. */
  now(): Instant | undefined
  start(): Promise<void>
  stop(): Promise<void>
}

export interface GateOptions {
  db: Db
  demo: boolean
  log: Log
  /** How many verified tokens are remembered. */
  rememberedMax?: number
  pollMs?: number
}

const pollDefaultMs = 1_000
const staleMs = 4_000

interface Watcher {
  token: string
  verified: Verified
  end: (why: 'expired' | 'revoked') => void
}

class PollingGate implements Gate {
  readonly #db: Db
  readonly #demo: boolean
  readonly #log: Log
  readonly #pollMs: number
  readonly #remembered: LRUCache<string, Verified>
  readonly #verifying = new Map<string, Promise<Verified | undefined>>()
  readonly #watchers = new Set<Watcher>()
  readonly #clock = createServiceClock(() => performance.now())
  #since: string | null = null
  #polledAt = -Infinity
  #forgets = 0
  #polling: Promise<void> | undefined
  #pollAgain = false
  #timer: NodeJS.Timeout | undefined
  #offs: (() => void)[] = []

  constructor(options: GateOptions) {
    this.#db = options.db
    this.#demo = options.demo
    this.#log = options.log
    this.#pollMs = options.pollMs ?? pollDefaultMs
    this.#remembered = new LRUCache({ max: options.rememberedMax ?? 50_000 })
  }

  now(): Instant | undefined {
    return this.#clock.now()
  }

  known(token: string): Verified | undefined {
    if (token.length > tokenLengthMax || performance.now() - this.#polledAt > staleMs) return undefined
    const verified = this.#remembered.get(hash('sha256', token, 'base64url'))
    return verified !== undefined && this.#clock.now()! < verified.expiresAt ? verified : undefined
  }

  verify(token: string): Promise<Verified | undefined> {
    if (token.length > tokenLengthMax) return Promise.resolve(undefined)
    const name = hash('sha256', token, 'base64url')
    const running = this.#verifying.get(name)
    if (running) return running
    const verifying = this.#verifyAndRemember(token, name).finally(() => this.#verifying.delete(name))
    this.#verifying.set(name, verifying)
    return verifying
  }

  /** What was read before a poll may be what that poll has told to forget: it is used once and not remembered. */
  async #verifyAndRemember(token: string, name: string): Promise<Verified | undefined> {
    const forgets = this.#forgets
    const verified = await verifyToken(this.#db, token, this.#demo)
    if (verified && forgets === this.#forgets) this.#remembered.set(name, verified)
    return verified
  }

  watch(token: string, verified: Verified, end: (why: 'expired' | 'revoked') => void): () => void {
    const watcher = { token, verified, end }
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  async start(): Promise<void> {
    this.#offs = [
      onRevoked((subjectIds) => this.#hearOf(subjectIds)),
      onHint('clock', () => void this.#poll()),
    ]
    await this.#poll()
    this.#wait()
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const off of this.#offs) off()
    this.#offs = []
    await this.#polling
  }

  /** This process has revoked: it forgets before the revocation is answered, and tells what watches by a poll. */
  #hearOf(subjectIds: readonly string[]): void {
    this.#forgets += 1
    this.#forget(new Set(subjectIds))
    void this.#poll()
  }

  #wait(): void {
    this.#timer = setTimeout(() => {
      void this.#poll().finally(() => {
        if (this.#timer) this.#wait()
      })
    }, this.#pollMs).unref()
  }

  /** Poll, or once more after the poll that runs: a hint that comes during a poll may be about what it missed. */
  #poll(): Promise<void> {
    if (this.#polling) {
      this.#pollAgain = true
      return this.#polling
    }
    this.#polling = this.#pollUntilQuiet().finally(() => (this.#polling = undefined))
    return this.#polling
  }

  async #pollUntilQuiet(): Promise<void> {
    do {
      this.#pollAgain = false
      await this.#pollOnce().catch((error: unknown) =>
        this.#log.warn({ err: error }, 'revocations could not be read'),
      )
    } while (this.#pollAgain)
  }

  async #pollOnce(): Promise<void> {
    const sentAt = performance.now()
    const [row] = await this.#db.run(readRevocations, this.#since)
    const { below, now, frozen, subjectIds } = row!
    this.#forgets += 1
    this.#clock.set({ now, frozen, sentAt })
    this.#since = below
    this.#polledAt = sentAt
    const revoked = new Set(subjectIds)
    if (revoked.size > 0) this.#forget(revoked)
    await this.#endWatched(revoked)
  }

  #forget(revoked: ReadonlySet<string>): void {
    for (const [name, verified] of this.#remembered.entries()) {
      if (verified.subjectIds.some((id) => revoked.has(id))) this.#remembered.delete(name)
    }
  }

  async #endWatched(revoked: ReadonlySet<string>): Promise<void> {
    for (const watcher of [...this.#watchers]) {
      const touched = watcher.verified.subjectIds.some((id) => revoked.has(id))
      const verified = touched ? await this.verify(watcher.token) : watcher.verified
      const expired = this.#clock.now()! >= watcher.verified.expiresAt
      if (verified) watcher.verified = verified
      if (verified && !expired) continue
      if (this.#watchers.delete(watcher)) watcher.end(expired ? 'expired' : 'revoked')
    }
  }
}

/** A gate that lets nobody in by memory until it is started. */
export function createGate(options: GateOptions): Gate {
  return new PollingGate(options)
}
