/**
 * The movable clock of a demo world. Whoever moves it tells every page of this device: each reads the service's time
 * and whatever it shows anew, for what was due has happened.
 */

import type { QueryClient } from '@tanstack/react-query'
import type { Laisee } from '@laisee/client/client.ts'
import { keep, onKept } from '../session/keep.ts'
import { readClock } from './service-time.ts'

const name = 'laisee.clock-moved'
/** Duties that are due run within this; what they did is told by events, and read once more in case one was missed. */
const dutiesMs = 1_500

/** Move the clock forward, and tell every page. Gives the service's time then. */
export async function forwardClock(laisee: Laisee, byMs: number): Promise<number> {
  const { now } = await laisee.forwardClock({ body: { byMs } })
  keep(name, now)
  return Date.parse(now)
}

/** Follow the clock's moves, in whichever page they were made. */
export function followMovedClock(queries: QueryClient): void {
  onKept((changed) => {
    if (changed !== name) return
    void readClock()
    void queries.invalidateQueries()
    setTimeout(() => void queries.invalidateQueries(), dutiesMs)
  })
}
