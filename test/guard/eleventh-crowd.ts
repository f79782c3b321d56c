/** The eleventh crowd: a fishing port in Fujian in autumn. Whoever wrote it had not seen what the guard looks for. */

import type { Day, Send } from '../../packages/cli/replay/day.ts'
import { crowdFacts, type Told } from './crowd-facts.ts'
import { cast } from './eleventh-cast.ts'
import { keepTheFeasts } from './eleventh-feasts.ts'
import { liveOddly } from './eleventh-odd.ts'
import { liveAtThePlant } from './eleventh-plant.ts'
import { liveAtThePort } from './eleventh-port.ts'
import { slip } from './eleventh-slips.ts'
import { liveInTown } from './eleventh-town.ts'
import { keepTheWeddings } from './eleventh-weddings.ts'
import { days, moment, worldOf, type EleventhWorld } from './eleventh-world.ts'
import { lookAt } from './seventh-clerk.ts'

export const eleventhSeed = 'xunwei'

export interface EleventhCrowd extends EleventhWorld {
  day: Day
  told: Told[]
}

/** The crowd of a seed: who they are, what they sent, what was known of each send, and which were slips. */
export function eleventhOf(seed: string): EleventhCrowd {
  const world = worldOf(seed)
  liveAtThePort(world)
  liveAtThePlant(world)
  liveInTown(world)
  keepTheFeasts(world)
  keepTheWeddings(world)
  liveOddly(world)
  inOrder(world.sends)
  slip(world)
  inOrder(world.sends)
  const day: Day = {
    name: 'eleventh crowd',
    about: 'A fishing port in Fujian from late August to November: boats, a fish-ball plant, a clan.',
    synthetic: true,
    people: world.people,
    groups: world.groups,
    sends: world.sends,
  }
  const kept = new Map(cast.map(({ id }) => [id, BigInt(world.chance.whole(3, 120)) * 10_000n]))
  const told = crowdFacts({ ...world, day }, (id) => kept.get(id) ?? 50_000n)
  for (const { send, facts } of told) {
    const of = world.slips.get(send.id)
    if (of) world.slips.set(send.id, { ...of, ...lookAt(facts) })
  }
  return { ...world, day, told }
}

/** By the clock, and nothing after the last day. */
function inOrder(sends: Send[]): void {
  const end = moment(days, 0)
  const start = moment(0, 0)
  const kept = sends
    .filter(({ at }) => at >= start && at < end)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  sends.splice(0, sends.length, ...kept)
}
