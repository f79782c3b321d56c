/** What the database holds, read straight from its tables on a connection of its own: all that the auditor compares. */

import type pg from 'pg'
import type { Fields } from './asks.ts'
import { casesSeen, type SeenCases } from './observe-cases.ts'

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

export interface SeenVerdict {
  send: string
  outcome: string
  hash: string
  confirmed: boolean
  shown: Fields
  reasons: { code: string; outcome: string }[]
}

export interface SeenApproval {
  send: string
  sender: string
  version: number
  chain: string
  outcome: string | null
  decidedAt: number | null
  acts: number
}

export interface SeenAct {
  send: string
  no: number
  at: number
  kind: string
  member: string
  step: number | null
  seatOf: string | null
  to: string | null
}

/** A role in force, a version of a policy, and the version that a send on behalf was judged by. */
export interface SeenRole {
  org: string
  member: string
  role: string
}
export interface SeenPolicy {
  org: string
  version: number
  state: string
  from: number | null
  told: boolean
  authors: string[]
  by: string | null
}
export interface SeenFiled {
  send: string
  org: string
  version: number
  chain: string | null
  back: boolean
}

/** A split plan with its parts in order, and the transfer each became. */
export interface SeenPlan {
  id: string
  payer: string
  total: number
  endedAt: number | null
  parts: { amount: number; transfer: string | null }[]
}

/** A report, and whether the two had dealt with each other. */
export interface SeenReport {
  id: string
  by: string
  about: string
  send: string | null
  dealt: boolean
  at: number
  closedAt: number | null
  outcome: string | null
}

export interface Seen extends SeenCases {
  reports: SeenReport[]
  plans: SeenPlan[]
  verdicts: SeenVerdict[]
  approvals: SeenApproval[]
  acts: SeenAct[]
  roles: SeenRole[]
  policies: SeenPolicy[]
  filed: SeenFiled[]
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
    'verdicts', (select coalesce(json_agg(json_build_object(
      'send', send_id, 'outcome', outcome, 'hash', shown_hash, 'confirmed', confirmed, 'shown', shown, 'reasons', reasons)), '[]')
      from verdict left join known on known.id = 'verdict ' || send_id where known.rows is null),
    'approvals', (select coalesce(json_agg(json_build_object(
      'send', send_id, 'sender', sender_id, 'version', policy_version, 'chain', chain_id, 'outcome', outcome,
      'decidedAt', ms(decided_at), 'acts', act_count)), '[]') from approval),
    'acts', (select coalesce(json_agg(json_build_object(
      'send', send_id, 'no', act_no, 'at', ms(at), 'kind', kind, 'member', member_id, 'step', step, 'seatOf', seat_of, 'to', to_id)
      order by send_id, act_no), '[]')
      from approval_act left join known on known.id = 'acts ' || send_id where act_no > coalesce(known.rows, 0)),
    'roles', (select coalesce(json_agg(json_build_object('org', organisation_id, 'member', member_id, 'role', role)), '[]')
      from organisation_role where until is null),
    'policies', (select coalesce(json_agg(json_build_object(
      'org', organisation_id, 'version', version, 'state', state, 'from', ms(effective_at), 'told', in_force_told_at is not null, 'authors', author_ids, 'by', decided_by)
      order by organisation_id, version), '[]') from organisation_policy),
    ${casesSeen},
    'reports', (select coalesce(json_agg(json_build_object(
      'id', id, 'by', reporter_id, 'about', about_id, 'send', send_id, 'dealt', has_dealings, 'at', ms(reported_at),
      'closedAt', ms(closed_at), 'outcome', outcome)), '[]') from report),
    'plans', (select coalesce(json_agg(json_build_object(
      'id', id, 'payer', payer_id, 'total', total, 'endedAt', ms(ended_at), 'parts', (
        select json_agg(json_build_object('amount', amount, 'transfer', transfer_id) order by no)
        from split_part where split_part.payer_id = split_plan.payer_id and plan_id = split_plan.id))), '[]') from split_plan),
    'filed', (select coalesce(json_agg(json_build_object(
      'send', send_id, 'org', organisation_id, 'version', policy_version, 'chain', chain_id, 'back', given_back_at is not null)), '[]')
      from organisation_send),
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
