/** What ladders and split plans promise: two that live and end together until delivery, and parts that make the sum. */

import { check, yuan, type Check } from '../ledger/check.ts'
import { auditLadders, auditPlans, type LadderFound, type PlanFound } from './ladder-checks.sql.ts'

export const ladderChecks: readonly Check[] = [
  check(
    'ladders_are_whole',
    'The two transfers of a ladder name each other and their sums, are between the same two, are delivered in one moment, and are undone, rejected or wait for approval together.',
    auditLadders,
    ({ id, other_id, state, other_state }: LadderFound) => ({
      about: id,
      says: `is ${state}, and does not go with ${other_id}, which is ${other_state ?? 'not there'}`,
    }),
  ),
  check(
    'plans_are_sent_part_by_part',
    'The parts of every split plan make its sum, each that was sent is one transfer of its amount, and no transfer names a plan that does not name it.',
    auditPlans,
    ({ id, total, parts, unlike }: PlanFound) => ({
      about: id,
      says: `is of ${yuan(total)}, with parts of ${yuan(parts)}, of which ${unlike} are not as they were sent`,
    }),
  ),
]
