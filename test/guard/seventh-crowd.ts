/**
 * The seventh crowd: fifty-four people of a southern coastal city over fourteen weeks with Qingming and the dragon
 * boats, written from a seed by a hand that has not seen the rules it is to judge. First all that was meant is laid
 * out; then some of it goes wrong; then each mis-send is marked by `seventh-clerk.ts` from what the guard is told.
 * Nothing here has been judged.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { castOf } from './seventh-cast.ts'
import { lookAt } from './seventh-clerk.ts'
import { withFeasts } from './seventh-feasts.ts'
import { withLife } from './seventh-life.ts'
import { fillScreens } from './seventh-pay.ts'
import { withSlips } from './seventh-slips.ts'
import { emptyWorld, type Circle, type SeventhWorld } from './seventh-world.ts'

export const seventhSeed = 'tide'

export interface Coast extends SeventhWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** What people keep in the wallet, in fen. */
const kept: Record<Circle, bigint> = {
  office: 900_000n,
  stall: 1_500_000n,
  club: 600_000n,
  parents: 800_000n,
  ward: 500_000n,
  clan: 1_000_000n,
  payee: 1_000_000n,
}

/** The fourteen weeks; the same for ever for one seed. */
export function seventhOf(seed: string): Coast {
  const world = emptyWorld(seed)
  const cast = castOf(world)
  withLife(world, cast)
  withFeasts(world, cast)
  fillScreens(world)
  withSlips(world)
  const { people, groups, sends, slips } = world
  const about = 'Fourteen weeks of an office, a food stall, badminton, parents, nurses and a clan by the sea.'
  const day = { name: `seventh ${seed}`, about, synthetic: true, people, groups, sends }
  const told = crowdFacts({ ...world, day }, (id) => kept[world.circleOf.get(id)!])
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, day, told }
}
