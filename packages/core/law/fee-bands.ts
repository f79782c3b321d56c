/** The bands of court fees, in fen: 诉讼费用交纳办法 13 and 14 as in force since 2007-04-01. */

import type { Amount } from '../money.ts'

export type FeeBand = { upTo: Amount | null } & ({ flat: Amount } | { basisPoints: bigint })

const yuan = (amount: bigint): Amount => amount * 100n

export const feeSource = {
  source: '诉讼费用交纳办法 (国务院令第481号) 13–16, 20, 29; LawRefBook/Laws 2f4c5c2',
  grade: 'P',
  validFrom: '2007-04-01',
  recordedOn: '2025-04-19',
} as const

/** 13 I: actions about money. */
export const actionBands: readonly FeeBand[] = [
  { upTo: yuan(10_000n), flat: yuan(50n) },
  { upTo: yuan(100_000n), basisPoints: 250n },
  { upTo: yuan(200_000n), basisPoints: 200n },
  { upTo: yuan(500_000n), basisPoints: 150n },
  { upTo: yuan(1_000_000n), basisPoints: 100n },
  { upTo: yuan(2_000_000n), basisPoints: 90n },
  { upTo: yuan(5_000_000n), basisPoints: 80n },
  { upTo: yuan(10_000_000n), basisPoints: 70n },
  { upTo: yuan(20_000_000n), basisPoints: 60n },
  { upTo: null, basisPoints: 50n },
]

/** 14 I 2: enforcement. */
export const enforcementBands: readonly FeeBand[] = [
  { upTo: yuan(10_000n), flat: yuan(50n) },
  { upTo: yuan(500_000n), basisPoints: 150n },
  { upTo: yuan(5_000_000n), basisPoints: 100n },
  { upTo: yuan(10_000_000n), basisPoints: 50n },
  { upTo: null, basisPoints: 10n },
]

/** 14 II: preservation of property. */
export const preservationBands: readonly FeeBand[] = [
  { upTo: yuan(1_000n), flat: yuan(30n) },
  { upTo: yuan(100_000n), basisPoints: 100n },
  { upTo: null, basisPoints: 50n },
]
export const preservationFeeMax: Amount = yuan(5_000n)
