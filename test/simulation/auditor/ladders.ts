/** A ladder: two transfers in one act, that are undone and let go together, and of which the rest waits for a word. */

import type { Fields } from '../asks.ts'
import { no, type Half, type Transfer, type Verdict, type World } from './world.ts'

/** How a sum is divided, as its sender asks for it; not at all in a plain transfer. */
export interface LadderBody {
  first?: number
  acknowledgeWithinS?: number
}

const acknowledge = { min: 600, max: 604_800, usual: 86_400 }

/** Why a sum cannot be divided like that. */
export function ladderRefusal(
  amount: number,
  { first, acknowledgeWithinS }: LadderBody,
): Verdict | undefined {
  if (first === undefined) return undefined
  if (first >= amount) return no('ladder_first_out_of_bounds', { field: 'first', min: 1, max: amount - 1 })
  const seconds = acknowledgeWithinS ?? acknowledge.usual
  const { min, max } = acknowledge
  if (seconds >= min && seconds <= max) return undefined
  return no('acknowledge_out_of_bounds', { field: 'acknowledgeWithinS', min, max })
}

/** How the guard shows it; nothing of a plain transfer. */
export function dividedAs(amount: number, { first }: LadderBody): { ladder?: Fields } {
  return first === undefined ? {} : { ladder: { first, rest: amount - first } }
}

/** The two halves of a transfer that is divided, the first first; the transfer itself where it is not. */
export function halvesOf(whole: Transfer, body: LadderBody, ids: readonly string[]): Transfer[] {
  const { first } = body
  if (first === undefined) return [{ ...whole, id: ids[0]! }]
  const rest = whole.amount - first
  const [firstId, restId] = ids as [string, string]
  const acceptBy = whole.deliverAt + (body.acknowledgeWithinS ?? acknowledge.usual) * 1_000
  const half = (part: Half['part'], other: string): Half => ({ part, other, first, rest })
  return [
    { ...whole, id: firstId, amount: first, half: half('first', restId) },
    { ...whole, id: restId, amount: rest, half: half('rest', firstId), acceptBy, arriveAt: null },
  ]
}

/** The transfer and, where it is half of a ladder, the other half: what is done with one is done with both. */
export function bothOf(w: World, t: Transfer): Transfer[] {
  return t.half ? [t, w.transfers.get(t.half.other)!] : [t]
}

/** All that was sent in the act that sent this transfer. */
export function wholeOf({ amount, half }: Transfer): number {
  return half ? half.first + half.rest : amount
}

/** What is told and shown of a ladder; nothing of a plain transfer. */
export function ladderFacts({ half }: Transfer): Fields {
  if (!half) return {}
  const { part, other: otherId, first, rest } = half
  return { ladder: { part, otherId, first, rest } }
}
