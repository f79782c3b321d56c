/** Whether what is typed comes near a limit, and what to say then. Pure. */

import type { Limit } from './limits-data.ts'

export interface Nearness {
  kind: 'day' | 'month'
  /** Fen that may still be sent. */
  left: number
  /** What is typed is more than that. */
  isOver: boolean
}

/** Near is where four fifths are used up, by what was sent and what is typed. */
const nearFrom = 0.8

/** The limit that what is typed comes nearest to; nothing where it is far from all of them. */
export function nearest(limits: readonly Limit[], amount: bigint | undefined): Nearness | undefined {
  const found = limits.flatMap(({ kind, max, counted, left }): Nearness[] => {
    if ((kind !== 'day' && kind !== 'month') || max === null || counted === null || left === null) return []
    const after = BigInt(counted) + (amount ?? 0n)
    const isNear = Number(after) >= max * nearFrom
    return isNear ? [{ kind, left, isOver: amount !== undefined && amount > BigInt(left) }] : []
  })
  return found.toSorted((a, b) => a.left - b.left)[0]
}

/** What saving an own limit does: at once where it is stricter, a day later where it is looser. */
export function effectOf(
  limit: Pick<Limit, 'own' | 'ownNext'>,
  asked: number | null,
): 'same' | 'now' | 'later' {
  const { own, ownNext } = limit
  if (asked === own) return ownNext === null ? 'same' : 'now'
  return own !== null && (asked === null || asked > own) ? 'later' : 'now'
}
