/** What people turn to: which of all the packets and transfers they have in mind, and what they do with one. */

import type { Ask } from '../asks.ts'
import type { Packet, Transfer } from '../auditor/world.ts'
import { recallOf, wordOn } from './offices.ts'
import type { Town } from './sends.ts'
import { claimOf, linkOf, lookAt, lookAtTransfer, packetVerbOf, transferVerbOf } from './verbs.ts'

/** What people still have in mind: mostly what is alive. */
export function inMind({ world, dice }: Town): (Packet | Transfer)[] {
  const all = [...world.packets.values(), ...world.transfers.values()]
  const isOver = (thing: Packet | Transfer) =>
    thing.end !== null || ('kind' in thing && thing.expireAt <= world.clock)
  const alive = all.filter((thing) => !isOver(thing))
  const waiting = alive.filter(({ state }) => state === 'approving')
  if (waiting.length > 0 && dice.percent(35)) return waiting
  return dice.percent(80) && alive.length > 0 ? alive : all
}

/** What somebody does with this one; undefined where the service's own duties come first. */
export function actOn(town: Town, thing: Packet | Transfer): Ask | undefined {
  const { dice, world } = town
  const waits = thing.state === 'approving' ? world.approvals.get(thing.id) : undefined
  if (waits && dice.percent(75)) return wordOn(town, waits)
  if (thing.org !== null && thing.state !== 'approving' && dice.percent(20)) return recallOf(town, thing)
  if (!('kind' in thing)) return dice.percent(80) ? transferVerbOf(town, thing) : lookAtTransfer(town, thing)
  const link = thing.audience === 'link' ? 5 : 0
  const what = dice.weighted({ claim: 10, verb: 6, look: 3, link, duties: 2 })
  if (what === 'duties') return undefined
  return { claim: claimOf, verb: packetVerbOf, look: lookAt, link: linkOf }[what](town, thing)
}
