/** What the twelfth crowd is written into: its days, its people, whom they keep, and what is sent. */

import type { Chance } from '../../examples/days/chance.ts'
import type { Group, Person, Send } from '../../packages/cli/replay/day.ts'
import type { Relation } from '../../packages/core/contact.ts'
import type { KnownPerson, ScreenFacts } from '../../packages/core/guard/facts.ts'
import { dayMs, minuteMs, type Instant } from '../../packages/core/instant.ts'
import { circles, senderNames, type Kind } from './twelfth-cast.ts'

/** Monday, 10 May 2027, in Shanghai; twelve weeks to Sunday, 1 August. */
const start = Date.UTC(2027, 4, 9, 16)
export const days = 84
/** Wednesday, 9 June, the fifth of the fifth month. */
export const dragonBoat = 30

/** A minute of one of those days. */
export function moment(day: number, minutes: number): Instant {
  return start + day * dayMs + minutes * minuteMs
}

export const slipKinds = [
  ...(['like_name', 'last_chat', 'extra_zero', 'lost_point', 'twice'] as const),
  ...(['wrong_group', 'wrong_return', 'old_account', 'clone'] as const),
] as const
export type SlipKind = (typeof slipKinds)[number]

export interface TwelfthSlip {
  kind: SlipKind
  meant: string
  visible: boolean
  why: string
}

export type Kept = Pick<KnownPerson, 'alias' | 'relation'>

/** Whom one sender has beside the circle. */
export interface Own {
  parents: string[]
  siblings: string[]
  friends: string[]
  child: string | null
  landlord: string | null
}

export interface TwelfthWorld {
  chance: Chance
  people: Person[]
  kinds: Map<string, Kind>
  groups: Group[]
  contacts: Map<string, Map<string, Kept>>
  joins: { groupId: string; id: string; at: Instant }[]
  renames: { id: string; name: string; at: Instant }[]
  screens: Map<string, ScreenFacts>
  sends: Send[]
  /** How many were ever laid out, for their ids. */
  laid: number
  slips: Map<string, TwelfthSlip>
  own: Map<string, Own>
  /** How many of a hundred notes somebody troubles to write. */
  wordy: Map<string, number>
  /** Somebody's account of before, which they no longer look at, by the one they have now. */
  oldAccounts: Map<string, string>
}

/** The senders of one circle. */
export function idsOf(circle: (typeof circles)[number]): string[] {
  return senderNames[circle].map((_, n) => `${circle}${n + 1}`)
}

export const senderIds: readonly string[] = circles.flatMap(idsOf)

/** Adds somebody who has no part of their own, and says their id. */
export function addPerson(world: TwelfthWorld, name: string): string {
  const id = `p${world.people.length + 1}`
  world.people.push({ id, name, wallet: 0n, undoS: null })
  world.kinds.set(id, 'payee')
  return id
}

/** Keeps somebody, as one does whom one knows. */
export function keep(
  { contacts }: TwelfthWorld,
  id: string,
  one: string,
  alias: string | null,
  relation: Relation | null,
): void {
  if (id !== one) contacts.get(id)?.set(one, { alias, relation })
}
