/** The refusals of freezes, disputes and documents, in their order; the registry names where they stand in it. */

import { domain, type RefusalRule } from './refusal-rule.ts'

/** Freezes, and what is said against them. */
export const freezeRules = {
  already_frozen: domain(409, 'Already frozen'),
  not_frozen: domain(409, 'The wallet is not frozen'),
  freeze_ended: domain(409, 'The freeze has ended'),
  already_appealed: domain(409, 'An appeal waits for its answer already, or was answered'),
  appeals_max: domain(409, 'As many appeals as there may be were answered'),
  nothing_appealed: domain(409, 'No appeal waits for an answer'),
  not_freezable: domain(409, 'It waits for approval and cannot be frozen before', 'later'),
  freeze_reference_needed: domain(422, 'An order needs its number', 'after_change'),
  freeze_document_needed: domain(422, 'An order needs its document', 'after_change'),
  freeze_out_of_bounds: domain(422, 'The freeze is over before it begins, or longer than its basis allows'),
  freeze_times_max: domain(409, 'On this basis it has been frozen as often as it may be'),
  freeze_sum_max: domain(
    409,
    'By the service’s own rules it has been frozen as long as it may be: more takes an order',
  ),
  paying_order_needed: domain(
    422,
    'Money that an authority has bound goes back by its word: the number and the document are needed',
    'after_change',
  ),
  release_reason_unfit: domain(422, 'A freeze on this basis is not ended for that reason'),
} as const satisfies Record<string, RefusalRule>

/** Disputes, and documents that are handed in. */
export const disputeRules = {
  already_disputed: domain(409, 'This member has an open dispute about it already'),
  agent_unfit: domain(422, 'This member is no dispute agent of the service', 'after_change'),
  dispute_over: domain(409, 'The dispute is decided, closed or withdrawn'),
  dispute_full: domain(409, 'As much has been added to the dispute as there may be'),
  not_in_hand: domain(403, 'Another agent has the dispute in hand', 'after_change'),
  not_assigned: domain(409, 'Nobody has the dispute in hand', 'after_change'),
  side_unheard: domain(409, 'The other side has not spoken, and their time for it is not over', 'later'),
  not_decided: domain(409, 'The dispute is not decided yet', 'later'),
  document_unknown: domain(422, 'There is no such document for this caller', 'after_change'),
  documents_max: domain(409, 'This member has handed in as many documents as one may'),
  document_type_unfit: domain(422, 'The file is no picture and no PDF, or not what it was said to be'),
  document_unsafe: domain(422, 'The PDF holds what acts, or cannot be looked into'),
  document_unreadable: domain(422, 'The picture cannot be read, or is too large'),
} as const satisfies Record<string, RefusalRule>
