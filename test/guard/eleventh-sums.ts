/** Sums that were typed otherwise than meant, and what was sent twice. */

import type { Send } from '../../packages/cli/replay/day.ts'
import { minuteMs, secondMs } from '../../packages/core/instant.ts'
import { later } from './eleventh-pay.ts'
import type { Change } from './eleventh-slip.ts'
import type { EleventhWorld } from './eleventh-world.ts'

/** A nought too many, now and then two. */
export function extraZero({ chance }: EleventhWorld, { total }: Send): Change | null {
  if (total < 500n || total > 1_200_000n || total % 100n !== 0n) return null
  return { total: total * (chance.percent(7) ? 100n : 10n) }
}

/** 12.50 typed as 1250, 12.5 as 125. */
export function lostPoint({ total }: Send): Change | null {
  if (total % 100n === 0n || total > 60_000n) return null
  return { total: total % 10n === 0n ? total * 10n : total * 100n }
}

/** The key below or above, or two digits that changed places. */
export function wrongDigit({ chance }: EleventhWorld, { total }: Send): Change | null {
  const digits = [...String(total / 100n)]
  if (digits.length < 2) return null
  const place = chance.whole(0, digits.length - 2)
  if (chance.percent(50)) [digits[place], digits[place + 1]] = [digits[place + 1]!, digits[place]!]
  else
    digits[place] = chance.pick([
      ...('0 24 135 26 157 2468 359 48 579 68'.split(' ')[Number(digits[place])] ?? '5'),
    ])
  const typed = BigInt(digits.join('')) * 100n + (total % 100n)
  return typed === total || typed < 100n ? null : { total: typed }
}

/** A slow net, or it was forgotten that it had been paid. */
export function twice({ chance }: EleventhWorld, { at }: Send): Change | null {
  const isForgotten = chance.percent(30)
  const gap = isForgotten ? 0 : chance.whole(15, 900) * secondMs
  return { at: isForgotten ? later(at, chance.whole(60, 2_400)) : at + Math.max(gap, minuteMs / 4) }
}
