/** The limit that what is typed comes nearest to, and what to say of it. Pure. */

import type { Limit } from './limits-data.ts'

type Kind = Limit['kind']

/** A limit that binds, whoever set it. */
export type Standing = Pick<Limit, 'kind' | 'max' | 'left'>

export interface Nearness {
  kind: Kind
  /** Fen that may be sent by it now, in all. */
  left: number
  /** The most in one share, where that is what it limits. */
  max: number
  /** What is typed is more than that. */
  isOver: boolean
}

/**
 * The limit that leaves least now, whatever its kind; nothing where nothing is limited. A limit on a share lets as many
 * times of it be sent as there are shares.
 */
export function nearest(
  limits: readonly Standing[],
  amount: bigint | undefined,
  count = 1,
): Nearness | undefined {
  const found = limits.flatMap(({ kind, max, left }): Nearness[] => {
    if (max === null) return []
    const most = kind === 'share' ? max * count : kind === 'send' ? max : (left ?? max)
    return [{ kind, left: most, max, isOver: amount !== undefined && amount > BigInt(most) }]
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
