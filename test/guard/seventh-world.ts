/** The seventh crowd's world: its calendar, who is in it, who keeps whom, and what is laid down of sends and slips. */

import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, hourMs, minuteMs, type Instant } from '../../packages/core/instant.ts'

/** Fourteen weeks from Monday 6 March 2028, in China's time. */
export const days = 98
export const qingming = 29
export const mayDay = 56
export const mothersDay = 69
export const fiveTwenty = 75
export const dragonBoat = 83
const start = Date.UTC(2028, 2, 6) - 8 * hourMs

export const circles = ['office', 'stall', 'club', 'parents', 'ward', 'clan', 'payee'] as const
export type Circle = (typeof circles)[number]

export const slipKinds = [
  'like_name',
  'last_chat',
  'extra_zero',
  'lost_point',
  'swapped_digits',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface SeventhSlip {
  kind: SlipKind
  /** What was meant, in a few words. */
  meant: string
  visible: boolean
  why: string
}

export type Kept = Pick<KnownPerson, 'alias' | 'relation'>

export interface SeventhWorld {
  chance: Chance
  people: Person[]
  circleOf: Map<string, Circle>
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  /** How many were ever laid down, for their ids. */
  laid: number
  slips: Map<string, SeventhSlip>
}

export function emptyWorld(seed: string): SeventhWorld {
  return {
    chance: chanceOf(`seventh ${seed}`),
    people: [],
    circleOf: new Map(),
    groups: [],
    contacts: new Map(),
    joins: [],
    renames: [],
    screens: new Map(),
    sends: [],
    laid: 0,
    slips: new Map(),
  }
}

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

export function dayOf(at: Instant): number {
  return Math.floor((at - start) / dayMs)
}

export function addPerson(world: SeventhWorld, name: string, circle: Circle): string {
  const id = `v${String(world.people.length + 1).padStart(3, '0')}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  world.circleOf.set(id, circle)
  return id
}

export function addGroup(world: SeventhWorld, name: string, members: readonly string[]): string {
  const id = `g${String(world.groups.length + 1).padStart(2, '0')}`
  world.groups.push({ id, name, members: [...new Set(members)] })
  return id
}

/** One keeps another as a contact, or keeps them otherwise than before. */
export function keep(world: SeventhWorld, owner: string, other: string, kept: Kept): void {
  if (owner === other) return
  const own = world.contacts.get(owner) ?? new Map<string, Kept>()
  own.set(other, kept)
  world.contacts.set(owner, own)
}

export function nameOf(world: SeventhWorld, id: string): string {
  return world.people.find((one) => one.id === id)?.name ?? world.groups.find((one) => one.id === id)!.name
}
