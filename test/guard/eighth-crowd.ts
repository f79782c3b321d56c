/** The autumn of a county town, whole: everybody's sends, the mis-sends among them, and what is told of each. */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { lookAt } from './eighth-clerk.ts'
import { couplesOf } from './eighth-couples.ts'
import { danceOf } from './eighth-dance.ts'
import { driversOf } from './eighth-drivers.ts'
import { estateOf } from './eighth-estate.ts'
import { feastsOf, oddOf } from './eighth-feasts.ts'

import { groupsOfLife, lifeOf } from './eighth-life.ts'
import { watch } from './eighth-screens.ts'
import { misSend } from './eighth-slips.ts'
import { kitchenOf, schoolOf } from './eighth-trades.ts'
import { days, moment, worldOf, type EighthWorld } from './eighth-world.ts'

export const eighthSeed = 'autumn in the county town'

export interface Autumn extends EighthWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** The same autumn for the same seed. */
export function eighthOf(seed: string = eighthSeed): Autumn {
  const world = worldOf(seed)
  for (const live of [schoolOf, kitchenOf, driversOf, danceOf, estateOf, couplesOf, groupsOfLife, lifeOf])
    live(world)
  feastsOf(world)
  oddOf(world)
  world.sends = world.sends.filter(({ at }) => at < moment(days, 0))
  watch(world)
  misSend(world)
  world.sends.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const about = 'A made-up county town from September to December 2028.'
  const { people, groups, sends } = world
  const day: Day = { name: 'eighth', about, synthetic: true, people, groups, sends }
  const told = crowdFacts({ ...world, day }, (id) =>
    world.senders.get(id)?.age === 'elder' ? 150_000n : 400_000n,
  )
  for (const { send, facts } of told) {
    const slip = world.slips.get(send.id)
    if (slip) Object.assign(slip, lookAt(facts))
  }
  return { ...world, day, told }
}
