/**
 * Every "no" the service says, in order of precedence: where several apply, the first in this list is the answer.
 * The `if`s of the rules, the reference page and the tests follow this order. A code is never renamed or reused.
 *
 * `kept`: the domain's refusals are remembered under an idempotency key; the others may be answered differently
 * the next time. `retry`: whether asking again, unchanged, can ever help.
 */

export interface RefusalRule {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 503
  title: string
  kept: boolean
  retry: 'never' | 'later' | 'after_change'
}

const edge = (status: RefusalRule['status'], title: string, retry: RefusalRule['retry'] = 'after_change') =>
  ({ status, title, kept: false, retry }) satisfies RefusalRule
const domain = (status: RefusalRule['status'], title: string, retry: RefusalRule['retry'] = 'never') =>
  ({ status, title, kept: true, retry }) satisfies RefusalRule

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

  // Sending: what was asked for, then the money.
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
  wallet_frozen: domain(403, 'The wallet is frozen', 'later'),
  balance_too_low: domain(422, 'There is not enough money in the wallet', 'later'),
  balance_above_max: domain(422, 'The wallet cannot hold that much'),

  // What already happened to it: told with who decided and when.
  already_undone: domain(409, 'Already undone by the sender'),
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
  already_frozen: domain(409, 'The wallet is already frozen'),
  not_frozen: domain(409, 'The wallet is not frozen'),

  // What may not be done in this state.
  undo_window_over: domain(409, 'The undo window is over'),
  not_delivered_yet: domain(409, 'It is still in its undo window', 'later'),
  not_recallable: domain(409, 'This product profile does not offer recall'),
  not_pausable: domain(409, 'This product profile does not offer pausing'),
  not_cancelable: domain(409, 'What this request did cannot be cancelled by its key'),
  acceptance_not_asked: domain(409, 'This transfer does not wait for acceptance'),
  split_not_provable: domain(409, 'This packet has no provable split'),
  seed_not_revealed_yet: domain(409, 'The seed is revealed when the packet closes', 'later'),

  // Claiming.
  link_expired: domain(403, 'This link has expired'),
  test_packet: domain(409, 'A test packet cannot be claimed'),
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
