/** Whose word an approval waits for: what each member's approval would fill now. */

import {
  filledSeats,
  hasActed,
  isOwnSend,
  openStep,
  seatsOf,
  type ApprovalFile,
  type Roster,
  type Seat,
} from './approval.ts'
import type { Instant } from './instant.ts'

/** A seat is empty where its holder sent it or is paid by it, had their word in an earlier step, or may approve no more. */
function isEmpty(file: ApprovalFile, { holder }: Seat, roster: Roster): boolean {
  return isOwnSend(file, holder) || !roster.fit.has(holder) || hasActed(file, holder)
}

/** What somebody's approval would fill: a seat of the open step, or all that is left. */
export interface Filling {
  step: number | null
  seatOf: string | null
}

const isDelegated = (roster: Roster, fromId: string, toId: string, now: Instant) =>
  roster.delegations.some(
    (one) => one.fromId === fromId && one.toId === toId && one.since <= now && now < one.until,
  )

/** What each member's approval would fill now. What is the same for all of them is looked up once. */
function fillings(
  file: ApprovalFile,
  roster: Roster,
  now: Instant,
): (memberId: string) => Filling | undefined {
  const step = openStep(file)
  if (step === undefined) return () => undefined
  const filled = filledSeats(file, step)
  const seats = seatsOf(file, step).filter(({ of }) => !filled.has(of))
  const live = seats.filter((seat) => !isEmpty(file, seat, roster))
  const own = new Map(live.toReversed().map((seat) => [seat.holder, seat]))
  const standIn = (memberId: string) => live.find(({ holder }) => isDelegated(roster, holder, memberId, now))
  const standsIn = new Set(roster.delegations.map(({ toId }) => toId))
  const forsaken = file.steps[step]!.manner === 'all' ? seats.length > live.length : live.length === 0
  const empty = seats.find((seat) => isEmpty(file, seat, roster))
  const isPassedOn = file.passOnAt !== null && now >= file.passOnAt
  return (memberId) => {
    if (isOwnSend(file, memberId) || !roster.fit.has(memberId) || hasActed(file, memberId)) return undefined
    const isAdministrator = roster.administrators.has(memberId)
    if (isAdministrator && isPassedOn) return { step: null, seatOf: null }
    const seat = own.get(memberId) ?? (standsIn.has(memberId) ? standIn(memberId) : undefined)
    if (seat) return { step, seatOf: seat.of }
    if (!isAdministrator) return undefined
    return forsaken || seats.length === 0 ? { step, seatOf: empty?.of ?? null } : undefined
  }
}

/** What this member's approval would fill now; undefined where it does not wait for their word. */
export function fillingOf(
  file: ApprovalFile,
  memberId: string,
  roster: Roster,
  now: Instant,
): Filling | undefined {
  return fillings(file, roster, now)(memberId)
}

/** Everybody whose word it waits for at this moment. */
export function waitsFor(file: ApprovalFile, roster: Roster, now: Instant): string[] {
  const filling = fillings(file, roster, now)
  return [...roster.fit].filter((id) => filling(id) !== undefined)
}
