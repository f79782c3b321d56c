/** After every run the money must be right, or its figures are worth nothing. */

import type pg from 'pg'
import type { LoadReply } from './load.ts'

interface Kept {
  claims: number
  claimed: bigint
  members: number
  posted: bigint
  entered: bigint
  escrow: bigint
  total: bigint
}

async function keptOf(sql: pg.Client, packetIds: readonly string[]): Promise<Kept> {
  const { rows } = await sql.query<Record<keyof Kept, string>>(
    `select
       (select count(*) from claim where packet_id = any($1)) as claims,
       (select coalesce(sum(amount), 0) from claim where packet_id = any($1)) as claimed,
       (select count(distinct (packet_id, member_id)) from claim where packet_id = any($1)) as members,
       (select coalesce(sum(amount), 0) from posting where source_id = any($1) and reason = 'packet_claimed') as posted,
       (select coalesce(sum(amount), 0) from entry where source_id = any($1) and reason = 'packet_claimed') as entered,
       (select sum(balance) from account where owner_id = any($1) and kind = 'escrow') as escrow,
       (select sum(total) from packet where id = any($1)) as total`,
    [packetIds],
  )
  const row = rows[0]!
  return {
    claims: Number(row.claims),
    members: Number(row.members),
    claimed: BigInt(row.claimed),
    posted: BigInt(row.posted),
    entered: BigInt(row.entered),
    escrow: BigInt(row.escrow),
    total: BigInt(row.total),
  }
}

/** Every answered claim is a row, a posting and an entry of the same sum, and the escrows hold exactly the rest. */
export async function checkClaims(
  sql: pg.Client,
  packetIds: readonly string[],
  answered: Pick<LoadReply, 'amount'> & { claims: number },
): Promise<void> {
  const kept = await keptOf(sql, packetIds)
  const right =
    kept.claims === answered.claims &&
    kept.members === answered.claims &&
    kept.claimed === answered.amount &&
    kept.posted === answered.amount &&
    kept.entered === answered.amount &&
    kept.escrow === kept.total - answered.amount
  if (right) return
  const shown = Object.entries({ ...kept, answered: answered.claims, amount: answered.amount })
  throw new Error(`the money is wrong: ${shown.map(([name, figure]) => `${name} ${figure}`).join(', ')}`)
}

/** How many transfers there are, and of how much; each holds its amount in its escrow until it has arrived. */
export async function checkTransfers(sql: pg.Client): Promise<{ count: number; amount: bigint }> {
  const { rows } = await sql.query<{ count: string; amount: string; apart: string }>(
    `select count(*) as count, coalesce(sum(amount), 0) as amount,
            count(*) filter (where (closed_at is null) <> (balance = amount)) as apart
     from transfer join account on owner_id = id and account.kind = 'escrow'`,
  )
  const { count, amount, apart } = rows[0]!
  if (apart !== '0') throw new Error(`the escrows of ${apart} transfers do not hold what they should`)
  return { count: Number(count), amount: BigInt(amount) }
}

/** Every wallet's balance is that of its last entry, every entry follows the one before, and all money sums to nothing. */
export async function checkWallets(sql: pg.Client): Promise<void> {
  const { rows } = await sql.query<{ apart: string; broken: string; left: string }>(
    `with numbered as (
       select owner_id, entry_no, amount, balance,
              lag(balance, 1, 0::bigint) over (partition by owner_id, currency order by entry_no) as before,
              lead(entry_no) over (partition by owner_id, currency order by entry_no) as next
       from entry
     )
     select
       (select count(*) from account join numbered on numbered.owner_id = account.owner_id and numbered.next is null
        where kind = 'wallet' and (account.balance <> numbered.balance or account.entry_count <> numbered.entry_no)) as apart,
       (select count(*) from numbered where before + amount <> balance) as broken,
       (select sum(balance) from account) as left`,
  )
  const { apart, broken, left } = rows[0]!
  if (apart !== '0' || broken !== '0' || left !== '0')
    throw new Error(
      `wallets apart from their entries: ${apart}, broken entries: ${broken}, sum of all: ${left}`,
    )
}

/** The numbers of a packet's events that are told to whoever may see it. */
export async function toldSeqsOf(sql: pg.Client, packetId: string): Promise<number[]> {
  const { rows } = await sql.query<{ seq: string }>(
    `select seq from event where source_id = $1 and source_id = any(audience) order by seq`,
    [packetId],
  )
  return rows.map(({ seq }) => Number(seq))
}
