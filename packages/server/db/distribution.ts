/**
 * Where each table lives when the database is spread over several nodes. A sharded table lies with its distribution
 * key, and its primary and unique keys begin with it; a reference table is small and copied to every node. Tests hold
 * the schema and every statement to this list; docs/internals/architecture.md says why each table lies where it does.
 */

export type Placement = { on: 'every_node' } | { on: 'key'; key: string }

const everyNode = { on: 'every_node' } as const
const by = (key: string) => ({ on: 'key', key }) as const

export const placements: Readonly<Record<string, Placement>> = {
  migration: everyNode,
  clock: everyNode,
  api_key: everyNode,
  session: everyNode,
  sign_in_code: everyNode,
  signed_token: everyNode,
  host: everyNode,
  revocation: everyNode,
  external_id: everyNode,
  log_head: everyNode,
  log_tile: everyNode,
  log_checkpoint: everyNode,
  log_witness: everyNode,
  configuration: everyNode,
  house: everyNode,

  member: by('id'),
  inbox_read: by('member_id'),
  contact: by('owner_id'),
  block: by('owner_id'),
  passkey: by('member_id'),
  passkey_challenge: by('member_id'),
  recovery_code: by('member_id'),
  step_up_setting: by('member_id'),
  step_up_failure: by('member_id'),
  member_group: by('id'),
  group_member: by('group_id'),

  account: by('owner_id'),
  entry: by('owner_id'),
  money_freeze: by('subject_id'),
  freeze_appeal: by('subject_id'),
  document: by('owner_id'),
  dispute: by('source_id'),
  dispute_fact: by('source_id'),
  funding: by('member_id'),
  posting: by('source_id'),

  packet: by('id'),
  packet_recipient: by('packet_id'),
  claim: by('packet_id'),
  passphrase_attempt: by('packet_id'),

  transfer: by('id'),
  split_plan: by('payer_id'),
  split_part: by('payer_id'),

  limit_profile: by('member_id'),
  limit_rule: by('member_id'),
  spent_day: by('member_id'),
  spend: by('member_id'),
  family_link: by('id'),
  family_month: by('link_id'),
  family_spend: by('link_id'),
  guardian_link: by('id'),

  organisation: by('id'),
  organisation_member: by('organisation_id'),
  organisation_role: by('organisation_id'),
  organisation_policy: by('organisation_id'),
  organisation_send: by('organisation_id'),
  approval: by('send_id'),
  approval_act: by('send_id'),
  approval_delegation: by('organisation_id'),

  report: by('about_id'),

  return_share: by('source_id'),
  return_request: by('source_id'),
  instalments: by('source_id'),
  instalments_version: by('source_id'),
  instalments_part: by('source_id'),
  group_notice: by('group_id'),
  collection: by('id'),
  collection_share: by('collection_id'),

  sent: by('payer_id'),
  verdict: by('send_id'),

  event: by('source_id'),
  event_for: by('audience_id'),
  log_leaf: by('source_id'),

  evidence_pack: by('member_id'),

  idempotency: by('actor_id'),
}

/** The distribution key of a table, or undefined where it is on every node or is no table of ours. */
export function distributionKey(table: string): string | undefined {
  const placement = placements[table]
  return placement?.on === 'key' ? placement.key : undefined
}
