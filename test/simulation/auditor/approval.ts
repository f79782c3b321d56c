/**
 * A send that waits for the word of others, as the auditor keeps it: seats that are filled one after the other, and who
 * has had their word. Nothing is worked out from a list of acts; each word changes the seats, and is noted beside them.
 */

import type { Family } from './families.ts'
import { guardiansOf } from './grown-ups.ts'
import { isFit, isIn, type Organisation } from './organisations.ts'
import type { Packet, Transfer, World } from './world.ts'

export interface Seat {
  /** Whose it was when it was submitted, and whose it is. */
  of: string
  holder: string
  filled: boolean
}

export interface Step {
  manner: string
  seats: Seat[]
  /** A step without seats, which somebody has approved all the same. */
  approved: boolean
}

/** Something that was done, as the database must have it. */
export interface Act {
  at: number
  kind: string
  member: string
  step: number | null
  seatOf: string | null
  to: string | null
}

export interface Approval {
  send: string
  /** Null within a family, with the allowance whose giver is asked. */
  org: string | null
  family: Family | null
  sender: string
  /** Whom it names as payees, where an organisation pays. */
  payees: readonly string[]
  version: number | null
  chain: string
  amount: number
  steps: Step[]
  /** Whoever is told: seats, whoever stood in for an empty one at the start, and those a seat was given to. */
  asked: string[]
  /** Whoever may look at it for having sat in it, or done something. */
  concerned: Set<string>
  copies: string[]
  submittedAt: number
  remindAt: number
  passOnAt: number | null
  approveBy: number
  reminded: boolean
  passedOn: boolean
  /** One word has stood for all that was left. */
  passed: boolean
  glass: string[]
  /** Whoever has approved, rejected or broken the glass. */
  words: Set<string>
  askers: string[]
  /** Whose last question waits for an answer. */
  unanswered: Set<string>
  reminders: number[]
  acts: Act[]
  outcome: string | null
  decidedAt: number | null
  replaces: string | null
}

export const isOpen = ({ outcome }: Approval) => outcome === null

/** Whose word a send within a family may wait for at this moment: whoever was unlinked meanwhile has none. */
function kin(w: World, { chain, family, sender }: Approval): string[] {
  const giver = family?.state === 'active' ? [family.giver] : []
  const guardians = guardiansOf(w, sender)
  if (chain === 'family-giver') return giver
  if (chain === 'family-guardian') return guardians
  if (chain === 'family-one-for-both') return giver.filter((id) => guardians.includes(id))
  return [...new Set([...giver, ...guardians])]
}

/** Those who may speak on it: the organisation's people, or those of the family. */
export function circleOf(w: World, a: Approval): Organisation {
  if (a.org !== null) return w.organisations.get(a.org)!
  const speaker = { state: 'active', roles: ['approver'], suspended: false } as const
  const people = kin(w, a).map((id) => [id, speaker] as const)
  return {
    ...{ id: '', name: '', isHouse: false, changedAt: 0, suspended: false, versions: [] },
    people: new Map(people) as unknown as Organisation['people'],
    delegations: new Map(),
  }
}

export function isDone({ manner, seats, approved }: Step): boolean {
  if (seats.length === 0) return approved
  return manner === 'any' ? seats.some(({ filled }) => filled) : seats.every(({ filled }) => filled)
}

/** The step that is waited for; -1 once all are done. */
export const openStep = ({ steps }: Approval) => steps.findIndex((step) => !isDone(step))

export const isGranted = (a: Approval) => a.passed || openStep(a) === -1

/** Nobody sits in it who could still give this word. */
function isEmpty(o: Organisation, a: Approval, { holder }: Seat): boolean {
  return holder === a.sender || a.payees.includes(holder) || !isFit(o, holder) || a.words.has(holder)
}

function standsInFor(o: Organisation, holder: string, member: string, now: number): boolean {
  const given = o.delegations.get(holder)
  return given?.to === member && given.since <= now && now < given.until
}

/** What a member's approval would fill: all that is left, a seat, or a step that has none. */
export type Filling = 'all' | { step: number; seat: Seat | null }

export function fillingOf(w: World, a: Approval, member: string, now: number): Filling | undefined {
  const o = circleOf(w, a)
  if (member === a.sender || a.payees.includes(member)) return undefined
  if (!isFit(o, member) || a.words.has(member)) return undefined
  const step = openStep(a)
  if (step === -1) return undefined
  const isAdministrator = isIn(o, member, 'administrator')
  if (isAdministrator && a.passOnAt !== null && now >= a.passOnAt) return 'all'
  const left = a.steps[step]!.seats.filter(({ filled }) => !filled)
  const live = left.filter((seat) => !isEmpty(o, a, seat))
  const seat =
    live.find(({ holder }) => holder === member) ??
    live.find(({ holder }) => standsInFor(o, holder, member, now))
  if (seat) return { step, seat }
  if (!isAdministrator) return undefined
  const empty = left.filter((one) => !live.includes(one))
  const isForsaken = a.steps[step]!.manner === 'all' ? empty.length > 0 : live.length === 0
  return isForsaken || left.length === 0 ? { step, seat: empty[0] ?? null } : undefined
}

/** Everybody whose word it waits for at this moment. */
export function waitsFor(w: World, a: Approval, now: number): string[] {
  const people = [...circleOf(w, a).people.keys()]
  return people.filter((member) => fillingOf(w, a, member, now) !== undefined)
}

/** Fill what a member's approval fills. */
export function fill(a: Approval, member: string, filling: Filling): void {
  a.words.add(member)
  if (filling === 'all') a.passed = true
  else if (filling.seat) filling.seat.filled = true
  else a.steps[filling.step]!.approved = true
}

/** Its sender; whoever sat in it or did something, looks on or stands in, while they are in the organisation. */
export function maySee(w: World, a: Approval, member: string, now: number): boolean {
  const o = circleOf(w, a)
  if (member === a.sender) return true
  if (o.people.get(member)?.state !== 'active') return false
  if (isIn(o, member, 'administrator') || isIn(o, member, 'auditor')) return true
  if (a.concerned.has(member) || a.copies.includes(member)) return true
  return [...a.concerned].some((one) => standsInFor(o, one, member, now))
}

/** Of those the ones who are in the organisation still; a family tells whom it asked. */
export function stillTold(w: World, a: Approval, members: readonly string[]): string[] {
  if (a.org === null) return [...members]
  const { people } = w.organisations.get(a.org)!
  return members.filter((one) => people.get(one)?.state === 'active')
}

/** The end of a wait, with the end of the send that waited. Gives whoever is told of it beside the payer. */
export function endApproval(w: World, send: Packet | Transfer, state: string, at: number): string[] {
  const a = w.approvals.get(send.id)
  if (!a || send.state !== 'approving') return []
  if (a.outcome === null) {
    a.outcome = state
    a.decidedAt = at
  }
  return stillTold(w, a, [...a.asked, ...a.copies])
}
