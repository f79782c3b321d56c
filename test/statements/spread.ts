/**
 * Statements that may ask every node of a distributed PostgreSQL, each with the reason why that is no harm. None is on
 * a path that a claim or a send waits for. A name that no longer needs its place here fails the test.
 */

const sweep = 'A sweep reads due ids without a lock; each of them is then locked by its key.'
const list = 'A page for a person: its rows live with other keys, and a page may wait for every node.'
const audit =
  'An audit compares everything with everything, in a snapshot that locks nothing and holds nobody up.'
const tail = 'One tail a process reads every event in order, for all of its streams together.'

/** By name, or by the beginning of a name where it ends in a star. */
export const spreadStatements: Readonly<Record<string, string>> = {
  log_leaf_read: audit,
  'log_search*': list,
  log_leaf_from: list,
  log_leaf_before: list,
  'forget_open_*': 'A member is forgotten once: what of theirs is open lies with its other keys.',
  log_events_without_leaf: audit,
  policy_due_to_tell: sweep,
  packet_due_to_end_hold: sweep,
  packet_due_to_deliver: sweep,
  packet_due_to_expire: sweep,
  packet_due_to_tell_expiring: sweep,
  transfer_due_to_tell_expiring: sweep,
  transfer_due_to_end_hold: sweep,
  transfer_due_to_arrive: sweep,
  transfer_due_to_deliver: sweep,
  transfer_due_to_return: sweep,
  idempotency_delete_old: 'A duty forgets old keys of everyone, a bounded number at a time.',

  return_due_to_end: sweep,
  return_where_is: 'A request is looked for by its id; it lies with the packet or transfer it is about.',
  instalments_due: sweep,
  instalments_where_are: 'Instalments are looked for by their id; they lie with the packet or transfer.',
  instalments_page_of_creditor: list,
  instalments_page_of_debtor: list,
  return_page_of_payer: list,
  return_page_of_recipient: list,
  collection_page_of_asker: list,
  collection_page_of_member: list,
  collection_share_of_transfer:
    'Only the transfer is known, and who paid it; asked by a person who makes an evidence pack.',
  collection_count_open:
    'Asking for money is rare, and no money waits for it: a member’s are counted everywhere.',

  packet_page_of_payer: list,
  transfer_page_of_payer: list,
  transfer_page_of_payee: list,
  group_page_of_member: list,
  group_stay_of_member: 'Which groups a member is in: stays live with their group.',
  packet_page_of_pair: list,
  packet_page_of_named_pair: list,
  packet_page_of_group: list,
  'packet_latest_*': list,
  'packet_paid_to_*': list,
  transfer_page_of_pair: list,
  'transfer_latest_*': list,
  transfer_paid_to_members: list,
  family_of_member: list,
  guardian_of_member: list,
  guardian_ids_over_member:
    'Above a minor’s sum a send asks who of age looks after its sender; no other send does.',
  approval_list_of_family: 'Ending a family link looks for what waits for a word that it takes away.',
  guardian_over_member: 'A send that is refused or held tells whoever looks after its sender.',
  report_count_by_member:
    'A report is rare, and lies with whom it is about: its maker’s are counted everywhere.',
  report_page: 'The operator lists what was reported.',
  freeze_due_to_release: sweep,
  freeze_find: 'A freeze is asked for by its id alone, by a person; it is locked where it lies.',
  freeze_page: list,
  dispute_find: 'A dispute is asked for by its id alone, by a person; it is locked where it lies.',
  dispute_due_to_close: sweep,
  dispute_queue: list,
  dispute_page_closed: list,
  dispute_page_of_member: list,
  dispute_open_of_sides:
    'Freezing is rare and done by a person; what its two sides dispute lies with what it is about.',
  document_find: 'A document is asked for by its id alone, by a person who looks.',
  freeze_page_of_owner: list,
  member_page: 'The operator lists everyone.',
  approval_due_to_time_out: sweep,
  approval_due_to_remind: sweep,
  approval_due_to_pass_on: sweep,
  approval_list_open: list,
  approval_page_of_sender: list,
  approval_page_of_reader: list,
  organisation_page: 'The operator lists every organisation.',
  organisation_member_of_member: list,

  stream_read_after: tail,
  'audit_*': audit,
}

/** Whether an entry of the lists stands for a statement. */
export function isNamed(name: string, listed: string): boolean {
  return listed.endsWith('*') ? name.startsWith(listed.slice(0, -1)) : name === listed
}

const judged =
  'A token is judged by the service’s time, read in the statement that reads what it is judged against.'
const second = 'The claim path has three statements a batch: the time comes with the second, after the locks.'
const first =
  'A key is taken before the verb has any lock: its age is by the service’s time, read as it is written.'

/** Statements that may read the database's clock, each with the reason. All others are given `tx.now()`. */
export const clockStatements: Readonly<Record<string, string>> = {
  clock_read: 'It is what tx.now() stands on.',
  batch_read_claims: second,
  batch_read_packet_claims: second,
  key_read_secret: judged,
  session_read_secret: judged,
  member_read_tokens_valid_from: judged,
  signed_token_read_standing: judged,
  revocation_read: judged,
  idempotency_take: first,
  idempotency_plant_tombstone: first,
}
