import type { Instant } from '@laisee/core/instant.ts'
import { readClock } from './clock.sql.ts'
import type { Reader } from './db.ts'

/** The service's time, read outside any transaction: for a look that is decided again under a lock. */
export async function readTime(db: Reader): Promise<Instant> {
  return (await db.run(readClock))[0]!.now
}
