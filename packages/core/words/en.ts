/** English. Plain, in the present, and never blaming: what is so, then what can be done. */

import { erasureRefusals, minorRefusals, reportRefusals } from './people-refusals.ts'
import { caseRefusals } from './case-refusals.ts'
import { moreRefusals } from './more-refusals.ts'
import type { Words } from './words.ts'

export const en: Words = {
  language: 'en',
  unknown: 'The service said no, for a reason this version does not know.',
  refusals: {
    method_not_allowed: { says: 'This address does not take that method.' },
    unauthenticated: { says: 'Sign in first: the token or key is missing, wrong or no longer good.' },
    forbidden: { says: 'You may not do that.' },
    demo_only: { says: 'Only a demo world allows that.' },
    too_many_requests: { says: 'That was a little too often.', detail: 'Try again in {{retryAfterS}} s.' },
    body_too_large: { says: 'The request is too large.' },
    unsupported_media_type: { says: 'The request must be application/json.' },
    malformed_json: { says: 'The request is not valid JSON.' },
    invalid_request: {
      says: 'Something in the request is missing, unknown or out of range.',
      detail: '{{errors, list}}.',
    },
    idempotency_key_missing: { says: 'Every write needs an Idempotency-Key header.' },
    idempotency_key_reused: { says: 'This idempotency key was used for another request. Take a new one.' },
    unavailable: { says: 'The service cannot answer just now. Ask again: nothing happens twice.' },

    canceled_before_arrival: { says: 'This request was cancelled before it arrived. Nothing was sent.' },

    not_found: { says: 'There is no such thing, or it is not for you.' },
    organisation_unknown: { says: 'You are not in this organisation, or there is none.' },
    role_missing: { says: 'Your roles in the organisation do not allow that.' },
    organisation_suspended: {
      says: 'Sending on behalf of this organisation is suspended. No money has moved.',
    },
    sending_suspended: {
      says: 'Your sending on behalf of the organisation is suspended. No money has moved.',
    },

    sign_in_code_invalid: {
      says: 'This sign-in link was used, is over, or was never one. Ask for a new one.',
    },
    link_invalid: { says: 'This link is not valid.' },
    link_for_someone_else: { says: 'This link belongs to someone else.' },

    member_unknown: { says: 'There is no such person here.', detail: 'Unknown: {{unknown, list}}.' },
    group_unknown: { says: 'There is no such group.' },
    host_unknown: { says: 'There is no such host application.' },
    external_id_taken: { says: 'Someone else has this external id.' },
    issuer_taken: { says: 'Another host application signs under this issuer.' },
    self_not_allowed: { says: 'This cannot be done with oneself.' },
    recipient_blocked: { says: 'One of you has blocked the other, so nothing can be sent.' },
    not_a_group_member: { says: 'Only someone in the group may do that.' },
    ...reportRefusals.en,
    ...erasureRefusals.en,

    passkey_missing: { says: 'You have no passkey that can be used yet. Add one first.' },
    passkeys_max: { says: 'You have as many passkeys as may be.', detail: 'At most {{max}}: remove one.' },
    passkey_invalid: { says: 'This passkey could not be added. Please try again.' },
    passkey_taken: { says: 'This passkey is there already.' },

    already_linked: { says: 'You two have this already, or the invitation still waits for an answer.' },
    minor_may_not_give: { says: 'Someone under 18 cannot give an allowance.' },
    family_given_max: { says: 'No more allowances can be given.', detail: 'At most {{max}} people.' },
    family_held_max: { says: 'No more allowances can be held.', detail: 'At most {{max}}.' },
    guardian_links_max: {
      says: 'One of you two has as many guardian links as there can be.',
      detail: 'At most {{max}}.',
    },
    invitation_over: { says: 'This invitation is over. Ask for a new one.' },

    own_act: { says: 'Nobody decides about what is their own. Please ask a colleague.' },
    roles_apart: { says: 'One person cannot hold these roles together.' },
    already_in_organisation: { says: 'They are in the organisation, or invited, already.' },
    organisation_full: { says: 'The organisation has as many people as it may.', detail: 'At most {{max}}.' },
    last_administrator: { says: 'An organisation keeps at least one administrator.' },
    house_taken: { says: 'The service has its own organisation already.' },
    already_suspended: { says: 'Already suspended.' },
    not_suspended: { says: 'Not suspended.' },

    policy_invalid: { says: 'This policy cannot hold as it is. Please look at what is marked.' },
    already_published: { says: 'This version is published already.' },
    already_withdrawn: { says: 'This draft was withdrawn.' },
    policy_moved_on: {
      says: 'Another version was published since this draft began. Please change that one.',
      detail: 'It is at version {{version}}.',
    },

    ...moreRefusals.en,
    count_above_recipients: {
      says: 'There are more shares than people who could claim one.',
      detail: '{{max}} people could.',
    },
    total_below_min: {
      says: 'That is less than 0.01 yuan a share.',
      detail: 'At least ¥{{min, yuan}} in all.',
    },
    total_not_divisible: { says: 'The total does not divide into equal shares to the fen.' },
    total_above_max: {
      says: 'The shares would be too large on average.',
      detail: 'At most ¥{{max, yuan}} in all.',
    },
    amount_above_max: { says: 'That is more than may be sent at once.', detail: 'At most ¥{{max, yuan}}.' },
    delay_out_of_bounds: {
      says: 'It cannot be delayed that long.',
      detail: 'From {{min}} to {{max}} seconds.',
    },
    expiry_out_of_bounds: {
      says: 'It cannot expire then.',
      detail: 'From {{min}} to {{max}} seconds after it is delivered.',
    },
    not_before_after_expiry: { says: 'It would expire before anyone could claim it.' },
    family_unknown: { says: 'There is no such allowance, or it has ended.' },
    limit_share: {
      says: 'That is above the limit for one share. No money has moved.',
      detail: 'At most ¥{{max, yuan}} a share.',
    },
    limit_send: {
      says: 'That is above the limit for one send. No money has moved.',
      detail: 'At most ¥{{max, yuan}} at once.',
    },
    limit_day: {
      says: 'That is above today’s limit. No money has moved.',
      detail: '¥{{left, yuan}} of ¥{{max, yuan}} is left today; it starts again on {{renewsAt, time}}.',
    },
    limit_month: {
      says: 'That is above this month’s limit. No money has moved.',
      detail: '¥{{left, yuan}} of ¥{{max, yuan}} is left this month; it starts again on {{renewsAt, time}}.',
    },
    limit_family: {
      says: 'That is above the allowance from your family. No money has moved.',
      detail: '¥{{left, yuan}} of ¥{{max, yuan}} is left this month; it starts again on {{renewsAt, time}}.',
    },
    ...minorRefusals.en,
    wallet_frozen: { says: 'The wallet is frozen: money can come in, not go out.' },
    balance_too_low: {
      says: 'There is not enough money in the wallet.',
      detail: 'It holds ¥{{balance, yuan}}; ¥{{needed, yuan}} is needed.',
    },
    giver_cannot_pay: { says: 'The wallet of the one who gives cannot pay this now. No money has moved.' },
    balance_above_max: { says: 'The wallet cannot hold that much.' },
    guard_refused: { says: 'This did not pass the check before sending. No money has moved.' },
    step_up_attempts_used_up: {
      says: 'Too many attempts have failed. No money has moved.',
      detail: 'Try again after {{retryAt, time}}.',
    },
    step_up_needed: { says: 'This is confirmed with a passkey. No money has moved.' },
    step_up_invalid: { says: 'The passkey’s answer is not good for this. Nothing has changed.' },
    confirmation_needed: {
      says: 'Please look closely and confirm it before it is sent. No money has moved.',
    },
    confirmation_stale: {
      says: 'Something changed after you confirmed: please look once more. No money has moved.',
    },

    already_undone: { says: 'The sender has undone it.', detail: 'That was on {{decidedAt, time}}.' },
    already_approved: { says: 'Already approved.', detail: 'At {{decidedAt, time}}.' },
    already_rejected: {
      says: 'It was not approved, and the money went back.',
      detail: 'At {{decidedAt, time}}.',
    },
    already_recalled: { says: 'The sender has taken it back.', detail: 'That was on {{decidedAt, time}}.' },
    already_declined: { says: 'The recipient has declined it.', detail: 'That was on {{decidedAt, time}}.' },
    already_expired: {
      says: 'It has expired, and what was left went back.',
      detail: 'That was on {{decidedAt, time}}.',
    },
    already_claimed_out: {
      says: 'Every share is claimed.',
      detail: 'The last was claimed on {{decidedAt, time}}.',
    },
    already_arrived: { says: 'The money has arrived.', detail: 'That was on {{decidedAt, time}}.' },
    already_returned: {
      says: 'It was not accepted in time and went back to the sender.',
      detail: 'That was on {{decidedAt, time}}.',
    },
    already_accepted: { says: 'It is already accepted.', detail: 'That was on {{acceptedAt, time}}.' },
    already_paused: { says: 'It is already paused.' },
    already_open: { says: 'It is already open.' },
    already_asked: {
      says: 'They were already asked once; once is all there is.',
      detail: 'That was on {{askedAt, time}}.',
    },
    already_revoked: { says: 'It was revoked before.', detail: 'That was on {{decidedAt, time}}.' },
    already_frozen: { says: 'Already frozen.' },
    not_frozen: { says: 'The wallet is not frozen.' },
    ...caseRefusals.en,

    not_approving: { says: 'It does not wait for approval.' },
    not_held: { says: 'It is not in a cooling-off time.' },
    hold_not_over_yet: {
      says: 'It is in its cooling-off time and cannot go out yet.',
      detail: 'You can send it from {{releaseFrom, time}}.',
    },
    undo_window_over: {
      says: 'The time to undo is over: it is delivered.',
      detail: 'It ended on {{deliverAt, time}}.',
    },
    not_delivered_yet: {
      says: 'It is not delivered yet: it can still be undone.',
      detail: 'It is delivered on {{deliverAt, time}}.',
    },
    not_recallable: { says: 'What was sent this way cannot be taken back.' },
    recall_right_missing: { says: 'The organisation’s policy does not let you recall this one.' },
    recall_too_late: {
      says: 'The time in which you may recall it is over.',
      detail: 'Until {{until, time}}.',
    },
    recall_reason_needed: { says: 'The organisation’s policy asks for a reason.' },
    not_pausable: { says: 'What was sent this way cannot be paused.' },
    not_cancelable: { says: 'What this request did cannot be cancelled by its key.' },
    acceptance_not_asked: {
      says: 'This transfer arrives by itself; there is nothing to accept.',
      detail: 'It arrives on {{arriveAt, time}}.',
    },
    split_not_provable: { says: 'This packet has no provable split.' },
    seed_not_revealed_yet: {
      says: 'The seed is shown once the packet is closed.',
      detail: 'By {{expireAt, time}} at the latest.',
    },

    acted_already: { says: 'You have had your word on it. One person approves once.' },
    not_an_approver: { says: 'It does not wait for your word now.' },
    stand_in_unfit: { says: 'They cannot stand in for an approver here.' },
    nothing_asked: { says: 'There is no question that waits for an answer.' },
    asked_enough: { says: 'You have asked: wait for the answer.', detail: 'At most {{max}} for one send.' },
    reminded_enough: {
      says: 'They were reminded or asked just now, or as often as may be.',
      detail: 'At most {{max}}, one every {{everyS}} seconds.',
    },
    bulk_above_max: {
      says: 'Too much to approve at once. Please approve them one by one.',
      detail: 'At most {{max, yuan}} at once; these are {{sum, yuan}}.',
    },

    link_expired: { says: 'This link has expired.', detail: 'It ended on {{expiredAt, time}}.' },
    test_packet: { says: 'This is a test packet: nobody can claim it.' },
    packet_frozen: { says: 'The service has frozen this packet.', detail: 'Until {{until, time}}.' },
    packet_paused: { says: 'The sender has paused this packet.' },
    not_yet: { says: 'It cannot be claimed yet.', detail: 'It opens on {{notBefore, time}}.' },
    passphrase_attempts_used_up: { says: 'No attempts at the passphrase are left.' },
    passphrase_wrong: { says: 'The passphrase is not right.', detail: 'Attempts left: {{attemptsLeft}}.' },
  },
}
