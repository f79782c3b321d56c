/** What the counters of limits promise: every send is counted once, for whoever sends and whoever pays, and adds up. */

import { check, yuan, type Check } from '../ledger/check.ts'
import {
  auditCountedSends,
  auditCounters,
  type CountedDayFound,
  type CountedSendFound,
} from './limit-checks.sql.ts'

export const limitChecks: readonly Check[] = [
  check(
    'counters_follow_sends',
    'What a member has sent in a day, and a family in a month, is the sum of what was counted and not given back.',
    auditCounters,
    ({ member_id, starts_at, stored, counted }: CountedDayFound) => ({
      about: member_id,
      says: `has ${yuan(stored)} counted from ${starts_at}; its sends come to ${yuan(counted)}`,
    }),
  ),
  check(
    'sends_are_counted',
    'Every packet and transfer is counted for its sender, and where a family paid for the giver and the allowance; on behalf of an organisation, for the organisation alone. What was undone or rejected is not.',
    auditCountedSends,
    ({ send_id, member_id, due, counted }: CountedSendFound) => ({
      about: send_id,
      says: `counts ${yuan(counted)} for ${member_id}, where ${yuan(due)} were sent`,
    }),
  ),
]
