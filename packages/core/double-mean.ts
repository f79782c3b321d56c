/**
 * The shape both lucky splits share, in fen and in whole numbers only. With m the remaining mean (what is
 * left ÷ shares left), a share is drawn uniformly from 1 to floor(2·m), then raised to floor(m · floorTenths
 * ÷ 10); the last share is the rest. Each share leaves at least one fen for every share after it: where that
 * room ends below floor(2·m), the draw is uniform over the room, so that no amount becomes likelier by being
 * cut off.
 *
 * Source: the uniform draw up to twice the remaining mean, 1 fen at least and the rest to the last are in
 * published WeChat architecture notes (2015); the floor at a tenth of the mean comes from observation of real
 * claims, where about one share in twenty falls exactly on it.
 */

import { amountMax, type Amount } from './money.ts'
import type { Random } from './random.ts'

/** The observed floor, in tenths of the remaining mean. 0 is the published text: no floor above one fen. */
export const floorTenthsDefault = 1n

/** The next share of `left` fen among `sharesLeft`. The caller has checked both with `checkDealable`. */
export function doubleMeanShare(
  left: Amount,
  sharesLeft: number,
  floorTenths: bigint,
  random: Pick<Random, 'below'>,
): Amount {
  if (sharesLeft === 1) return left
  const shares = BigInt(sharesLeft)
  const room = left - shares + 1n
  const twiceMean = (left * 2n) / shares
  const drawn = 1n + random.below(twiceMean < room ? twiceMean : room)
  const floor = (left * floorTenths) / (shares * 10n)
  return drawn > floor ? drawn : floor
}

/**
 * Throws RangeError, naming the field, unless `amount` gives each of `count` shares one fen at least and is
 * no more than the API carries. The caller has refused such a packet long before: here it is a bug.
 */
export function checkDealable(amountField: string, amount: Amount, countField: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`${countField} is not a number of shares: ${count}`)
  if (amount < count)
    throw new RangeError(`${amountField} is below one fen a share: ${amount} among ${count}`)
  if (amount > amountMax) throw new RangeError(`${amountField} is above 2^53 - 1: ${amount}`)
}
