/** What a transfer may be refused for when it is sent, in order: by the rules, then by whoever guards the payer. */

import type { RefusalCode } from '@laisee/core/refusals.ts'
import { officeRefusals } from '../approvals/office.ts'
import { confirmationRefusals, guardRefusals } from '../guard/gate.ts'
import { spendingRefusals } from '../limits/gather-spending.ts'
import { proofRefusals } from '../passkeys/prove-step-up.ts'

/** Up to the money: what a look before the send says as well. */
export const transferRuleRefusals = [
  'not_found',
  'member_unknown',
  'self_not_allowed',
  'recipient_blocked',
  'amount_above_max',
  'delay_out_of_bounds',
  ...officeRefusals,
  ...spendingRefusals,
  'wallet_frozen',
  'balance_too_low',
  'giver_cannot_pay',
] as const satisfies readonly RefusalCode[]

export const transferSendRefusals = [
  ...transferRuleRefusals,
  ...guardRefusals,
  ...proofRefusals,
  ...confirmationRefusals,
] as const satisfies readonly RefusalCode[]

/** What is wrong with how a ladder is divided. */
export const ladderRefusals = [
  'ladder_first_out_of_bounds',
  'acknowledge_out_of_bounds',
] as const satisfies readonly RefusalCode[]
