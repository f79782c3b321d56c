/** All that was meant in the ninth crowd, laid out circle by circle. */

import { withFeasts } from './ninth-feasts.ts'
import { withHome } from './ninth-home.ts'
import { withOddities } from './ninth-odd.ts'
import { withStudy } from './ninth-study.ts'
import { withWork } from './ninth-work.ts'
import { days, isThere, moment, type NinthWorld } from './ninth-world.ts'

/** Lays out the fourteen weeks as everyone meant them. */
export function withLife(world: NinthWorld): void {
  withWork(world)
  withStudy(world)
  withHome(world)
  withFeasts(world)
  withOddities(world)
  const end = moment(days, 0)
  world.sends = world.sends.filter(
    ({ from, to, at }) => at < end && (to.way !== 'group' || isThere(world, from, to.id, at)),
  )
}
