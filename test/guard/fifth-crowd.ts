/**
 * The fifth crowd: some fifty-five people over fourteen weeks of a spring with the first of May, written from
 * a seed by a hand that has not seen the rules it is to judge. First all that was meant is laid out; then
 * some of it goes wrong; then each mis-send is marked as one that a guard could see or could not, from what
 * the guard is told and from nothing else (`fifth-clerk.ts` says what that means). Nothing here has been
 * judged.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import type { Told } from './crowd-facts.ts'
import { lookAt } from './fifth-clerk.ts'
import { fifthFacts } from './fifth-facts.ts'
import { withMeant } from './fifth-meant.ts'
import { withMistakes } from './fifth-mistakes.ts'
import { worldOf, type FifthWorld } from './fifth-world.ts'

export const fifthSeed = 'grain'

export interface Spring extends FifthWorld {
  day: Day
  /** Every send in its turn, with what the guard is told. */
  told: Told[]
}

/** The fourteen weeks; the same for ever for one seed. */
export function fifthOf(seed: string): Spring {
  const world = worldOf(seed)
  withMeant(world)
  withMistakes(world)
  const { people, groups, sends, slips } = world
  const about =
    'Fourteen weeks of villagers away, a clinic, football, school rides, a salon, a yard, a choir, a family.'
  const day = { name: `fifth ${seed}`, about, synthetic: true, people, groups, sends }
  const told = fifthFacts({ ...world, day })
  for (const { send, facts } of told) {
    const slip = slips.get(send.id)
    if (slip) slips.set(send.id, { ...slip, ...lookAt(facts) })
  }
  return { ...world, day, told }
}
