/** Groups of refusals that have their place, in this order within it, in the registry (refusals.ts). */

import { domain, type RefusalRule } from './refusal-rule.ts'

/** Forgetting a member. */
export const erasureRules = {
  already_forgotten: domain(409, 'This member was forgotten already'),
  still_open: domain(409, 'Something of this member’s is still open', 'after_change'),
} as const satisfies Record<string, RefusalRule>

/** Passkeys. */
export const passkeyRules = {
  passkey_missing: domain(409, 'This member has no passkey that could sign', 'after_change'),
  passkeys_max: domain(409, 'This member has as many passkeys as one may'),
  passkey_invalid: domain(422, 'What the browser gave is no passkey for this'),
  passkey_taken: domain(409, 'This passkey is there already'),
} as const satisfies Record<string, RefusalRule>

/** Asking back what was claimed or has arrived, and giving it back. */
export const returnRules = {
  sender_still_there: domain(
    409,
    'Whoever sent it for the organisation is still in it, and asks for it',
    'later',
  ),
  return_due_out_of_bounds: domain(422, 'The last day to answer is too soon or too far off'),
  nothing_to_return: domain(409, 'Nothing of it has been claimed, or it has not arrived', 'later'),
  already_given_back: domain(409, 'All of it has been given back already'),
  return_above_left: domain(422, 'It is more than what is left of it', 'after_change'),
  already_asked_back: domain(409, 'A return request for it is open already'),
  return_declined: domain(409, 'The recipient has declined to give it back'),
  asked_back_enough: domain(409, 'It has been asked back as often as it may be'),
  return_request_over: domain(409, 'The return request has ended'),
  recipient_quiet: domain(409, 'These are quiet hours for the recipient', 'later'),
  return_text_refused: domain(422, 'The text threatens, invents or has blanks left', 'after_change'),
  instalments_agreed: domain(409, 'It is given back in instalments already'),
  payer_forgotten: domain(409, 'The account that paid is closed: its holder was forgotten'),
  instalments_over: domain(409, 'The instalments have ended'),
  instalments_not_agreed: domain(409, 'Nothing is agreed on yet', 'after_change'),
  instalments_moved_on: domain(409, 'Another version waits, or it no longer fits', 'after_change'),
  instalment_count_out_of_bounds: domain(422, 'There are too many parts or versions', 'after_change'),
  instalment_days_out_of_bounds: domain(422, 'A day is past, too far off or out of order', 'after_change'),
  interest_above_law: domain(422, 'The interest is above what the law protects', 'after_change'),
  instalment_paid_already: domain(409, 'This part is paid already'),
} as const satisfies Record<string, RefusalRule>

/** Asking several people for an amount each, and telling a group of a mistake. */
export const collectionRules = {
  collections_max: domain(409, 'As many collections are open as there may be', 'later'),
  share_paid_already: domain(409, 'This share is paid, or its payment is on its way'),
  collection_closed: domain(409, 'The collection is closed'),
  notice_without_group: domain(422, 'Only a packet that was sent to a group has a notice'),
  notice_without_case: domain(409, 'Nothing of it is left to ask a group for'),
  notice_posted_already: domain(409, 'The group was told of it already'),
  notice_names_somebody: domain(422, 'A notice names nobody', 'after_change'),
} as const satisfies Record<string, RefusalRule>

/** Approving. */
export const approvingRules = {
  acted_already: domain(409, 'This member has had their word on it'),
  not_an_approver: domain(403, 'It does not wait for the word of this member', 'later'),
  stand_in_unfit: domain(422, 'This member cannot stand in for an approver here', 'after_change'),
  nothing_asked: domain(409, 'Nothing was asked that is not answered'),
  asked_enough: domain(409, 'What they asked is not answered yet, or they asked as often as may be', 'later'),
  reminded_enough: domain(409, 'They were reminded or asked just now, or as often as may be', 'later'),
  bulk_above_max: domain(422, 'Together they are above what may be approved at once', 'after_change'),
} as const satisfies Record<string, RefusalRule>
