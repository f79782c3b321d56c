/** All that the fifth crowd meant to send, circle by circle. */

import { withDaily } from './fifth-daily.ts'
import { withFeasts, withSalon } from './fifth-feasts.ts'
import { withFamily, withVillage } from './fifth-home.ts'
import { withChoir, withFootball, withRide } from './fifth-leisure.ts'
import { withClinic, withYard } from './fifth-work.ts'
import type { FifthWorld } from './fifth-world.ts'

/** Lays out the season, in the order of time. */
export function withMeant(world: FifthWorld): void {
  const parts = [withVillage, withClinic, withFootball, withRide, withSalon, withYard, withChoir, withFamily]
  withDaily(world)
  for (const lay of [...parts, withFeasts]) lay(world)
  world.sends.sort((a, b) => a.at - b.at)
}
