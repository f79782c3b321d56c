/**
 * What a court asks for, in fen (诉讼费用交纳办法, 国务院令第481号, in force since 2007-04-01). Fees are advanced by whoever
 * asks and borne by whoever loses (20, 29).
 */

import type { Amount } from '../money.ts'
import {
  actionBands,
  enforcementBands,
  preservationBands,
  preservationFeeMax,
  type FeeBand,
} from './fee-bands.ts'

/** Cumulative by band: the flat part of the first, then a share of what lies in each. Fractions of a fen round half up. */
function cumulative(amount: Amount, bands: readonly FeeBand[]): Amount {
  let hundredthsOfBasis = 0n
  let from = 0n
  for (const band of bands) {
    if (amount <= from && from > 0n) break
    if ('flat' in band) hundredthsOfBasis += band.flat * 10_000n
    else {
      const upper = band.upTo === null || amount < band.upTo ? amount : band.upTo
      hundredthsOfBasis += (upper - from) * band.basisPoints
    }
    if (band.upTo === null) break
    from = band.upTo
  }
  return halfUp(hundredthsOfBasis, 10_000n)
}

function halfUp(amount: Amount, by: bigint): Amount {
  return (amount * 2n + by) / (by * 2n)
}

export interface CourtFee {
  /** The full fee of an action about money (13). */
  full: Amount
  /** Half: simplified and small-claims procedure (16), mediation or withdrawal (15). */
  half: Amount
}

/** The fee of an action for so much. Throws below nought: a claim of less than nothing is a bug. */
export function courtFee(claim: Amount): CourtFee {
  needsAmount(claim)
  const full = cumulative(claim, actionBands)
  return { full, half: halfUp(full, 2n) }
}

/** The fee of an order to pay (支付令): a third of an action's (14 III). */
export function paymentOrderFee(claim: Amount): Amount {
  return halfUp(courtFee(claim).full, 3n)
}

/** The fee of preserving property before or during an action: at most ¥5,000 (14 II). */
export function preservationFee(amount: Amount): Amount {
  needsAmount(amount)
  const fee = cumulative(amount, preservationBands)
  return fee > preservationFeeMax ? preservationFeeMax : fee
}

/** The fee of enforcement, paid once it is done, never in advance (14 I, 20 II). */
export function enforcementFee(amount: Amount): Amount {
  needsAmount(amount)
  return cumulative(amount, enforcementBands)
}

function needsAmount(amount: Amount): void {
  if (amount < 0n) throw new RangeError(`no fee of less than nothing: ${amount}`)
}
