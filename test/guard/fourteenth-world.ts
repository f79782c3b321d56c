/**
 * The fourteenth crowd before anything is sent: its calendar, who is around each, under what name they are
 * kept, and which groups there are.
 */

import { chanceOf, type Chance } from '../../examples/days/chance.ts'
import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { cast } from './fourteenth-cast.ts'
import { givenName, shownName, type Age } from './fourteenth-names.ts'

/** Monday, 16 August 2027, in China; thirteen weeks to Sunday, 14 November. */
const start = Date.UTC(2027, 7, 15, 16)
export const days = 91
export const schoolBegins = 16
export const teachersDay = 25
export const midAutumn = 30
export const nationalDay = 46
export const eldersDay = 53
export const elevenEleven = 87

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

/** Neither a weekend, nor Mid-Autumn, nor the first week of October. */
export function isWorkday(day: number): boolean {
  return day % 7 < 5 && day !== midAutumn && (day < nationalDay || day > nationalDay + 6)
}

export const slipKinds = [
  'wrong_name',
  'last_chat',
  'list_neighbour',
  'wrong_number',
  'old_account',
  'extra_zero',
  'lost_point',
  'wrong_digit',
  'twice',
  'wrong_group',
  'wrong_return',
  'clone',
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface FourteenthSlip {
  kind: SlipKind
  /** What was meant, in words. */
  meant: string
  visible: boolean
  why: string
}

export type Kept = Pick<KnownPerson, 'alias' | 'relation'>

/** Whom somebody has of their own. */
export interface Circle {
  family: string[]
  friends: string[]
  landlord: string | null
  shops: string[]
  services: string[]
}

export interface FourteenthWorld {
  chance: Chance
  people: Person[]
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  circles: Map<string, Circle>
  /** Of those who have two accounts, the one they use no more. */
  oldAccounts: Map<string, string>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  laid: number
  slips: Map<string, FourteenthSlip>
  /** How many of a hundred notes somebody troubles to write. */
  wordy: Map<string, number>
  /** Sends that give back what came by mistake or was lent, by id. */
  returns: Set<string>
}

/** The senders, who know nobody yet. */
export function emptyWorld(seed: string): FourteenthWorld {
  const chance = chanceOf(`fourteenth ${seed}`)
  return {
    chance,
    people: cast.map(({ id, name }) => ({ id, name, wallet: 0n, undoS: null })),
    groups: [],
    contacts: new Map(cast.map(({ id }) => [id, new Map<string, Kept>()])),
    circles: new Map(),
    oldAccounts: new Map(),
    joins: [],
    renames: [],
    screens: new Map(),
    sends: [],
    laid: 0,
    slips: new Map(),
    wordy: new Map(cast.map(({ id }) => [id, chance.whole(8, 75)])),
    returns: new Set(),
  }
}

/** Adds somebody who has no part of their own, and says their id. */
export function addPerson(world: FourteenthWorld, name: string): string {
  const id = `n${world.people.length + 1}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  return id
}

/** Somebody drawn, with the name they were given. */
export function addAnyone(world: FourteenthWorld, age: Age): { id: string; given: string } {
  const given = givenName(world.chance, age)
  return { id: addPerson(world, shownName(world.chance, given)), given }
}

/** Keeps one among another's contacts, if they are not there yet. */
export function keep(world: FourteenthWorld, who: string, one: string, kept: Partial<Kept> = {}): void {
  const mine = world.contacts.get(who)!
  if (who === one || mine.has(one)) return
  mine.set(one, { alias: kept.alias ?? null, relation: kept.relation ?? null })
}

/** What somebody sees where another's name stands. */
export function seenAs({ contacts, people }: FourteenthWorld, who: string, one: string): string {
  return contacts.get(who)?.get(one)?.alias ?? people.find(({ id }) => id === one)?.name ?? ''
}
