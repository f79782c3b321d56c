import type { OpenThing } from '@laisee/core/erasure.ts'
import { statement, type Statement } from '../db/statement.ts'

type Asked = Statement<[memberId: string, now: string], { found: number }>

const openFrozen = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_frozen',
  `select 1 as found from money_freeze where owner_id = $1 and released_at is null and since <= $2::timestamptz limit 1`,
)

const openMoney = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_money',
  `select 1 as found from account where owner_id = $1 and balance <> 0 and $2::timestamptz is not null limit 1`,
)

const openPackets = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_packets',
  `select 1 as found from packet where payer_id = $1 and closed_at is null and sent_at <= $2::timestamptz limit 1`,
)

const openTransfersOut = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_transfers_out',
  `select 1 as found from transfer where payer_id = $1 and closed_at is null and sent_at <= $2::timestamptz limit 1`,
)

const openTransfersIn = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_transfers_in',
  `select 1 as found from transfer where payee_id = $1 and closed_at is null and sent_at <= $2::timestamptz limit 1`,
)

const openReturns = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_returns',
  `
      select 1 as found from return_request
      where (payer_id = $1 or recipient_id = $1) and closed_at is null and asked_at <= $2::timestamptz limit 1
      `,
)

const openInstalments = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_instalments',
  `
      select 1 as found from instalments
      where (creditor_id = $1 or debtor_id = $1) and ended_at is null and $2::timestamptz is not null limit 1
      `,
)

const openCollections = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_collections',
  `select 1 as found from collection where asker_id = $1 and closed_at is null and asked_at <= $2::timestamptz limit 1`,
)

const openDisputes = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_disputes',
  `
      select 1 as found from dispute
      where (opener_id = $1 or other_id = $1) and due_at is not null and opened_at <= $2::timestamptz limit 1
      `,
)

const openSplitPlans = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_split_plans',
  `select 1 as found from split_plan where payer_id = $1 and ended_at is null and ends_at > $2::timestamptz limit 1`,
)

const openApprovals = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_approvals',
  `select 1 as found from approval where sender_id = $1 and outcome is null and submitted_at <= $2::timestamptz limit 1`,
)

const openAllowances = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_allowances',
  `
      select 1 as found from family_link
      where (giver_id = $1 or holder_id = $1) and (state = 'active' or (state = 'invited' and expires_at > $2::timestamptz))
      limit 1
      `,
)

const openGuardians = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_guardians',
  `
      select 1 as found from guardian_link
      where (guardian_id = $1 or protected_id = $1)
        and (state = 'active' or (state = 'invited' and expires_at > $2::timestamptz))
      limit 1
      `,
)

const openOrganisations = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_organisations',
  `
      select 1 as found from organisation_member
      where member_id = $1 and (state = 'active' or (state = 'invited' and invitation_expires_at > $2::timestamptz))
      limit 1
      `,
)

const openReports = statement<[memberId: string, now: string], { found: number }>(
  'forget_open_reports',
  `
      select 1 as found from report
      where (about_id = $1 or reporter_id = $1) and closed_at is null and reported_at <= $2::timestamptz limit 1
      `,
)

/** A row where something of this kind is open. Every statement takes the moment, so that all are asked alike. */
export const openOf: readonly [OpenThing, Asked][] = [
  ['frozen', openFrozen],
  ['money', openMoney],
  ['packets', openPackets],
  ['transfers', openTransfersOut],
  ['transfers', openTransfersIn],
  ['returns', openReturns],
  ['instalments', openInstalments],
  ['collections', openCollections],
  ['disputes', openDisputes],
  ['split_plans', openSplitPlans],
  ['approvals', openApprovals],
  ['allowances', openAllowances],
  ['guardians', openGuardians],
  ['organisations', openOrganisations],
  ['reports', openReports],
]

export const clearMember = statement<[memberId: string, name: string, at: string], object>(
  'member_forget',
  `
  update member
  set name = $2, photo_url = null, quiet_from = null, quiet_until = null, hold_from = null, hold_relations = '{}',
      forgotten_at = $3, changed_at = $3
  where id = $1
  `,
)

export const deleteContactsOf = statement<[memberId: string], object>(
  'contact_forget',
  `delete from contact where owner_id = $1`,
)

export const deleteBlocksOf = statement<[memberId: string], object>(
  'block_forget',
  `delete from block where owner_id = $1`,
)

export const deleteReadMarksOf = statement<[memberId: string], object>(
  'inbox_read_forget',
  `delete from inbox_read where member_id = $1`,
)
