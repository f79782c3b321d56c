/** All that goes wrong among the fourth crowd, part by part. */

import type { World } from './fourth-people.ts'
import type { Used } from './fourth-slip.ts'
import { withStrangers } from './fourth-strangers.ts'
import { withWrongGroups } from './fourth-wrong-groups.ts'
import { withWrongPeople } from './fourth-wrong-people.ts'
import { withWrongSums } from './fourth-wrong-sums.ts'

/** All kinds, each from its own part. */
export function withMistakes(world: World): void {
  const used: Used = new Map()
  withWrongPeople(world, used)
  withWrongSums(world, used)
  withWrongGroups(world, used)
  withStrangers(world, used)
}
