/** What a race test looks at afterwards, straight from the tables and sharing no code with what it checks. */

import type pg from 'pg'

export interface PacketMoney {
  total: bigint
  claimed: bigint
  returned: bigint
  escrow: bigint
  claims: number
  claimers: number
  credits: number
  credited: bigint
  refunded: bigint
}

/** A packet's money, from claims, postings, entries and its escrow account. */
export async function moneyOf(client: pg.Client, packetId: string): Promise<PacketMoney> {
  const { rows } = await client.query(
    `select p.total, p.claimed_amount as claimed, p.returned_amount as returned, a.balance as escrow,
            (select count(*) from claim c where c.packet_id = p.id) as claims,
            (select count(distinct member_id) from claim c where c.packet_id = p.id) as claimers,
            (select count(*) from entry e where e.source_id = p.id and e.reason = 'packet_claimed') as credits,
            (select coalesce(sum(e.amount), 0) from entry e where e.source_id = p.id and e.reason = 'packet_claimed') as credited,
            (select coalesce(sum(e.amount), 0) from entry e where e.source_id = p.id and e.amount > 0 and e.reason <> 'packet_claimed') as refunded
     from packet p join account a on a.owner_id = p.id and a.kind = 'escrow'
     where p.id = $1`,
    [packetId],
  )
  const row = rows[0] as Record<string, string>
  return {
    total: BigInt(row.total!),
    claimed: BigInt(row.claimed!),
    returned: BigInt(row.returned!),
    escrow: BigInt(row.escrow!),
    claims: Number(row.claims),
    claimers: Number(row.claimers),
    credits: Number(row.credits),
    credited: BigInt(row.credited!),
    refunded: BigInt(row.refunded!),
  }
}

/** What does not add up, in words; empty where every fen is accounted for. */
export function faultsOf(money: PacketMoney, closed: boolean): string[] {
  const faults: string[] = []
  if (money.claimed + money.returned + money.escrow !== money.total)
    faults.push('claimed + returned + escrow is not the total')
  if (closed && money.escrow !== 0n) faults.push('a closed packet holds money')
  if (money.claims !== money.claimers) faults.push('someone claimed twice')
  if (money.credits !== money.claims) faults.push('claims and credits differ in number')
  if (money.credited !== money.claimed) faults.push('claims and credits differ in amount')
  if (money.refunded !== money.returned) faults.push('the payer got back something else than was returned')
  return faults
}
