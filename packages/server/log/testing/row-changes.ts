/** Single changes of rows beside the log: of money, requests, agreements, disputes, freezes, documents and packs. */

export interface Change {
  /** SQL that changes one thing. Where it gives `about`, that is what must be named. */
  change: string
  /** The check that names it. */
  check: string
  /** What must be said of it. */
  named?: RegExp
}

type Below = (exclusiveMax: number) => number

const byteOf = (column: string, at: number) =>
  `${column} = set_byte(${column}, ${at}, (get_byte(${column}, ${at}) + 1) % 256)`

/** Table, what is set, what names the row, the check; and which rows are meant. */
type Row = [table: string, set: string, about: string, check: string, where?: string]

const request = 'rows_say_what_was_told'
const asTold = 'freezes_and_documents_are_as_told'
const statement = 'statements_follow_postings'
const later = `interval '1 millisecond'`

/** Money, and what it follows from. */
const moneyRows: readonly Row[] = [
  ['posting', 'amount = amount + 1', 'source_id', statement],
  ['posting', `at = at + ${later}`, 'source_id', statement],
  ['posting', `reason = 'x'`, 'source_id', statement],
  ['posting', `to_owner_id = 'mem_x'`, 'source_id', statement, `to_kind = 'wallet'`],
  ['posting', 'posting_no = posting_no + 100', 'source_id', 'postings_are_numbered'],
  ['entry', 'amount = amount + 1', 'owner_id', statement],
  ['entry', 'balance = balance + 1', 'owner_id', 'statements_add_up', 'entry_no > 1'],
  ['entry', `at = at - ${later}`, 'owner_id', statement],
  ['entry', `reason = 'x'`, 'owner_id', statement],
  ['entry', 'entry_no = entry_no + 100', 'owner_id', 'statements_are_numbered'],
  ['account', 'balance = balance + 1', 'owner_id', 'balances_follow_postings'],
  [
    'account',
    `state = 'frozen'`,
    'owner_id',
    'wallets_are_frozen_by_freezes',
    `kind = 'wallet' and state = 'open'`,
  ],
  ['account', `state = 'open'`, 'owner_id', 'wallets_are_frozen_by_freezes', `state = 'frozen'`],
  ['claim', 'amount = amount + 1', 'packet_id', 'claims_follow_packets'],
  ['claim', 'share_no = share_no + 1', 'packet_id', 'claims_follow_packets'],
  ['claim', `member_id = 'mem_x'`, 'packet_id', 'claims_follow_postings'],
]

/** What two have between them, and what staff did; `at` is the byte of a hash. */
const caseRows = (at: number): Row[] => [
  ['return_request', 'amount = amount + 1', 'id', request],
  ['return_request', 'returned = returned - 1', 'id', request],
  ['return_request', `cause = 'FRAD'`, 'id', request],
  ['return_request', `due_on = '2027-01-01'`, 'id', request],
  ['return_request', `message = message || '。'`, 'id', request],
  ['return_request', `payer_id = 'mem_x'`, 'id', request],
  ['return_share', 'received = received + 1', 'source_id', 'nobody_gives_back_more_than_they_had'],
  ['return_share', 'returned = returned + 1', 'source_id', 'nobody_gives_back_more_than_they_had'],
  ['instalments', 'principal_left = principal_left - 1', 'id', 'instalments_follow_their_parts'],
  ['instalments', 'principal_paid = principal_paid + 1', 'id', 'instalments_follow_their_parts'],
  ['instalments_version', 'principal = principal + 1', 'instalments_id', 'instalments_follow_their_parts'],
  ['instalments_part', 'amount = amount + 1', 'instalments_id', 'instalments_follow_their_parts'],
  [
    'instalments_part',
    'paid_at = null',
    'instalments_id',
    'instalments_follow_their_parts',
    'paid_at is not null',
  ],
  ['dispute', 'amount = amount + 1', 'id', request],
  ['dispute', `cause = 'fraud'`, 'id', request],
  ['dispute', `state = 'waiting'`, 'id', request],
  ['dispute_fact', `text = text || '！'`, 'dispute_id', request, 'text is not null'],
  ['dispute_fact', `at = at + ${later}`, 'dispute_id', request],
  ['dispute_fact', `document_id = 'doc_x'`, 'dispute_id', request, 'document_id is not null'],
  ['dispute_fact', 'no = no + 100', 'dispute_id', 'disputes_follow_facts'],
  ['money_freeze', 'amount = amount - 1', 'owner_id', 'frozen_amounts_are_kept', `kind = 'amount'`],
  ['money_freeze', 'asked_amount = asked_amount + 1', 'id', asTold, `kind = 'amount'`],
  ['money_freeze', `until = until - interval '1 hour'`, 'id', asTold],
  ['money_freeze', `note = note || '！'`, 'id', asTold],
  ['money_freeze', `basis = 'court', reference = 'x'`, 'id', asTold],
  ['money_freeze', 'about_id = null', 'id', asTold],
  ['document', byteOf('kept_hash', at), 'id', asTold],
  ['document', byteOf('came_hash', at), 'id', asTold],
  ['document', byteOf('sealed', at), 'id', asTold],
  ['document', 'size = size + 1', 'id', asTold],
  ['evidence_pack', byteOf('digest', at), 'id', request],
  ['evidence_pack', byteOf('sealed', at * 7), 'id', request],
  ['evidence_pack', `claim = 'deceit'`, 'id', request],
  ['evidence_pack', 'stamped = not stamped', 'id', request],
]

/** To whom it was told, and when. */
const eventRows: readonly Row[] = [
  ['event', `audience = array_append(audience, 'mem_x')`, 'source_id', 'audiences_hear_events'],
  [
    'event',
    'audience = audience[2:]',
    'source_id',
    'audiences_hear_events',
    `left(audience[1], 4) in ('mem_', 'grp_')`,
  ],
  [
    'event',
    `xid = (xid::text::bigint + 1)::text::xid8`,
    'source_id',
    'audiences_hear_events',
    `left(audience[1], 4) in ('mem_', 'grp_')`,
  ],
  ['event_for', `xid = '1'`, 'source_id', 'audiences_hear_events'],
]

/** A change of one row, by a throw of dice. */
export function rowChange(below: Below): Change {
  const all = [...moneyRows, ...caseRows(below(32)), ...eventRows]
  const [table, set, about, check, where = 'true'] = all[below(all.length)]!
  const place = below(1_000)
  return {
    change: `update ${table} set ${set} where ctid = (
      select ctid from ${table} where ${where} order by ctid
      offset ${place} % (select count(*) from ${table} where ${where}) limit 1
    ) returning ${about} as about`,
    check,
  }
}

/** A row that is taken out. */
export function rowTaken(below: Below): Change {
  const taken: [table: string, about: string, check: string][] = [
    ['posting', 'source_id', statement],
    ['entry', 'owner_id', statement],
    ['claim', 'packet_id', 'claims_follow_packets'],
    ['dispute_fact', 'dispute_id', 'disputes_follow_facts'],
    ['instalments_part', 'instalments_id', 'instalments_follow_their_parts'],
    ['event_for', 'source_id', 'audiences_hear_events'],
  ]
  const [table, about, check] = taken[below(taken.length)]!
  return {
    change: `delete from ${table} where ctid = (
      select ctid from ${table} order by ctid offset ${below(1_000)} % (select count(*) from ${table}) limit 1
    ) returning ${about} as about`,
    check,
  }
}
