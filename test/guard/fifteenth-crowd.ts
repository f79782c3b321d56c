/**
 * The fifteenth crowd: some fifty people of a mid-sized inland city over twelve weeks, from the end of December over
 * the New Year and the Spring Festival to March, written from a seed by a hand that has not seen the rules it is to
 * judge. First all that was meant is laid out, then some of it goes wrong, then each mis-send is marked as one that
 * a guard could see or could not, from what the guard is told and nothing else.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { withCampus } from './fifteenth-campus.ts'
import type { Kind } from './fifteenth-cast.ts'
import { withFeasts } from './fifteenth-feast.ts'
import { withMistakes } from './fifteenth-mistakes.ts'
import { withRoad } from './fifteenth-road.ts'
import { withStreet } from './fifteenth-street.ts'
import { withWard } from './fifteenth-ward.ts'
import { worldOf, type FifteenthWorld } from './fifteenth-world.ts'
import { lookAt } from './seventh-clerk.ts'

export const fifteenthSeed = 'lamp'

export interface Winter extends FifteenthWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** What people keep in the wallet, in fen. */
const kept: Record<Kind, bigint> = {
  ward: 900_000n,
  home: 500_000n,
  taxi: 450_000n,
  school: 600_000n,
  campus: 150_000n,
  parent: 1_200_000n,
  street: 1_500_000n,
  payee: 1_000_000n,
  other: 500_000n,
}

/** The twelve weeks; the same for ever for one seed. */
export function fifteenthOf(seed: string): Winter {
  const world = worldOf(seed)
  for (const part of [withWard, withRoad, withCampus, withStreet, withFeasts, withMistakes]) part(world)
  world.sends.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const { people, groups, sends, slips } = world
  const about =
    'Twelve weeks of nurses, taxi drivers, a driving school, freshmen, parents and a hotpot street.'
  const day = { name: `fifteenth ${seed}`, about, synthetic: true, people, groups, sends }
  const told = crowdFacts({ ...world, day }, (id) => kept[world.kinds.get(id) ?? 'other'])
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, day, told }
}
