/** The steps of a simulation: what the world does to the service, one after the other. */

import type { Ask } from './asks.ts'
import type { Breaks } from './breaks.ts'

/**
 * What goes wrong with one request. `lost_reply`: it was done, the client never heard, and asks again. `twice`: the
 * network delivers it twice at once. `other_body`: the client uses its key again for something else. The rest is the
 * service's own connection to its database.
 */
export type Fault = 'lost_reply' | 'twice' | 'other_body' | Breaks

export type Step =
  | { do: 'ask'; ask: Ask; fault?: Fault }
  /** Claims that arrive in one tick, in this order. */
  | { do: 'together'; asks: Ask[] }
  | { do: 'clock'; to: number }
  | { do: 'duties'; names: string[] }
  | { do: 'restart' }
