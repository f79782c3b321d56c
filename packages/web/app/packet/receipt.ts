/** What a recall brought back, in the terms its receipt is told in. Pure. */

import type { RecallResult } from '@laisee/core/recall.ts'
import { lateByS } from './cover.ts'

interface Claim {
  memberId: string
  shareNo: number
  amount: number
  at: string
}

export interface Receipt {
  result: RecallResult
  returned: number
  /** Who has the rest, in order of claim. */
  claims: readonly Claim[]
  /** Shares that were claimed while the sender was about to take them back. */
  late: { seconds: number; claims: readonly Claim[]; amount: number } | undefined
}

/** The receipt of a recall, where the sender had seen `claimedSeen` shares claimed when they pressed. */
export function receiptOf(
  recall: Pick<Receipt, 'result' | 'returned' | 'claims'>,
  claimedSeen: number,
  pressedAtMs: number,
): Receipt {
  const claims = recall.claims.filter(({ shareNo }) => shareNo > claimedSeen)
  const seconds = lateByS(pressedAtMs, claims.at(-1)?.at)
  const amount = claims.reduce((sum, claim) => sum + claim.amount, 0)
  const { result, returned } = recall
  const late = seconds === undefined || result === 'RJCR' ? undefined : { seconds, claims, amount }
  return { result, returned, claims: recall.claims, late }
}
