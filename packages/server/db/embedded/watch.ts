/**
 * Keeps an eye on a running database: says "still here" for this process, and brings the database back when it dies.
 * It never holds a process open, and a failed attempt only makes it wait longer before the next.
 */

import { touchSeconds } from './lock.ts'

export interface Watched {
  isWell(): boolean
  touch(): void
  revive(): Promise<void>
}

export interface Watch {
  /** Look no more, and wait for an attempt under way. */
  stop(): Promise<void>
}

const lookMs = 200
const touchLooks = (touchSeconds * 1000) / lookMs
const restLooksMax = 25

/** Look every so often, until stopped. */
export function watch(watched: Watched, log: (message: string) => void): Watch {
  let reviving: Promise<void> | undefined
  let looks = 0
  let failures = 0
  let restLooks = 0

  const revive = async (): Promise<void> => {
    try {
      await watched.revive()
      failures = 0
    } catch (error) {
      restLooks = Math.min(restLooksMax, 2 ** failures++)
      log(`the database could not be started again: ${(error as Error).message}`)
    } finally {
      reviving = undefined
    }
  }

  const look = (): void => {
    if (++looks % touchLooks === 0) watched.touch()
    if (reviving !== undefined || --restLooks >= 0 || watched.isWell()) return
    reviving = revive()
  }

  const timer = setInterval(look, lookMs).unref()
  return {
    async stop() {
      clearInterval(timer)
      await reviving
    },
  }
}
