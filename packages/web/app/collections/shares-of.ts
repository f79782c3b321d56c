/** What everybody is asked for, as the form of a collection says it. Pure. */

import { equalParts } from '@laisee/core/split-plan.ts'

export type Way = 'even' | 'same' | 'own'

export interface Filled {
  way: Way
  /** Of `even` the total, of `same` what each pays; fen. Null while it is no amount. */
  amount: number | null
  /** Of `own`, by member; null while it is no amount. */
  own: ReadonlyMap<string, number | null>
  /** Whether the asker's own part is in the total: it is asked of nobody. */
  withMe: boolean
}

/** What each of these is asked for, in their order; undefined while something is missing. */
export function sharesOf(
  memberIds: readonly string[],
  { way, amount, own, withMe }: Filled,
): { memberId: string; amount: number }[] | undefined {
  if (memberIds.length === 0) return undefined
  if (way === 'own') {
    const shares = memberIds.map((memberId) => ({ memberId, amount: own.get(memberId) ?? 0 }))
    return shares.every((share) => share.amount > 0) ? shares : undefined
  }
  if (amount === null || amount <= 0) return undefined
  if (way === 'same') return memberIds.map((memberId) => ({ memberId, amount }))
  const parts = memberIds.length + (withMe ? 1 : 0)
  if (amount < parts) return undefined
  // The asker's own part is the last, which never carries what does not divide.
  const amounts = equalParts(BigInt(amount), parts).map(Number)
  return memberIds.map((memberId, place) => ({ memberId, amount: amounts[place]! }))
}

export const sumOf = (shares: readonly { amount: number }[]): number =>
  shares.reduce((sum, { amount }) => sum + amount, 0)
