/**
 * The fourth crowd: some forty people over six weeks of an autumn with the Mid-Autumn feast and the national holiday,
 * written from a seed by a hand that has not seen the rules it is to judge. First all that was meant is laid out day by
 * day; then a few of those sends go wrong. Each mis-send says of itself, before it is ever judged, whether it can be
 * seen from what the service knows.
 */

import type { Day } from '../../packages/cli/replay/day.ts'
import { withFeasts } from './fourth-feasts.ts'
import { withHabits } from './fourth-habits.ts'
import { withMistakes } from './fourth-mistakes.ts'
import { worldOf, type World } from './fourth-people.ts'

export interface Autumn extends World {
  day: Day
}

/** The six weeks; the same for ever for one seed. */
export function autumnOf(seed: string): Autumn {
  const world = worldOf(seed)
  withHabits(world)
  withFeasts(world)
  world.sends.sort((a, b) => a.at - b.at)
  withMistakes(world)
  world.sends.sort((a, b) => a.at - b.at)
  const { people, groups, sends } = world
  const about = 'Six weeks of dormitories, a class, a shop, colleagues, grandparents, tenants and a wedding.'
  return { ...world, day: { name: `fourth ${seed}`, about, synthetic: true, people, groups, sends } }
}
