/**
 * The tenth crowd: fifty people of Chengdu and Yilong over thirteen weeks of a spring, with the graves and the first
 * of May, written from a seed by a hand that has not seen the rules it is to judge. First all that was meant is laid
 * out; then some of it goes wrong; then each mis-send is marked as one that could be seen or could not, from what the
 * guard is told. Nothing here has been judged.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { lookAt } from './seventh-clerk.ts'
import { withCourt } from './tenth-court.ts'
import { withFeasts } from './tenth-feasts.ts'
import { withHome } from './tenth-home.ts'
import { withKids } from './tenth-kids.ts'
import { withMistakes } from './tenth-mistakes.ts'
import { withNewAccounts, withOdd } from './tenth-odd.ts'
import { withPark } from './tenth-park.ts'
import { withSite } from './tenth-site.ts'
import { worldOf, type TenthWorld } from './tenth-world.ts'

export const tenthSeed = 'broad bean'

export interface TenthSpring extends TenthWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** The thirteen weeks; the same for ever for one seed. */
export function tenthOf(seed: string): TenthSpring {
  const world = worldOf(seed)
  withNewAccounts(world)
  withSite(world)
  withHome(world)
  withKids(world)
  withCourt(world)
  withPark(world)
  withFeasts(world)
  withOdd(world)
  withMistakes(world)
  const { people, groups, sends, slips } = world
  sends.sort((a, b) => a.at - b.at)
  const about =
    'Thirteen weeks of a building crew and its families, a kindergarten class, a club, a tech park.'
  const day: Day = { name: `tenth ${seed}`, about, synthetic: true, people, groups, sends }
  const kept = new Map(people.map(({ id, wallet }) => [id, wallet]))
  const told = crowdFacts({ ...world, day }, (id) => kept.get(id)!)
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, day, told }
}
