import { statement } from '../db/statement.ts'

/** Take a key for a request; nothing comes back where it was taken before. Waits for whoever is taking it now. */
export const takeKey = statement<[actorId: string, key: string, requestHash: Buffer], { key: string }>(
  'idempotency_take',
  `
  insert into idempotency (actor_id, key, state, request_hash, created_at)
  select $1, $2, 'running', $3, date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond'))
  from clock
  on conflict (actor_id, key) do nothing
  returning key
  `,
)

/** Mark a key whose request has not come: when it comes, it is refused. */
export const plantTombstone = statement<[actorId: string, key: string], { key: string }>(
  'idempotency_plant_tombstone',
  `
  insert into idempotency (actor_id, key, state, created_at)
  select $1, $2, 'tombstone', date_trunc('milliseconds', coalesce(frozen_at, clock_timestamp() + offset_ms * interval '1 millisecond'))
  from clock
  on conflict (actor_id, key) do nothing
  returning key
  `,
)

export interface KeptRow {
  state: 'running' | 'answered' | 'tombstone'
  requestHash: Buffer | null
  sourceId: string | null
  status: number | null
  body: string | null
}

export const readKept = statement<[actorId: string, key: string], KeptRow>(
  'idempotency_read',
  `
  select state, request_hash, source_id, status, body
  from idempotency
  where actor_id = $1 and key = $2
  `,
)

export const keepAnswer = statement<
  [actorId: string, key: string, sourceId: string | null, status: number, body: string | null],
  object
>(
  'idempotency_keep_answer',
  `
  update idempotency
  set state = 'answered', source_id = $3, status = $4, body = $5
  where actor_id = $1 and key = $2
  `,
)
