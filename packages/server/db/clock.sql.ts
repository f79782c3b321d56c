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
