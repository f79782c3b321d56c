/**
 * An estimate of the service's clock between two readings of it: the database's time then, plus what this process's
 * steady timer has counted since. The process's own clock on the wall is never asked, so servers that disagree about
 * the time of day agree about a token's end.
 */

import type { Instant } from '@laisee/core/instant.ts'

export interface Reading {
  now: Instant
  /** Whether the service's clock stands, as it does in a simulation. */
  frozen: boolean
  /** The steady timer when the reading was asked for. */
  sentAt: number
}

export interface ServiceClock {
  set(reading: Reading): void
  /** The service's time about now; undefined before the first reading. */
  now(): Instant | undefined
}

/** A clock over a steady timer in milliseconds (`performance.now`). */
export function createServiceClock(timer: () => number): ServiceClock {
  let read: { now: Instant; frozen: boolean; at: number } | undefined
  return {
    set({ now, frozen, sentAt }) {
      read = { now, frozen, at: (sentAt + timer()) / 2 }
    },
    now() {
      if (read === undefined || read.frozen) return read?.now
      return read.now + (timer() - read.at)
    },
  }
}
