/** One seed on a database of its own. */

import { createTestDatabase } from '@laisee/server/db/testing/test-database.ts'
import { simulate, type Outcome } from './simulation.ts'

/** Simulate a seed on a fresh copy of the migrated database. */
export async function runSeed(seed: number, days: number): Promise<Outcome> {
  const database = await createTestDatabase()
  try {
    return await simulate({ url: database.url, seed, days })
  } finally {
    await database.drop()
  }
}

/** What a run of one seed comes to, as one line of JSON says it. */
export interface SeedReport {
  seed: number
  days: number
  steps: number
  differences: string[]
  digest: string
  answers: Record<string, number>
}

export function reportOf({ seed, days, steps, differences, trace, answers }: Outcome): SeedReport {
  return { seed, days, steps, differences, digest: trace.digest(), answers: Object.fromEntries(answers) }
}
