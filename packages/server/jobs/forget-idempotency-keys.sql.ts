import { statement } from '../db/statement.ts'

export const deleteOldKeys = statement<[before: string, limit: number], { key: string }>(
  'idempotency_delete_old',
  `
  delete from idempotency
  where (actor_id, key) in (select actor_id, key from idempotency where created_at < $1 order by created_at limit $2)
  returning key
  `,
)
