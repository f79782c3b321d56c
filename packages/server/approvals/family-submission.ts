/** What a send waits for within a family: the word of an allowance's giver, of a minor's guardian, or of both. */

import type { AgeBand } from '@laisee/core/age.ts'
import { familyApprovalMs, familyChains, familyRoster, familyWords } from '@laisee/core/family-approval.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import { prepareSubmission, type Submission } from './submit.ts'

/** A send that is about to be made: what pays it, and who in the family could speak on it. */
export interface SubmittedSend {
  senderId: string
  /** Those it names. */
  payeeIds: readonly string[]
  amount: Amount
  now: Instant
  purse: { allowance: { giverId: string; approveAbove: Amount | null } | null }
  spending: { band: AgeBand; guardianIds: readonly string[] }
}

/** The approval a send of one's own waits for; null where its sum needs nobody's word. */
export function familySubmission({
  senderId,
  amount,
  now,
  purse,
  spending,
}: SubmittedSend): Submission | null {
  const { allowance } = purse
  const { band, guardianIds } = spending
  const words = familyWords(amount, { band, allowance, guardianIds })
  if (!words) return null
  const chain = {
    id: words.chainId,
    says: familyChains[words.chainId],
    steps: words.steps.map(({ manner, memberIds }) => ({
      manner,
      approvers: memberIds.map((memberId) => ({ memberId })),
    })),
    timeoutS: familyApprovalMs / 1_000,
    onTimeout: 'reject' as const,
    copyTo: [],
  }
  const people = { holders: { approver: [], administrator: [] }, senders: [] }
  const roster = familyRoster(words.chainId, { giverId: allowance?.giverId ?? null, guardianIds })
  return prepareSubmission(
    { chain, askedBy: { why: 'threshold', ruleIds: [] } },
    { organisationId: null, policyVersion: null },
    { people, roster, senderId, payeeIds: [], now },
  )
}
