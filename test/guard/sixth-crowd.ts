/**
 * The sixth crowd: some seventy people of a northern town over fourteen weeks, from the first days of October 2027 past
 * New Year's Day and Laba, written from a seed by a hand that has not seen the rules it is to judge. First all that was
 * meant is laid out; then some of it goes wrong; then each mis-send is marked as one that a guard could see or could
 * not, from what the guard is told and from nothing else, by the seventh crowd's clerk: its own came later, and marks
 * nothing here.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { withContacts, withNamesakes } from './sixth-contacts.ts'
import { withFeasts } from './sixth-feasts.ts'
import { withHands } from './sixth-hand.ts'
import { withMarket } from './sixth-market.ts'
import { withMistakes } from './sixth-mistakes.ts'
import { withOddities } from './sixth-odd.ts'
import { withSchool } from './sixth-school.ts'
import { withStudents } from './sixth-students.ts'
import { withTaxis } from './sixth-taxi.ts'
import { worldOf, type SixthWorld } from './sixth-world.ts'
import { withYard } from './sixth-yard.ts'
import { lookAt } from './seventh-clerk.ts'

export const sixthSeed = 'first frost'

export interface Winter extends SixthWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** What somebody keeps in the wallet, in fen. */
const keptBy = {
  market: 900_000n,
  taxi: 350_000n,
  school: 420_000n,
  yard: 260_000n,
  away: 90_000n,
  payee: 50_000n,
}

/** The fourteen weeks; the same for ever for one seed. */
export function sixthOf(seed: string): Winter {
  const world = worldOf(seed)
  withMarket(world)
  withTaxis(world)
  withSchool(world)
  withYard(world)
  withStudents(world)
  withFeasts(world)
  withOddities(world)
  withContacts(world)
  withNamesakes(world)
  withHands(world)
  withMistakes(world)
  const { people, groups, slips, quarters } = world
  const sends = world.sends.toSorted((a, b) => a.at - b.at)
  const about = 'Fourteen weeks of a market street, a taxi company, a school, a yard, and students away.'
  const day = { name: `sixth ${seed}`, about, synthetic: true, people, groups, sends }
  const told = crowdFacts({ ...world, day }, (id) => keptBy[quarters.get(id)!])
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, sends, day, told }
}
