/** What disputes promise: their state is what happened to them, nobody decides their own, and what is said moved has. */

import { check, yuan, type Check } from '../ledger/check.ts'
import {
  auditDecidedReturns,
  auditDisputes,
  auditOwnDisputes,
  type DisputeFound,
  type MovedFound,
  type OwnDisputeFound,
} from './dispute-checks.sql.ts'

export const disputeChecks: readonly Check[] = [
  check(
    'disputes_follow_facts',
    'The state of every dispute is what its facts make it, and its facts are numbered from its opening without a gap.',
    auditDisputes,
    ({ dispute_id, state, facts, counted }: DisputeFound) => ({
      about: dispute_id,
      says: `is ${state} with ${facts} facts of ${counted}, which say something else`,
    }),
  ),
  check(
    'nobody_decides_their_own_dispute',
    'No side of a dispute works on it, and nobody decides the appeal against their own decision.',
    auditOwnDisputes,
    ({ dispute_id, member_id, kind }: OwnDisputeFound) => ({
      about: dispute_id,
      says: `has a fact ${kind} of ${member_id}, whose own it is`,
    }),
  ),
  check(
    'decided_returns_are_paid',
    'What a decision says it moved, a return has moved.',
    auditDecidedReturns,
    ({ dispute_id, effect_id, said, moved }: MovedFound) => ({
      about: dispute_id,
      says: `says that ${yuan(said)} went back by ${effect_id ?? 'nothing'}, which moved ${yuan(moved)}`,
    }),
  ),
]
