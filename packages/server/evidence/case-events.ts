/** Every event of a case that its party may see: of the packet or transfer, and of what both were told came of it. */

import type { Tx } from '../db/db.ts'
import { readOfSource, type EventRow } from '../events/read.ts'
import { sourcesOf, type Case } from './case.ts'

const eventsMax = 1_000

export interface SourceEvents {
  sourceId: string
  events: readonly EventRow[]
}

export async function eventsOfCase(tx: Tx, about: Case): Promise<SourceEvents[]> {
  const found: SourceEvents[] = []
  for (const sourceId of sourcesOf(about)) {
    // Of a request or of instalments both sides are told everything.
    const sight = about.isPayer || sourceId !== about.sourceId ? 'all' : 'shared'
    const { events } = await readOfSource(tx, sourceId, sight, 0n, eventsMax)
    if (events.length > 0) found.push({ sourceId, events })
  }
  return found
}
