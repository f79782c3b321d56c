import { statement } from '../db/statement.ts'

/** How far a witness has seen the log. */
export const readWitness = statement<[target: string], { size: bigint }>(
  'log_witness_read',
  `select size from log_witness where target = $1`,
)

/** It has seen so much now. Of two servers that showed it something the greater stays. */
export const keepWitness = statement<[target: string, size: bigint, at: string], object>(
  'log_witness_keep',
  `
  insert into log_witness (target, size, shown_at) values ($1, $2, $3)
  on conflict (target) do update
  set size = greatest(log_witness.size, excluded.size), shown_at = excluded.shown_at
  `,
)
