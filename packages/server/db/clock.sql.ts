import type { Instant } from '@laisee/core/instant.ts'
import { statement } from './statement.ts'

/** The service's time: the database's clock plus the stored offset, or the moment it was stopped at (simulation). */
export const readClock = statement<[], { now: Instant }>(
  'clock_read',
  `
  select date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond')) as now
  from clock
  `,
)

/** Move the clock by so many milliseconds, whether it runs or stands. */
export const moveClock = statement<[forwardMs: bigint], { offsetMs: bigint }>(
  'clock_move',
  `
  update clock
  set offset_ms = offset_ms + $1,
      frozen_at = frozen_at + $1 * interval '1 millisecond'
  returning offset_ms
  `,
)

/** Stop the clock at a moment: for the simulation, where time is given. */
export const freezeClock = statement<[at: string], object>(
  'clock_freeze',
  `update clock set frozen_at = $1::timestamptz`,
)

/** Let a stopped clock run again, at the database's time plus the offset. */
export const letClockRun = statement<[], object>('clock_let_run', `update clock set frozen_at = null`)

/** Hold the clock as it is until the transaction ends: whoever would move it waits. */
export const lockClock = statement<[], object>('clock_lock', `select only_row from clock for update`)

export interface ClockState {
  /** How far the service's clock is ahead of the database's. */
  offsetMs: bigint
  frozenAt: Instant | null
}

/** How the clock is set, for whoever vouches for its times. */
export const readClockState = statement<[], ClockState>(
  'clock_state',
  `select offset_ms, frozen_at from clock`,
)
