/**
 * Every "no" the service says, in order of precedence: where several apply, the first in this list is the answer.
 * The `if`s of the rules, the reference page and the tests follow this order. A code is never renamed or reused.
 */

import { approvingRules, collectionRules, erasureRules, returnRules, passkeyRules } from './refusal-groups.ts'
import { disputeRules, freezeRules } from './case-refusals.ts'
import { domain, edge, type RefusalRule } from './refusal-rule.ts'

export const refusals = {
  // The edge: who asks, how often, and whether the request can be read at all.
  method_not_allowed: edge(405, 'This address does not take that method'),
  unauthenticated: edge(401, 'A valid token or key is needed'),
  forbidden: edge(403, 'This caller may not do that'),
  demo_only: edge(403, 'Only a demo world allows that'),
  too_many_requests: edge(429, 'Too many requests', 'later'),
  body_too_large: edge(413, 'The body is too large'),
  unsupported_media_type: edge(415, 'The body must be application/json'),
  malformed_json: edge(400, 'The body is not valid JSON'),
  invalid_request: edge(400, 'A field is missing, unknown or out of range'),
  idempotency_key_missing: edge(400, 'Every write needs an Idempotency-Key header'),
  idempotency_key_reused: edge(409, 'This idempotency key was used for another request'),
  unavailable: edge(503, 'The service cannot answer just now', 'later'),

  // Idempotency: told before any rule of the verb is asked.
  canceled_before_arrival: domain(409, 'This request was cancelled before it arrived'),

  // Things that are not there, or not for this caller: one answer for both.
  not_found: domain(404, 'There is no such thing for this caller', 'after_change'),

  // Acting for an organisation, or in a role of it.
  organisation_unknown: domain(422, 'There is no such organisation for this member', 'after_change'),
  role_missing: domain(403, 'Another role in the organisation is needed for that', 'after_change'),
  organisation_suspended: domain(403, 'Sending on behalf of the organisation is suspended', 'later'),
  sending_suspended: domain(403, 'This member may not send on behalf of the organisation for now', 'later'),

  // Links and conditions at the door.
  sign_in_code_invalid: domain(403, 'This sign-in code is not valid, or no longer'),
  link_invalid: domain(403, 'This link is not valid'),
  link_for_someone_else: domain(403, 'This link belongs to someone else'),

  // People.
  member_unknown: domain(422, 'There is no such member', 'after_change'),
  group_unknown: domain(422, 'There is no such group', 'after_change'),
  host_unknown: domain(422, 'There is no such host application', 'after_change'),
  external_id_taken: domain(409, 'Another member has this external id'),
  issuer_taken: domain(409, 'Another host signs under this issuer'),
  self_not_allowed: domain(422, 'This cannot be done with oneself'),
  recipient_blocked: domain(422, 'A recipient is blocked by the sender, or has blocked the sender'),
  not_a_group_member: domain(403, 'Only a member of the group may do that', 'after_change'),
  already_reported: domain(409, 'The caller has reported this member already'),
  reports_max: domain(409, 'This member has made as many reports today as one may', 'later'),
  report_closed: domain(409, 'This report has ended already'),
  ...erasureRules,

  ...passkeyRules,

  // Families and guardians: two members, one of whom offers and the other accepts.
  already_linked: domain(409, 'This is offered or in force between the two already'),
  minor_may_not_give: domain(403, 'A minor may not give an allowance'),
  family_given_max: domain(409, 'This member gives as many allowances as one may', 'later'),
  family_held_max: domain(409, 'This member holds as many allowances as one may', 'later'),
  guardian_links_max: domain(409, 'One of the two has as many guardian links as one may', 'later'),
  invitation_over: domain(409, 'The invitation is over'),

  // Organisations: who is in one, in which roles. Nobody decides about themselves.
  own_act: domain(403, 'Nobody decides about what is their own'),
  roles_apart: domain(422, 'These roles do not go together'),
  already_in_organisation: domain(409, 'This member is in the organisation, or invited, already'),
  organisation_full: domain(409, 'The organisation has as many people as it may', 'later'),
  last_administrator: domain(409, 'An organisation keeps an administrator'),
  house_taken: domain(409, 'The service has its own organisation already'),
  already_suspended: domain(409, 'Already suspended'),
  not_suspended: domain(409, 'Not suspended'),

  // Policies: drafts, and how they become what holds.
  policy_invalid: domain(422, 'The policy cannot hold as it is', 'after_change'),
  already_published: domain(409, 'This version is published already'),
  already_withdrawn: domain(409, 'This draft was withdrawn'),
  policy_moved_on: domain(409, 'Another version was published since this draft began', 'after_change'),
  policy_waiting: domain(409, 'Another version is published and waits to hold', 'later'),

  ...returnRules,
  ...collectionRules,

  // Sending: what was asked for, then the money.
  plan_over: domain(409, 'The split plan has ended'),
  part_sent_already: domain(409, 'This part of the plan was sent already'),
  part_count_out_of_bounds: domain(422, 'A plan has from 2 to 20 parts'),
  parts_not_the_total: domain(422, 'The parts do not make the total'),
  ladder_first_out_of_bounds: domain(422, 'The first part is none, or not less than the whole'),
  acknowledge_out_of_bounds: domain(422, 'The time to acknowledge is too short or too long'),
  count_not_one: domain(422, 'This kind of packet has exactly one share'),
  count_above_max: domain(422, 'More shares than the profile allows'),
  count_above_recipients: domain(422, 'More shares than there are people who could claim one'),
  total_below_min: domain(422, 'The total is less than one least share each'),
  total_not_divisible: domain(422, 'The total cannot be divided into equal shares'),
  total_above_max: domain(422, 'The shares would be above the cap on average'),
  amount_above_max: domain(422, 'The amount is above the cap'),
  delay_out_of_bounds: domain(422, 'The delay is outside what the profile allows'),
  expiry_out_of_bounds: domain(422, 'The expiry is outside what the profile allows'),
  not_before_after_expiry: domain(422, 'It could not be claimed before it expires'),
  family_unknown: domain(422, 'There is no such allowance for this member', 'after_change'),
  limit_share: domain(422, 'A share is above the limit'),
  limit_send: domain(422, 'The send is above the limit'),
  limit_day: domain(422, 'The day’s limit does not allow it', 'later'),
  limit_month: domain(422, 'The month’s limit does not allow it', 'later'),
  limit_family: domain(422, 'The family’s allowance does not allow it', 'later'),
  minor_night: domain(422, 'A minor cannot send at night', 'later'),
  minor_group_lucky: domain(422, 'A minor cannot send a lucky packet to several people'),
  guardian_approval_needed: domain(
    422,
    'This sum needs the word of a guardian, and there is none',
    'after_change',
  ),
  wallet_frozen: domain(403, 'The wallet is frozen', 'later'),
  balance_too_low: domain(422, 'There is not enough money in the wallet', 'later'),
  giver_cannot_pay: domain(422, 'The giver’s wallet cannot pay this now', 'later'),
  balance_above_max: domain(422, 'The wallet cannot hold that much'),
  guard_refused: domain(422, 'The guard does not let this send through', 'after_change'),
  step_up_attempts_used_up: domain(403, 'Too many step-ups have failed', 'later'),
  step_up_needed: domain(403, 'This needs a passkey or a recovery code', 'after_change'),
  step_up_invalid: domain(403, 'What was given as a step-up is not good for this', 'after_change'),
  confirmation_needed: domain(409, 'The sender is to confirm what is shown', 'after_change'),
  confirmation_stale: domain(409, 'What was confirmed is not what would be sent', 'after_change'),

  // What already happened to it: told with who decided and when.
  already_undone: domain(409, 'Already undone by the sender'),
  already_approved: domain(409, 'Already approved'),
  already_rejected: domain(409, 'Already rejected'),
  already_recalled: domain(409, 'Already recalled by the sender'),
  already_declined: domain(409, 'Already declined by the recipient'),
  already_expired: domain(409, 'Already expired'),
  already_claimed_out: domain(409, 'Already claimed to the last share'),
  already_arrived: domain(409, 'Already arrived'),
  already_returned: domain(409, 'Already returned to the sender'),
  already_accepted: domain(409, 'Already accepted'),
  already_paused: domain(409, 'Already paused'),
  already_open: domain(409, 'Already open'),
  already_asked: domain(409, 'The recipient was already asked once'),
  already_revoked: domain(409, 'Already revoked'),

  ...freezeRules,
  ...disputeRules,

  // What may not be done in this state.
  not_approving: domain(409, 'It does not wait for approval'),
  not_held: domain(409, 'It is not held'),
  hold_not_over_yet: domain(409, 'The hold cannot be ended yet', 'later'),
  undo_window_over: domain(409, 'The undo window is over'),
  not_delivered_yet: domain(409, 'It is held, or still in its undo window', 'later'),
  not_recallable: domain(409, 'This product profile does not offer recall'),
  recall_right_missing: domain(403, 'The organisation’s policy does not let this member recall it'),
  recall_too_late: domain(409, 'The time in which this member may recall it is over'),
  recall_reason_needed: domain(422, 'The organisation’s policy asks for a reason', 'after_change'),
  not_pausable: domain(409, 'This product profile does not offer pausing'),
  not_cancelable: domain(409, 'What this request did cannot be cancelled by its key'),
  acceptance_not_asked: domain(409, 'This transfer does not wait for acceptance'),
  split_not_provable: domain(409, 'This packet has no provable split'),
  seed_not_revealed_yet: domain(409, 'The seed is revealed when the packet closes', 'later'),

  ...approvingRules,

  // Claiming.
  link_expired: domain(403, 'This link has expired'),
  test_packet: domain(409, 'A test packet cannot be claimed'),
  packet_frozen: domain(409, 'The service has frozen this packet', 'later'),
  packet_paused: domain(409, 'The sender has paused this packet', 'later'),
  not_yet: domain(409, 'It cannot be claimed before its time', 'later'),
  passphrase_attempts_used_up: domain(403, 'No attempts at the passphrase are left'),
  passphrase_wrong: domain(403, 'The passphrase is not right', 'after_change'),
} as const satisfies Record<string, RefusalRule>

export type RefusalCode = keyof typeof refusals
export const refusalCodes = Object.keys(refusals) as RefusalCode[]

export type RefusalData = Record<string, string | number | boolean | null | readonly unknown[]>

/** The domain says no: a value in core, thrown once by the verb so that its transaction rolls back. */
export interface Refusal {
  kind: 'refusal'
  code: RefusalCode
  data: RefusalData
}

/** Say no. `data.field` names the field at fault; other data is what a screen needs to say it in words. */
export function refuse(code: RefusalCode, data: RefusalData = {}): Refusal {
  return { kind: 'refusal', code, data }
}

/** Whether a decision is a "no". */
export function isRefusal(decision: unknown): decision is Refusal {
  return (
    typeof decision === 'object' && decision !== null && (decision as { kind?: unknown }).kind === 'refusal'
  )
}

/** A refusal on its way out of a transaction. */
export class RefusalError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.name = 'RefusalError'
    this.refusal = refusal
  }
}

/** The decision, or the refusal thrown. */
export function orThrow<T>(decision: T | Refusal): T {
  if (isRefusal(decision)) throw new RefusalError(decision)
  return decision
}
