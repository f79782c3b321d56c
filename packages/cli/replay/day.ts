/**
 * A recorded day: who was there, who sent what to whom, who claimed it in which order, and what the sender did about
 * it afterwards. Amounts are what was asked for; what each share came to is decided by the service it is played to.
 */

import { minuteMs, type Instant } from '@laisee/core/instant.ts'
import type { Amount } from '@laisee/core/money.ts'
import type { PacketKind, SplitMethod } from '@laisee/core/packet.ts'

export const sendKinds = ['direct', 'equal', 'lucky', 'exclusive', 'transfer'] as const satisfies readonly (
  PacketKind | 'transfer'
)[]
export type SendKind = (typeof sendKinds)[number]

/** Why a send was a mistake. */
export const mistakes = ['wrong_person', 'wrong_group', 'extra_zero', 'duplicate'] as const
export type Mistake = (typeof mistakes)[number]

/** What happens to a send after it, beside claims. `undo` counts from the send, the others from its delivery. */
export const stepVerbs = ['undo', 'recall', 'decline', 'accept', 'pause', 'release', 'ask'] as const
export type StepVerb = (typeof stepVerbs)[number]

/** The steps that such a send can have. */
export function stepsOf(kind: SendKind): readonly StepVerb[] {
  if (kind === 'transfer') return ['undo', 'recall', 'decline', 'accept']
  return ['undo', 'recall', 'decline', 'pause', 'release', 'ask']
}

export interface Person {
  id: string
  name: string
  /** What the wallet holds when the day begins, in fen. */
  wallet: Amount
  /** The length of this person's undo window, in seconds; the service's default where it is not said. */
  undoS: number | null
}

export interface Group {
  id: string
  name: string
  members: readonly string[]
}

export type Recipients =
  { way: 'members'; ids: readonly string[] } | { way: 'group'; id: string; one?: string } | { way: 'link' }

export interface DayClaim {
  by: string
  /** From delivery. */
  afterMs: number
}

export interface Step {
  verb: StepVerb
  afterMs: number
}

export interface Send {
  id: string
  at: Instant
  from: string
  to: Recipients
  kind: SendKind
  total: Amount
  count: number
  split: SplitMethod | null
  greeting: string
  expireAfterS: number | null
  /** For a transfer: until it arrives, from delivery; the sender's default where it is not said. */
  delayS: number | null
  /** In the order they came, those too late included. */
  claims: readonly DayClaim[]
  steps: readonly Step[]
  /** Marked where the send was a mistake, with whom or what it was meant for in the sender's own words. */
  mistake: { kind: Mistake; meant: string } | null
}

export interface Day {
  name: string
  about: string
  /** Made up by a program, never taken from real people. */
  synthetic: boolean
  people: readonly Person[]
  groups: readonly Group[]
  sends: readonly Send[]
}

/** What is wrong with a day as a whole: ids that name nothing, claims on what nobody sent to them. First found first. */
export function dayProblem(day: Day): string | undefined {
  const people = new Set<string>()
  for (const { id } of day.people) {
    if (people.has(id)) return `there are two people ${id}`
    people.add(id)
  }
  const groups = new Map<string, ReadonlySet<string>>()
  for (const group of day.groups) {
    if (groups.has(group.id)) return `there are two groups ${group.id}`
    const stranger = group.members.find((id) => !people.has(id))
    if (stranger !== undefined) return `group ${group.id} names ${stranger}, who is not among the people`
    groups.set(group.id, new Set(group.members))
  }
  const sends = new Set<string>()
  for (const send of day.sends) {
    if (sends.has(send.id)) return `there are two sends ${send.id}`
    sends.add(send.id)
    const problem = sendProblem(send, people, groups)
    if (problem !== undefined) return `send ${send.id}: ${problem}`
  }
  return undefined
}

function sendProblem(
  send: Send,
  people: ReadonlySet<string>,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  const { from, to, kind, count, split, claims, steps } = send
  const named = [from, ...claims.map((claim) => claim.by), ...(to.way === 'members' ? to.ids : [])]
  const stranger = named.find((id) => !people.has(id))
  if (stranger !== undefined) return `${stranger} is not among the people`
  if (to.way === 'group' && !groups.has(to.id)) return `there is no group ${to.id}`
  const single = kind === 'direct' || kind === 'exclusive' || kind === 'transfer'
  if (single && count !== 1) return `a ${kind} send has one share, not ${count}`
  if (single && recipientOf(to) === undefined) return `a ${kind} send is to exactly one person`
  if (!single && to.way === 'group' && to.one !== undefined)
    return `only an exclusive send is to one in a group`
  if ((kind === 'lucky') !== (split !== null)) return `a split is said for lucky packets, and for no others`
  const impossible = steps.find(({ verb }) => !stepsOf(kind).includes(verb))
  if (impossible) return `a ${kind === 'transfer' ? 'transfer' : 'packet'} knows no ${impossible.verb}`
  if (kind === 'transfer' && claims.length > 0) return 'a transfer arrives by itself and is not claimed'
  return undefined
}

/** The one person a send is to, where it is to one. */
export function recipientOf(to: Recipients): string | undefined {
  if (to.way === 'members') return to.ids.length === 1 ? to.ids[0] : undefined
  return to.way === 'group' ? to.one : undefined
}

/** How many times faster everything recorded must be played to be over in a minute; 1 for a day that is shorter. */
export function speedForAMinute({ sends }: Day): number {
  const moments = sends.flatMap(({ at, claims, steps }) => [
    at,
    ...[...claims, ...steps].map(({ afterMs }) => at + afterMs),
  ])
  const [first, last] = moments.reduce(
    ([low, high], at) => [Math.min(low, at), Math.max(high, at)],
    [Infinity, 0],
  )
  return Math.max(1, Math.ceil((last - first) / minuteMs))
}
