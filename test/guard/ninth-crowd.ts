/**
 * The ninth crowd: some fifty people of a forest town in the north-east and those who left it, over fourteen weeks of a
 * winter with the New Year in it, written from a seed by a hand that has not seen the rules it is to judge. First all
 * that was meant is laid out; then some of it goes wrong; then each mis-send is marked as one that a guard could see
 * or could not, from what the guard is told and from nothing else. Nothing here has been judged.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { senders } from './ninth-cast.ts'
import { lookAt } from './seventh-clerk.ts'
import { withLife } from './ninth-life.ts'
import { fillScreens } from './ninth-screens.ts'
import { withSlips } from './ninth-slips.ts'
import { worldOf, type NinthWorld } from './ninth-world.ts'

export const ninthSeed = 'larch'

export interface Winter extends NinthWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** The fourteen weeks; the same for ever for one seed. */
export function ninthOf(seed: string): Winter {
  const world = worldOf(seed)
  withLife(world)
  fillScreens(world)
  withSlips(world)
  fillScreens(world)
  const { people, groups, sends, slips } = world
  const about =
    'Fourteen weeks of a ski hill, fungus growers, a train crew, a laboratory, ice carvers, foresters, and kin far away.'
  const day = { name: `ninth ${seed}`, about, synthetic: true, people, groups, sends }
  const keeps = new Map(senders.map((one) => [one.id, BigInt(one.keeps) * 100n]))
  const told = crowdFacts({ ...world, day }, (id) => keeps.get(id) ?? 100_000n)
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, day, told }
}
