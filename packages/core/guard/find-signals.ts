/** Every signal a send gives, in the order in which reasons are told. Pure, total, and the same for the same facts. */

import { amountSignals } from './amount-signals.ts'
import { groupSignals } from './group-signals.ts'
import { habitSignals } from './habit-signals.ts'
import { momentSignals } from './moment-signals.ts'
import { payeeSignals } from './payee-signals.ts'
import { replySignals } from './reply-signals.ts'
import { returnSignals } from './return-signals.ts'
import type { Seen } from './seen.ts'
import { signalCodes, type Signal } from './signal.ts'
import { standingSignals } from './standing-signals.ts'

const order = new Map(signalCodes.map((code, place) => [code, place]))

export function findSignals(seen: Seen): Signal[] {
  const found = [
    ...payeeSignals(seen),
    ...habitSignals(seen),
    ...amountSignals(seen),
    ...groupSignals(seen),
    ...momentSignals(seen),
    ...standingSignals(seen.facts),
    ...returnSignals(seen),
    ...replySignals(seen),
  ]
  return withoutEcho(found).sort((a, b) => order.get(a.code)! - order.get(b.code)!)
}

/** A size that is somebody's is not told beside the very sum that is theirs, or beside their turn. */
function withoutEcho(found: readonly Signal[]): Signal[] {
  const isEchoed = found.some(({ code }) => code === 'amount_of_other' || code === 'turn_of_other')
  return found.filter(({ code }) => code !== 'size_of_other' || !isEchoed)
}
