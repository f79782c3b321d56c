import { toIso } from '@laisee/core/instant.ts'
import type { EventRow } from './read.sql.ts'

/** An event as a stream and a page show it. */
export function shownEvent(topic: string, row: EventRow) {
  return {
    topic,
    sourceId: row.sourceId,
    seq: Number(row.seq),
    kind: row.kind,
    at: toIso(row.at),
    data: row.data,
  }
}
