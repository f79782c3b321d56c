/** Crowds: many claims in one tick, in one order. */

import type { Ask } from '../asks.ts'
import type { Packet } from '../auditor/world.ts'
import type { Town } from './sends.ts'

/** Whoever may claim, or some of them, each once or, in their haste, twice. */
export function crowdOn({ world, dice }: Town, packet: Packet): Ask[] {
  const inside = [...(packet.inside ?? [])].filter((id) => world.members.has(id))
  const crowd = dice.shuffled([...inside, ...(dice.percent(40) ? inside.slice(0, 2) : [])])
  const some = dice.percent(50) ? crowd.slice(0, 1 + dice.below(crowd.length)) : crowd
  return some.map((as) => ({ route: 'claimPacket', as, params: { id: packet.id }, body: {} }))
}

/** A crowd on one packet or on two at once: the same people stand before both. */
export function crowdSomewhere(town: Town): Ask[] {
  const { world, dice } = town
  const open = [...world.packets.values()].filter(
    (p) => p.inside !== null && p.phrase === null && p.end === null,
  )
  const packets = dice.shuffled(open).slice(0, dice.percent(60) ? 2 : 1)
  return packets.flatMap((packet) => crowdOn(town, packet))
}
