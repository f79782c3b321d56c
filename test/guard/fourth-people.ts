/** The fourth crowd's world before and while anything is sent: who is there, who knows whom, what went wrong. */

import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { ScreenFacts } from '../../packages/core/guard/facts.ts'
import type { Instant } from '../../packages/core/instant.ts'
import { acquaintances, cast, circles, named, type Role } from './fourth-cast.ts'

export interface Contact {
  alias: string | null
  relation: Relation | null
}

/** What the phone itself knew besides: none of it reaches the service. */
export interface Before {
  /** The chat that was open last, and who wrote last. */
  opened: string | null
  wrote: string | null
}

export const slipKinds = [
  'namesake',
  'look_alike',
  'last_chat',
  'extra_zero',
  'lost_point',
  'twice',
  'wrong_group',
  'old_group',
  'return_elsewhere',
  'renamed',
  'new_avatar',
  'false_friend',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface Slip {
  kind: SlipKind
  meant: string
  /** Whether a guard that sees what the service sees could see it: said when it is made, with the reason. */
  visible: boolean
  why: string
}

export interface World {
  chance: Chance
  people: Person[]
  roles: Map<string, Role>
  groups: Group[]
  contacts: Map<string, Map<string, Contact>>
  sends: Send[]
  screens: Map<string, ScreenFacts>
  befores: Map<string, Before>
  slips: Map<string, Slip>
  /** Sends of those who deceive: neither ordinary nor slips, and judged for nobody's figures. */
  baits: Set<string>
  renames: { id: string; at: Instant; name: string }[]
  /** Who came into a group while it was going on. */
  joins: { groupId: string; id: string; at: Instant }[]
  strangers: number
}

/** Everyone, with nothing sent yet; nobody has a past. */
export function worldOf(seed: string): World {
  const chance = chanceOf(`fourth ${seed}`)
  const world: World = {
    chance,
    people: [],
    roles: new Map(),
    groups: circles.map(([id, name, ids]) => ({ id, name, members: ids.split(' ') })),
    contacts: new Map(),
    sends: [],
    screens: new Map(),
    befores: new Map(),
    slips: new Map(),
    baits: new Set(),
    renames: [],
    joins: [],
    strangers: 0,
  }
  for (const role of Object.keys(cast) as Role[]) {
    const words = cast[role].split(' ')
    for (let n = 0; n < words.length; n += 2) join(world, words[n]!, words[n + 1]!, role)
  }
  for (const { members } of world.groups.filter((group) => group.members.length <= 8))
    for (const one of members) for (const other of members) if (one !== other) keep(world, one, other)
  for (const pair of Object.keys(named)) keep(world, ...(pair.split(' ') as [string, string]))
  for (const [one, ids] of Object.entries(acquaintances))
    for (const other of ids.split(' ')) keep(world, one, other)
  return world
}

/** Somebody joins the service. */
export function join(world: World, id: string, name: string, role: Role): string {
  world.people.push({ id, name, wallet: 0n, undoS: null })
  world.roles.set(id, role)
  return id
}

/** The other becomes a contact of this one. */
export function keep(world: World, one: string, other: string): void {
  const list = world.contacts.get(one) ?? new Map<string, Contact>()
  world.contacts.set(one, list)
  if (list.has(other)) return
  list.set(other, { alias: named[`${one} ${other}`] ?? null, relation: relationOf(one, other) })
}

function relationOf(one: string, other: string): Relation | null {
  const together = (id: string) =>
    circles.some(
      ([group, , ids]) => group === id && [one, other].every((who) => ids.split(' ').includes(who)),
    )
  if (together('family') || together('family2')) return 'family'
  if (together('lunch')) return 'colleague'
  return together('dorm') || together('dorm2') ? 'friend' : null
}

/** Whom one has not met before: the driver, the seller of a used bicycle, somebody from another table. */
export function stranger(world: World, name?: string): string {
  const names = [
    '小胡',
    '赵师傅',
    '闲置小铺',
    '钱多多',
    '程工',
    '老范',
    '苗苗',
    '陆师傅',
    '毛毛',
    '汪洋',
    '任意',
    '柳絮',
  ]
  const number = (world.strangers += 1)
  return join(world, `new${number}`, name ?? `${world.chance.pick(names)}${number}`, 'payee')
}
