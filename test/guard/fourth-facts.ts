/** What the service knows when somebody of the fourth crowd is about to send. */

import { crowdFacts, type Told } from './crowd-facts.ts'
import type { Role } from './fourth-cast.ts'
import type { Autumn } from './fourth-crowd.ts'

/** What people keep in the wallet, in fen. */
const kept: Record<Role, bigint> = {
  student: 300_000n,
  parent: 3_000_000n,
  shop: 2_500_000n,
  colleague: 2_000_000n,
  grandparent: 1_500_000n,
  tenant: 1_500_000n,
  couple: 5_000_000n,
  night: 1_000_000n,
  payee: 1_000_000n,
}

/** Every send in its turn, with the facts of that moment. */
export function factsInTurn(autumn: Autumn): Told[] {
  return crowdFacts(autumn, (id) => kept[autumn.roles.get(id)!])
}
