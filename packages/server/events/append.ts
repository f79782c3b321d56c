/**
 * Events are rows written in the transaction of the money they tell of. `seq` is dense per source and taken under
 * the source's lock; `audience` are the members and groups whose own streams carry it. Everything else (streams,
 * webhooks, the audit log) reads these rows.
 */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import type { Tx } from '../db/db.ts'
import { hint } from '../hints.ts'
import { insertEvent } from './events.sql.ts'
import type { EventKind } from '@laisee/core/events.ts'

export interface NewEvent {
  sourceId: string
  seq: bigint
  kind: EventKind
  at: Instant
  /** What happened, in JSON: amounts as integers of minor units, moments in RFC 3339. */
  data: Record<string, unknown>
  /** Members and groups; and the source's own id where whoever may read the source may know of it (visibility.ts). */
  audience: readonly string[]
}

/** JSON for a stored body or event; a bigint amount becomes an integer. */
export function toJson(data: unknown): string {
  return JSON.stringify(data, (_key, part: unknown) => (typeof part === 'bigint' ? amountToJson(part) : part))
}

/** Write an event beside the money it tells of. */
export async function tell(tx: Tx, event: NewEvent): Promise<void> {
  await tx.run(insertEvent, event.sourceId, event.seq, event.kind, toIso(event.at), toJson(event.data), [
    ...new Set(event.audience),
  ])
  tx.afterCommit(() => hint('events'))
}
