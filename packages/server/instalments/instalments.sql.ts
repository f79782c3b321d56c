import type { InstalmentPart, Instalments } from '@laisee/core/instalments.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { statement } from '../db/statement.ts'

/** What core decides on, and the last numbers of its postings and events. */
export interface InstalmentsRow extends Instalments {
  postingCount: bigint
  eventCount: bigint
}

export interface VersionRow {
  instalmentsId: string
  version: number
  byId: string
  principal: Amount
  interest: Amount
  note: string
  at: Instant
}

export interface PartRow extends InstalmentPart {
  instalmentsId: string
  version: number
}

const columns = `
  id, source_id, creditor_id, debtor_id, currency, state, version_count, proposed_version, proposed_by, proposed_at,
  agreed_version, agreed_at, principal_left, interest_left, principal_paid, interest_paid, consent, ended_at, ended_by,
  posting_count, event_count, changed_at`

export const insertInstalments = statement<
  [
    sourceId: string,
    id: string,
    creditorId: string,
    debtorId: string,
    currency: string,
    proposedBy: string,
    at: string,
  ],
  InstalmentsRow
>(
  'instalments_insert',
  `
  insert into instalments (
    source_id, id, creditor_id, debtor_id, currency, state, proposed_version, proposed_by, proposed_at, changed_at
  ) values ($1, $2, $3, $4, $5, 'proposed', 1, $6, $7, $7)
  returning ${columns}
  `,
)

/** What is open about a share: proposed, or being paid. */
export const openInstalmentsOf = statement<[sourceId: string, debtorId: string], InstalmentsRow>(
  'instalments_open_of_share',
  `select ${columns} from instalments where source_id = $1 and debtor_id = $2 and ended_at is null`,
)

export const readInstalments = statement<[sourceId: string, id: string], InstalmentsRow>(
  'instalments_read',
  `select ${columns} from instalments where source_id = $1 and id = $2`,
)

/** Where instalments lie: asked by whoever knows only their id. */
export const whereAreInstalments = statement<[id: string], { sourceId: string; debtorId: string }>(
  'instalments_where_are',
  `select source_id, debtor_id from instalments where id = $1`,
)

export const updateInstalments = statement<
  [
    sourceId: string,
    id: string,
    creditorId: string,
    state: string,
    versionCount: number,
    proposedVersion: number | null,
    proposedBy: string | null,
    proposedAt: string | null,
    agreedVersion: number | null,
    agreedAt: string | null,
    principalLeft: bigint,
    interestLeft: bigint,
    principalPaid: bigint,
    interestPaid: bigint,
    consent: boolean,
    lookAt: string | null,
    endedAt: string | null,
    endedBy: string | null,
    postingCount: bigint,
    eventCount: bigint,
    changedAt: string,
  ],
  object
>(
  'instalments_update',
  `
  update instalments
  set creditor_id = $3, state = $4, version_count = $5, proposed_version = $6, proposed_by = $7, proposed_at = $8,
      agreed_version = $9, agreed_at = $10, principal_left = $11, interest_left = $12, principal_paid = $13,
      interest_paid = $14, consent = $15, look_at = $16, ended_at = $17, ended_by = $18, posting_count = $19,
      event_count = $20, changed_at = $21
  where source_id = $1 and id = $2
  `,
)

export const insertVersion = statement<
  [
    sourceId: string,
    instalmentsId: string,
    version: number,
    byId: string,
    principal: bigint,
    interest: bigint,
    note: string,
    at: string,
  ],
  object
>(
  'instalments_version_insert',
  `
  insert into instalments_version (source_id, instalments_id, version, by_id, principal, interest, note, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  `,
)

export const insertParts = statement<
  [
    sourceId: string,
    instalmentsId: string,
    version: number,
    nos: number[],
    amounts: bigint[],
    askedOn: string[],
    dueOn: string[],
  ],
  object
>(
  'instalments_part_insert',
  `
  insert into instalments_part (source_id, instalments_id, version, no, amount, asked_on, due_on)
  select $1, $2, $3, no, amount, asked_on, due_on
  from unnest($4::int[], $5::bigint[], $6::text[], $7::text[]) as part (no, amount, asked_on, due_on)
  `,
)

export const readVersions = statement<[sourceId: string, instalmentsId: string], VersionRow>(
  'instalments_version_list',
  `
  select instalments_id, version, by_id, principal, interest, note, at
  from instalments_version
  where source_id = $1 and instalments_id = $2
  order by version
  `,
)

export const readParts = statement<[sourceId: string, instalmentsId: string], PartRow>(
  'instalments_part_list',
  `
  select instalments_id, version, no, amount, asked_on, due_on, paid_at, missed_at
  from instalments_part
  where source_id = $1 and instalments_id = $2
  order by version, no
  `,
)

/** Parts that were paid, or missed: a moment stays once it is there. */
export const markParts = statement<
  [
    sourceId: string,
    instalmentsId: string,
    version: number,
    nos: number[],
    paidAt: string | null,
    missedAt: string | null,
  ],
  object
>(
  'instalments_part_mark',
  `
  update instalments_part
  set paid_at = coalesce(paid_at, $5::timestamptz), missed_at = coalesce(missed_at, $6::timestamptz)
  where source_id = $1 and instalments_id = $2 and version = $3 and no = any($4::int[])
  `,
)

export const instalmentsOfCreditor = statement<
  [memberId: string, before: string, beforeId: string, limit: number],
  InstalmentsRow
>(
  'instalments_page_of_creditor',
  `
  select ${columns} from instalments
  where creditor_id = $1 and (changed_at, id) < ($2::timestamptz, $3)
  order by changed_at desc, id desc
  limit $4
  `,
)

export const instalmentsOfDebtor = statement<
  [memberId: string, before: string, beforeId: string, limit: number],
  InstalmentsRow
>(
  'instalments_page_of_debtor',
  `
  select ${columns} from instalments
  where debtor_id = $1 and (changed_at, id) < ($2::timestamptz, $3)
  order by changed_at desc, id desc
  limit $4
  `,
)

/** Everything about a packet or transfer, in order. */
export const instalmentsOfSource = statement<[sourceId: string], InstalmentsRow>(
  'instalments_list_of_source',
  `select ${columns} from instalments where source_id = $1 order by id`,
)

export const instalmentsDue = statement<[now: string, limit: number], { id: string }>(
  'instalments_due',
  `
  select id from instalments
  where look_at <= $1
  order by look_at
  limit $2
  `,
)
