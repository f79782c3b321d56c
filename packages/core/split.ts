/**
 * How a packet's total becomes shares: whole fen, one at least each, and together exactly the total. `equal`
 * packets give every share the same. Lucky packets are dealt in order of claim by one of two methods:
 * `wechat` draws each share at its claim; `provable` has a committed seed decide them all before the first
 * (see provable.ts).
 */

import { checkDealable, doubleMeanShare, floorTenthsDefault } from './double-mean.ts'
import type { Amount } from './money.ts'
import { provableShares } from './provable.ts'
import type { Random } from './random.ts'

export interface WechatDraw {
  /** What is left to claim, in fen. */
  left: Amount
  /** Shares not claimed yet, this one included. */
  sharesLeft: number
  random: Pick<Random, 'below'>
  /** The least share, in tenths of the remaining mean (0 … 10). */
  floorTenths?: bigint
}

/**
 * The share of the claim at hand, by the `wechat` method: max(floor(0.1·m), U(1 … floor(2·m))) fen with m the
 * remaining mean, always leaving one fen for each share after it; the last takes the rest. Sources:
 * double-mean.ts. Throws RangeError, naming the field, where there is no share to draw.
 */
export function drawWechatShare({
  left,
  sharesLeft,
  random,
  floorTenths = floorTenthsDefault,
}: WechatDraw): Amount {
  checkDealable('left', left, 'sharesLeft', sharesLeft)
  if (floorTenths < 0n || floorTenths > 10n) throw new RangeError(`floorTenths is not 0 … 10: ${floorTenths}`)
  return doubleMeanShare(left, sharesLeft, floorTenths, random)
}

/**
 * The one share, in fen, that everyone gets of an `equal` packet. Never rounds: throws RangeError, naming the
 * field, where `total` is not `count` times a whole number of fen.
 */
export function equalShare(total: Amount, count: number): Amount {
  checkDealable('total', total, 'count', count)
  const share = total / BigInt(count)
  if (share * BigInt(count) !== total) throw new RangeError(`total is not ${count} equal shares: ${total}`)
  return share
}

export type LuckySplit =
  | { method: 'wechat'; total: Amount; count: number; random: Pick<Random, 'below'>; floorTenths?: bigint }
  | { method: 'provable'; total: Amount; count: number; seed: Uint8Array; packetId: string }

/**
 * Every share of a lucky packet, in fen and in order of claim, as if all had been claimed. Throws RangeError,
 * naming the field, where total and count make no packet.
 */
export function splitAll(split: LuckySplit): Amount[] {
  if (split.method === 'provable') return provableShares(split)
  const { total, count, random, floorTenths } = split
  checkDealable('total', total, 'count', count)
  const shares: Amount[] = []
  let left = total
  for (let sharesLeft = count; sharesLeft >= 1; sharesLeft--) {
    const share = drawWechatShare({ left, sharesLeft, random, floorTenths })
    shares.push(share)
    left -= share
  }
  return shares
}
