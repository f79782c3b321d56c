/** What the database holds, read straight from its tables on a connection of its own: all that the auditor compares. */

import type pg from 'pg'
import type { Fields } from './asks.ts'

export interface SeenAccount {
  owner: string
  kind: string
  balance: number
  state: string
}

export interface SeenPacket {
  id: string
  state: string
  claimedAmount: number
  claimedCount: number
  returnedAmount: number
  closedAt: number | null
  closedBy: string | null
}

export interface SeenTransfer {
  id: string
  state: string
  acceptedAt: number | null
  arriveAt: number | null
  closedAt: number | null
  closedBy: string | null
}

export interface SeenClaim {
  packet: string
  member: string
  shareNo: number
  amount: number
  at: number
}

export interface SeenLine {
  owner: string
  no: number
  amount: number
  balance: number
  reason: string
  source: string
  at: number
}

export interface SeenEvent {
  source: string
  seq: number
  kind: string
  at: number
  to: string[]
  data: Fields
}

export interface Seen {
  accounts: SeenAccount[]
  packets: SeenPacket[]
  transfers: SeenTransfer[]
  claims: SeenClaim[]
  lines: SeenLine[]
  events: SeenEvent[]
}

/** How many claims of a packet, lines of a wallet and events of a source have been compared, by id. */
export type Known = ReadonlyMap<string, number>

const text = `
  with known as materialized (select * from unnest($1::text[], $2::int[]) as known (id, rows)),
  events as materialized (
    select e.source_id, e.seq, e.kind, e.at, e.data, e.audience from event e left join known on known.id = 'event ' || e.source_id
    where e.seq > coalesce(known.rows, 0)
  )
  select json_build_object(
    'accounts', (select coalesce(json_agg(json_build_object('owner', owner_id, 'kind', kind, 'balance', balance, 'state', state)), '[]') from account),
    'packets', (select coalesce(json_agg(json_build_object(
      'id', id, 'state', state, 'claimedAmount', claimed_amount, 'claimedCount', claimed_count, 'returnedAmount', returned_amount,
      'closedAt', ms(closed_at), 'closedBy', closed_by)), '[]') from packet),
    'transfers', (select coalesce(json_agg(json_build_object(
      'id', id, 'state', state, 'acceptedAt', ms(accepted_at), 'arriveAt', ms(arrive_at), 'closedAt', ms(closed_at), 'closedBy', closed_by)), '[]')
      from transfer),
    'claims', (select coalesce(json_agg(json_build_object(
      'packet', packet_id, 'member', member_id, 'shareNo', share_no, 'amount', amount, 'at', ms(at)) order by packet_id, share_no), '[]')
      from claim left join known on known.id = 'claim ' || packet_id where share_no > coalesce(known.rows, 0)),
    'lines', (select coalesce(json_agg(json_build_object(
      'owner', owner_id, 'no', entry_no, 'amount', amount, 'balance', balance, 'reason', reason, 'source', source_id, 'at', ms(at))
      order by owner_id, entry_no), '[]')
      from entry left join known on known.id = 'line ' || owner_id where entry_no > coalesce(known.rows, 0)),
    'events', (select coalesce(json_agg(json_build_object(
      'source', source_id, 'seq', seq, 'kind', kind, 'at', ms(at), 'data', data,
      'to', (select coalesce(json_agg(audience_id order by audience_id), '[]') from unnest(audience) as audience_id)) order by source_id, seq), '[]') from events)
  ) as seen`

const milliseconds = `
  create function pg_temp.ms(at timestamptz) returns bigint language sql stable as
  $$ select (extract(epoch from at) * 1000)::bigint $$`

/** Make a connection ready to observe: the one statement is planned once, for many short looks. */
export async function readyToObserve(client: pg.Client): Promise<void> {
  await client.query(milliseconds)
  await client.query('set plan_cache_mode = force_generic_plan; set jit = off')
}

/** Look at everything; of what only ever grows, at what is not known yet. */
export async function observe(client: pg.Client, known: Known): Promise<Seen> {
  const values = [[...known.keys()], [...known.values()]]
  const { rows } = await client.query<{ seen: Seen }>({
    name: 'observe',
    text: text.replaceAll(' ms(', ' pg_temp.ms('),
    values,
  })
  return rows[0]!.seen
}
