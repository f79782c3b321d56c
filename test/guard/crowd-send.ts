/** How a made-up crowd writes a send down: what nobody chose is as the service has it. */

import type { Send } from '../../packages/cli/replay/day.ts'

type Chosen = Pick<Send, 'id' | 'at' | 'from' | 'to' | 'kind' | 'total' | 'count' | 'greeting' | 'claims'>

/** A send that was meant, with its claims in the order they came. */
export function laidOut(chosen: Chosen): Send {
  return {
    ...chosen,
    split: chosen.kind === 'lucky' ? 'wechat' : null,
    expireAfterS: null,
    delayS: null,
    claims: chosen.claims.toSorted((a, b) => a.afterMs - b.afterMs),
    steps: [],
    mistake: null,
  }
}
