/**
 * When the things of a day happen. On the clock of the wall a day is played so many times faster than it was; only the
 * undo windows, which are the service's own, last as long as they last. On the clock of a demo world every second is
 * played as recorded, and the quiet ones are skipped by moving that clock forward.
 */

import { fromIso, type Instant } from '@laisee/core/instant.ts'
import type { Laisee } from '@laisee/client/client.ts'
import { sleep } from '@laisee/client/patience.ts'
import { Agenda } from './agenda.ts'
import { type Crowd } from './crowd.ts'

/** What a send was answered, as far as time goes. */
export interface Sent {
  sentAt: string
  deliverAt: string
}

export interface Stage {
  /** Let this happen so many milliseconds into the day. */
  intoDay(ms: number, act: () => Promise<void>): void
  /** Let this happen after a send that has just been answered. */
  afterSend(sent: Sent, ms: number, act: () => Promise<void>): void
  /** Let this happen after its delivery. */
  afterDelivery(sent: Sent, ms: number, act: () => Promise<void>): void
  /** Play until nothing is left to happen. The first act that fails ends it. */
  play(): Promise<void>
  /** Whether it skips what is quiet, so that no moment is too far off to wait for. */
  readonly skips: boolean
  /** Wait until it is this moment by the service's clock. */
  waitUntil(moment: Instant): Promise<void>
}

const momentOf = (text: string): Instant => fromIso(text)!

/** The clock of the wall, `speed` times as fast as the day was. */
export function wallStage(speed: number, operator: Laisee, crowd: Crowd): Stage {
  const agenda = new Agenda()
  const startedAt = performance.now()
  const now = () => performance.now() - startedAt
  let failure: { error: unknown } | undefined
  let wake = () => {}

  function put(at: number, act: () => Promise<void>): void {
    agenda.put(at, act)
    wake()
  }

  /** Until the next thing is due, or something earlier is put on the agenda, or someone leaves. */
  async function pause(): Promise<void> {
    const woken = new Promise<void>((resolve) => (wake = resolve))
    const due = agenda.nextAt === undefined ? undefined : sleep(Math.max(1, agenda.nextAt - now()))
    await Promise.race([woken, crowd.oneLeft(), ...(due ? [due] : [])])
  }

  return {
    intoDay: (ms, act) => put(ms / speed, act),
    afterSend: (_, ms, act) => put(now() + ms / speed, act),
    afterDelivery: ({ sentAt, deliverAt }, ms, act) =>
      put(now() + (momentOf(deliverAt) - momentOf(sentAt)) + ms / speed, act),
    async play() {
      while (agenda.length > 0 || crowd.size > 0) {
        for (const { act } of agenda.takeUntil(now()))
          crowd.enter(act).catch((error: unknown) => (failure ??= { error }))
        if (failure) throw failure.error
        if (agenda.length > 0 || crowd.size > 0) await pause()
      }
      if (failure) throw failure.error
    },
    skips: false,
    async waitUntil(moment) {
      const clock = await operator.readClock()
      await sleep(Math.max(0, moment - momentOf(clock.now)))
    },
  }
}

/** What is recorded within this of each other happens together. */
const togetherMs = 20
const forwardMaxMs = 30 * 86_400_000

/** Refuse at once where the service's clock is not one that moves. */
export async function failUnlessClockMoves(operator: Laisee): Promise<void> {
  await operator.forwardClock({ body: { byMs: 1 } })
}

/** The clock of a demo world, moved forward over whatever is quiet. */
export async function clockStage(operator: Laisee, crowd: Crowd): Promise<Stage> {
  const agenda = new Agenda()
  const first = await operator.readClock()
  const origin = momentOf(first.now)
  let read = { moment: origin, at: performance.now() }
  const now = () => read.moment + (performance.now() - read.at)

  async function forwardTo(moment: Instant): Promise<void> {
    for (let byMs = Math.ceil(moment - now()); byMs > 0; byMs = Math.ceil(moment - now())) {
      const { now: after } = await operator.forwardClock({ body: { byMs: Math.min(byMs, forwardMaxMs) } })
      read = { moment: momentOf(after), at: performance.now() }
    }
  }

  return {
    intoDay: (ms, act) => agenda.put(origin + ms, act),
    afterSend: ({ sentAt }, ms, act) => agenda.put(momentOf(sentAt) + ms, act),
    afterDelivery: ({ deliverAt }, ms, act) => agenda.put(momentOf(deliverAt) + ms, act),
    async play() {
      for (let nextAt = agenda.nextAt; nextAt !== undefined; nextAt = agenda.nextAt) {
        await forwardTo(nextAt)
        await crowd.each(agenda.takeUntil(nextAt + togetherMs), ({ act }) => act())
      }
    },
    skips: true,
    waitUntil: forwardTo,
  }
}
