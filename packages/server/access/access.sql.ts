import type { EventKind } from '@laisee/core/events.ts'
import { statement } from '../db/statement.ts'

/**
 * That somebody looked at something of another's. Its id is made of who, what and when about, so that looking again soon
 * is the same row, and no lock is needed for its number: it is a source of its own, with one event.
 */
export const insertAccess = statement<
  [id: string, kind: EventKind, at: string, data: string],
  { sourceId: string }
>(
  'access_insert',
  `
  insert into event (source_id, seq, kind, at, data, audience)
  values ($1, 1, $2, $3, $4::json, '{}')
  on conflict (source_id, seq) do nothing
  returning source_id
  `,
)
