/** What holds promise: each that was over was told to its payer, once, and none before. */

import { check, type Check } from '../ledger/check.ts'
import { auditHolds, type HoldFound } from './hold-checks.sql.ts'

export const holdChecks: readonly Check[] = [
  check(
    'ended_holds_are_told',
    'Every packet and transfer that was held and is not any more has told so once; one that is still held, or was undone in its hold, has not.',
    auditHolds,
    ({ source_id, due, told }: HoldFound) => ({
      about: source_id,
      says: `has told the end of its hold ${told} times, where ${due} are due`,
    }),
  ),
]
