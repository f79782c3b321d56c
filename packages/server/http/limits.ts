/**
 * How often a caller may ask, counted in this process: generous for members and operators, narrow for whoever shows
 * tokens that are not good. Counted by caller where there is one, by address where there is none.
 */

import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Caller } from './caller.ts'

export interface LimitSettings {
  memberReadsPerMinute: number
  memberWritesPerMinute: number
  keyReadsPerMinute: number
  keyWritesPerMinute: number
  publicPerMinute: number
  /** Writes of whoever shows no token, by address: signing in. */
  publicWritesPerMinute: number
  /** Requests with no good token, by address. */
  failuresPerMinute: number
  /** Plans asked for, by address: each takes more work than a read. */
  advicePerMinute: number
  /** Scam checks, by address. */
  scamChecksPerMinute: number
  /** Challenges for passkeys, by member: each is a row. */
  stepUpsPerMinute: number
  /** Evidence packs, by member: each is pages to render. */
  evidencePacksPerMinute: number
}

/** Routes that are counted for themselves, beside the counter that all share. */
export type OwnLimit = 'advice' | 'scamChecks' | 'stepUps' | 'evidencePacks'

export const limitDefaults: LimitSettings = {
  memberReadsPerMinute: 1_200,
  memberWritesPerMinute: 600,
  keyReadsPerMinute: 60_000,
  keyWritesPerMinute: 60_000,
  publicPerMinute: 600,
  publicWritesPerMinute: 120,
  failuresPerMinute: 120,
  advicePerMinute: 30,
  scamChecksPerMinute: 30,
  stepUpsPerMinute: 30,
  evidencePacksPerMinute: 12,
}

export interface Limits {
  /** Count a request. Refuses `too_many_requests` where there were too many. */
  count(caller: Caller, write: boolean, who: string): Promise<void>
  /** Count a request to a route that has a counter of its own. Refuses as `count` does. */
  countOwn(limit: OwnLimit, who: string): Promise<void>
  /** Count a request without a good token. */
  countFailure(address: string): Promise<void>
  /** Refuse an address that has shown too many bad tokens: asked before a token is looked up. */
  failIfTooManyFailures(address: string): Promise<void>
}

const minuteS = 60

/** Counters with these settings, or none at all for `off`. */
export function createLimits(settings: LimitSettings | 'off'): Limits {
  if (settings === 'off') return unlimited
  const counter = (points: number) => new RateLimiterMemory({ points, duration: minuteS })
  const member = {
    read: counter(settings.memberReadsPerMinute),
    write: counter(settings.memberWritesPerMinute),
  }
  const operator = { read: counter(settings.keyReadsPerMinute), write: counter(settings.keyWritesPerMinute) }
  const open = {
    read: counter(settings.publicPerMinute),
    write: counter(settings.publicWritesPerMinute),
  }
  const failures = counter(settings.failuresPerMinute)
  const own = {
    advice: counter(settings.advicePerMinute),
    scamChecks: counter(settings.scamChecksPerMinute),
    stepUps: counter(settings.stepUpsPerMinute),
    evidencePacks: counter(settings.evidencePacksPerMinute),
  }
  return {
    async count(caller, write, who) {
      const counters = { member, operator, public: open }[caller.kind]
      await take(counters[write ? 'write' : 'read'], who)
    },
    countOwn: (limit, who) => take(own[limit], who),
    countFailure: (address) => take(failures, address),
    async failIfTooManyFailures(address) {
      const seen = await failures.get(address)
      if (seen && seen.consumedPoints > settings.failuresPerMinute) throw tooMany(seen)
    },
  }
}

async function take(counter: RateLimiterMemory, who: string): Promise<void> {
  try {
    await counter.consume(who)
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error
  }
}

function tooMany(seen: RateLimiterRes): RefusalError {
  return new RefusalError(
    refuse('too_many_requests', { retryAfterS: Math.max(1, Math.ceil(seen.msBeforeNext / 1_000)) }),
  )
}

const unlimited: Limits = {
  count: () => Promise.resolve(),
  countOwn: () => Promise.resolve(),
  countFailure: () => Promise.resolve(),
  failIfTooManyFailures: () => Promise.resolve(),
}
