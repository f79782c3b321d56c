/**
 * The twelfth crowd: some fifty people over twelve weeks of a summer with the Dragon Boat festival, written from a seed
 * by a hand that has not seen the rules it is to judge. First all that was meant is laid out; then some of it goes
 * wrong; then each mis-send is marked as one that could be seen or could not, from what the guard is told.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { lookAt } from './seventh-clerk.ts'
import { withFeasts } from './twelfth-feasts.ts'
import { withLife } from './twelfth-life.ts'
import { withOdd } from './twelfth-odd.ts'
import { withPlace } from './twelfth-place.ts'
import { withSlips } from './twelfth-slips.ts'
import { worldOf } from './twelfth-start.ts'
import { withWork } from './twelfth-work.ts'
import type { TwelfthWorld } from './twelfth-world.ts'

export const twelfthSeed = 'mugwort'

export interface Summer extends TwelfthWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** What somebody keeps in the wallet, in fen. */
const keptBy: Record<string, bigint> = {
  bus: 250_000n,
  choir: 400_000n,
  home: 500_000n,
  sell: 900_000n,
  flat: 120_000n,
}

/** The twelve weeks; the same for ever for one seed. */
export function twelfthOf(seed: string): Summer {
  const world = worldOf(seed)
  withLife(world)
  withWork(world)
  withPlace(world)
  withFeasts(world)
  withOdd(world)
  withSlips(world)
  const { people, groups, sends, slips, kinds } = world
  sends.sort((a, b) => a.at - b.at)
  const about =
    'Twelve weeks of a bus line, a choir, a building with its parents, sellers of used things, a flat.'
  const day = { name: `twelfth ${seed}`, about, synthetic: true, people, groups, sends }
  const told = crowdFacts({ ...world, day }, (id) => keptBy[kinds.get(id) ?? ''] ?? 100_000n)
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, day, told }
}
