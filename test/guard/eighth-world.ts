/** A county town from Monday, 4 September 2028, for sixteen weeks: days, people by key, who keeps whom, groups. */

import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import {
  cast,
  circles,
  calledBy,
  givenNames,
  nicknames,
  surnames,
  type Circle,
  type Role,
} from './eighth-cast.ts'

const start = Date.UTC(2028, 8, 3, 16)
export const days = 112
/** National Day is Sunday, 1 October; Mid-Autumn is the Tuesday after it. */
export const nationalDay = 27
export const midAutumn = 29
export const teachersDay = 6
export const doubleEleven = 68
export const solstice = 108

/** A minute of one of those days, in Shanghai. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

/** The day of the month. */
export function dateOf(day: number): number {
  return new Date(moment(day, 0) + 8 * hourMs).getUTCDate()
}

/** Monday to Friday, but for the week from National Day. */
export function isWorkday(day: number): boolean {
  return day % 7 < 5 && (day < nationalDay || day > nationalDay + 6)
}

export const slipKinds = [
  'wrong_name',
  'last_chat',
  'extra_zero',
  'lost_point',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface EighthSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

export interface Sender extends Role {
  id: string
  circle: Circle
  /** How many of a hundred notes they trouble to write. */
  wordy: number
}

type Kept = Pick<KnownPerson, 'alias' | 'relation'>

export interface EighthWorld {
  chance: Chance
  people: Person[]
  /** Ids by key: the key of a cast member is their name, that of another is a name with a number behind it. */
  ids: Map<string, string>
  senders: Map<string, Sender>
  townspeople: string[]
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  /** How many were ever laid out, for their ids. */
  laid: number
  slips: Map<string, EighthSlip>
}

/** Somebody by key, made when first spoken of; what stands after `#` tells two of one name apart. */
export function who(world: EighthWorld, key: string, shown = key.split('#')[0]!): string {
  const known = world.ids.get(key)
  if (known !== undefined) return known
  const id = `p${String(world.people.length + 1).padStart(3, '0')}`
  world.people.push({ id, name: shown, wallet: 1_000_000n, undoS: null })
  world.ids.set(key, id)
  return id
}

/** Keeps one person in another's contacts; what was said of them first stays. */
export function knows(
  world: EighthWorld,
  from: string,
  to: string,
  alias: string | null = null,
  relation: Relation | null = null,
): void {
  const book = world.contacts.get(from) ?? new Map<string, Kept>()
  if (from !== to && !book.has(to)) book.set(to, { alias, relation })
  world.contacts.set(from, book)
}

/** A group by name, made with these members. */
export function grouped(world: EighthWorld, name: string, members: readonly string[]): string {
  const id = `g${String(world.groups.length + 1).padStart(2, '0')}`
  world.groups.push({ id, name, members: [...new Set(members)] })
  return id
}

/** The ids of a circle's people, in the order of the cast. */
export function idsOf(world: EighthWorld, circle: Circle): string[] {
  return cast[circle].map(({ name }) => who(world, name))
}

/** Somebody of the town that is in nobody's story yet. */
function townsperson(world: EighthWorld): string {
  const { chance } = world
  const name = chance.percent(25)
    ? chance.pick(nicknames)
    : `${chance.pick(surnames)}${chance.pick(givenNames)}`
  return who(world, `${name}#town${world.townspeople.length + 1}`)
}

/** The town before anybody pays: the cast, two hundred others, and whom each keeps. */
export function worldOf(seed: string): EighthWorld {
  const world: EighthWorld = {
    ...{
      chance: chanceOf(seed),
      people: [],
      ids: new Map(),
      senders: new Map(),
      townspeople: [],
      groups: [],
    },
    ...{
      contacts: new Map(),
      joins: [],
      renames: [],
      screens: new Map(),
      sends: [],
      laid: 0,
      slips: new Map(),
    },
  }
  for (const circle of circles)
    for (const role of cast[circle]) {
      const id = who(world, role.name, role.shown)
      const wordy = world.chance.whole(10, role.age === 'elder' ? 45 : 85)
      world.senders.set(id, { ...role, id, circle, wordy })
    }
  for (let count = 0; count < 200; count += 1) world.townspeople.push(townsperson(world))
  for (const sender of world.senders.values()) keepThe(world, sender)
  return world
}

/** Colleagues by what one calls them, and a handful of the town under their own names. */
function keepThe(world: EighthWorld, { id, circle, age }: Sender): void {
  const { chance } = world
  for (const other of cast[circle]) {
    if (!chance.percent(85)) continue
    const alias = chance.percent(45) ? (chance.percent(50) ? calledBy(other.name, circle) : other.name) : null
    knows(world, id, who(world, other.name), alias, chance.percent(50) ? 'colleague' : null)
  }
  const known = chance.some(world.townspeople, chance.whole(8, age === 'elder' ? 16 : 30))
  for (const other of known)
    knows(world, id, other, null, chance.percent(30) ? chance.pick(['friend', 'colleague', 'other']) : null)
}

/** What a person calls themselves at first, or a group its name. */
export function nameOf({ people, groups }: EighthWorld, id: string): string {
  return [...people, ...groups].find((one) => one.id === id)?.name ?? ''
}
