/** By which clock everything is dated, and whether it was moved. */

import { toIso } from '@laisee/core/instant.ts'
import { readClockState } from '../../db/clock.sql.ts'
import type { Tx } from '../../db/db.ts'
import type { Found } from '../sources.ts'

export async function readClockItem(tx: Tx): Promise<Found> {
  const { offsetMs, frozenAt } = (await tx.one(readClockState))!
  return {
    data: {
      readAt: toIso(await tx.now()),
      clock: 'the clock of the database server plus a stored offset, read after the locks of each change',
      offsetMs: Number(offsetMs),
      isStopped: frozenAt !== null,
      writtenAs: 'RFC 3339 in UTC; the index shows UTC+8',
    },
    facts: { clockOffsetMs: Number(offsetMs) },
  }
}
