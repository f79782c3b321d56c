/** What disputes promise: their state is what happened to them, nobody decides their own, and what is said moved has. */

import { check, yuan, type Check } from '../ledger/check.ts'
import {
  auditDecidedReturns,
  auditDisputes,
  auditHeard,
  auditOwnDisputes,
  type DisputeFound,
  type MovedFound,
  type OwnDisputeFound,
  type UnheardFound,
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
    'both_sides_are_heard',
    'Every decision is by whoever had the dispute in hand, and after the other side had spoken or had its time for it.',
    auditHeard,
    ({ dispute_id, kind }: UnheardFound) => ({
      about: dispute_id,
      says: `was ${kind} in nobody’s hands, or before the other side was heard`,
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
