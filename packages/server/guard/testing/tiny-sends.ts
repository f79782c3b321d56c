/** Sends of one fen in a sender's past, more than the guard reads of it: put there, for to make them takes minutes. */

import type { Callers, Person } from '../../testing/callers.ts'

/** So many, all of this moment, through a link. */
export async function sendTinyOnes({ rows, service }: Callers, { id }: Person, count: number): Promise<void> {
  const now = await service.ctx.db.snapshot((tx) => Promise.resolve(tx.now()))
  await rows(
    `insert into sent (payer_id, send_id, at, kind, to_kind, to_key, amount, count, words)
    select $1, 'pkt_' || lpad(n::text, 26, '0'), $2::timestamptz, 'lucky', 'link', 'link', 1, 1, ''
    from generate_series(1, $3::int) as n`,
    id,
    new Date(now).toISOString(),
    count,
  )
}
