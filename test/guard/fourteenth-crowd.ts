/**
 * The fourteenth crowd: a southern city from August to November, with office workers, riders, parents of one
 * class, the old of one estate, a few shops and a badminton club. Made up, by one who knew no rule of the guard.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { cast } from './fourteenth-cast.ts'
import { worldOf } from './fourteenth-circle.ts'
import { atTheGate, atTheOffice, onTheEstate, onTheRoad } from './fourteenth-days.ts'
import { celebrate } from './fourteenth-feast.ts'
import { liveAtHome } from './fourteenth-home.ts'
import { makeMistakes } from './fourteenth-mistakes.ts'
import { liveOddly } from './fourteenth-odd.ts'
import { inTheStreet, onTheCourt } from './fourteenth-street.ts'
import type { FourteenthWorld } from './fourteenth-world.ts'
import { lookAt } from './seventh-clerk.ts'

export const fourteenthSeed = 'banyan'

export interface FourteenthCrowd extends FourteenthWorld {
  day: Day
  told: Told[]
}

/** The whole season, with what is known at each send. */
export function fourteenthOf(seed: string): FourteenthCrowd {
  const world = worldOf(seed)
  for (const member of cast) liveAtHome(world, member)
  atTheOffice(world)
  onTheRoad(world)
  atTheGate(world)
  onTheEstate(world)
  inTheStreet(world)
  onTheCourt(world)
  celebrate(world)
  liveOddly(world)
  makeMistakes(world)
  world.sends.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const { people, groups, sends, slips } = world
  const about = 'A season of a made-up southern city, with sends that were mistakes.'
  const day: Day = { name: 'fourteenth', about, synthetic: true, people, groups, sends }
  const told = crowdFacts({ ...world, day }, keptBy)
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, day, told }
}

const purses = {
  office: 260_000n,
  rider: 120_000n,
  parent: 320_000n,
  retired: 180_000n,
  shop: 600_000n,
  club: 200_000n,
}

/** What somebody leaves in the wallet, in fen. */
function keptBy(id: string): bigint {
  const at = cast.findIndex((one) => one.id === id)
  return at < 0 ? 150_000n : (purses[cast[at]!.kind] * BigInt(50 + ((at * 37) % 100))) / 100n
}
