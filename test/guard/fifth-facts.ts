/** What the service knows when somebody of the fifth crowd is about to send. */

import { crowdFacts, type Crowd, type Told } from './crowd-facts.ts'
import type { Kind } from './fifth-cast.ts'

/** What people keep in the wallet, in fen. */
const kept: Record<Kind, bigint> = {
  village: 800_000n,
  clinic: 1_600_000n,
  football: 1_200_000n,
  carpool: 2_000_000n,
  salon: 1_400_000n,
  yard: 1_500_000n,
  choir: 900_000n,
  family: 2_500_000n,
  payee: 1_000_000n,
}

/** Every send in its turn, with the facts of that moment. */
export function fifthFacts(crowd: Crowd & { kinds: ReadonlyMap<string, Kind> }): Told[] {
  return crowdFacts(crowd, (id) => kept[crowd.kinds.get(id) ?? 'payee'])
}
