/** What approvals and policies promise: nothing goes without the words it needs, and nobody decides what is their own. */

import { check, yuan, type Check } from '../ledger/check.ts'
import {
  auditApprovals,
  auditOwnWords,
  auditPolicies,
  auditReturns,
  auditVersions,
  auditWords,
  type ApprovalFound,
  type OwnWordFound,
  type PolicyFound,
  type ReturnFound,
  type VersionFound,
  type WordsFound,
} from './approval-checks.sql.ts'

export const approvalChecks: readonly Check[] = [
  check(
    'approvals_follow_sends',
    'Every send that waits, or waited, has one approval, which ended as the send did; time running out approves nothing; every act is counted.',
    auditApprovals,
    ({ send_id, state, outcome, acts, act_count }: ApprovalFound) => ({
      about: send_id,
      says: `is ${state ?? 'no send'}, and its approval ${outcome ?? 'undecided'} with ${acts} of ${act_count ?? 'no'} acts`,
    }),
  ),
  check(
    'approvals_have_their_words',
    'Whatever was approved has the words of as many people as each of its steps needs, unless one word stood for all that was left or two broke the glass.',
    auditWords,
    ({ send_id, step, needs, words }: WordsFound) => ({
      about: send_id,
      says: `was approved with ${words} words of ${needs} in step ${step + 1}`,
    }),
  ),
  check(
    'nobody_decides_their_own',
    'No sender has a word on their own send, and nobody has two on one.',
    auditOwnWords,
    ({ send_id, member_id, words }: OwnWordFound) => ({
      about: send_id,
      says: `has ${words} words of ${member_id}, who may have one at most and none on what they sent`,
    }),
  ),
  check(
    'money_goes_back_to_who_paid',
    'Whatever comes back from a packet or transfer goes to the wallet that paid it: the sender’s, the giver’s, the organisation’s.',
    auditReturns,
    ({ source_id, to_owner_id, reason, amount, due }: ReturnFound) => ({
      about: source_id,
      says: `gave ${yuan(amount)} back to ${to_owner_id} as ${reason}, where ${due} had paid`,
    }),
  ),
  check(
    'policies_have_a_second_person',
    'Every policy that was published was written by somebody, and published by somebody else.',
    auditPolicies,
    ({ organisation_id, version, decided_by }: PolicyFound) => ({
      about: organisation_id,
      says: `has version ${version} published by ${decided_by}, who wrote it`,
    }),
  ),
  check(
    'sends_name_their_policy',
    'Every send on behalf names the version that held when it was sent, and its approval and verdict name the same.',
    auditVersions,
    ({ send_id, organisation_id, policy_version, asked_version }: VersionFound) => ({
      about: send_id,
      says: `names version ${policy_version} of ${organisation_id}, its approval ${asked_version ?? 'none'}`,
    }),
  ),
]
