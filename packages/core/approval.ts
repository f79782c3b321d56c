/**
 * Approvals: a send that waits for the word of others. A chain has steps, one after another; a step is done when all of
 * its people have approved (会签) or any one of them has (或签). Who sits in it is fixed when the send is submitted;
 * whoever has lost the role by then has an empty seat, which an administrator fills. Nobody approves their own or what
 * is paid to them, nobody acts twice, one rejection ends it, and time running out never approves. Everything that was done is a list of acts;
 * what holds is worked out from them.
 */

import { dayMs, hourMs, minuteMs, type Instant } from './instant.ts'

/** All of them (会签), or any one of them (或签). */
export const stepManners = ['all', 'any'] as const
export type StepManner = (typeof stepManners)[number]

/** One step with the people it is waiting for, as it was submitted. */
export interface SeatedStep {
  manner: StepManner
  memberIds: readonly string[]
}

export const actKinds = [
  'approved',
  'rejected',
  'asked',
  'answered',
  'transferred',
  'reminded',
  'broke_glass',
] as const
export type ActKind = (typeof actKinds)[number]

/** Something somebody did. Acts are only added. */
export interface Act {
  at: Instant
  kind: ActKind
  memberId: string
  /** The step and the seat in it that an approval or transfer is for; null where it stands for all that is left. */
  step: number | null
  seatOf: string | null
  /** Whom a transfer gives the seat to. */
  toId: string | null
  note: string | null
}

/** An approval as it stands: who asks, who is asked, until when, and what was done. */
export interface ApprovalFile {
  senderId: string
  /** Whom the send names as its payees, where an organisation pays: nobody approves money to themselves. */
  payeeIds: readonly string[]
  steps: readonly SeatedStep[]
  /** From when administrators may decide in place of everybody; null where time running out rejects. */
  passOnAt: Instant | null
  /** Not approved by then: rejected. */
  approveBy: Instant
  acts: readonly Act[]
}

/** Somebody approves for somebody else, for a time. */
export interface Delegation {
  fromId: string
  toId: string
  since: Instant
  until: Instant
}

/** Who may sit in a seat, and who is an administrator, at the moment of an act. */
export interface Roster {
  /** Approvers and administrators who are in the organisation. */
  fit: ReadonlySet<string>
  administrators: ReadonlySet<string>
  delegations: readonly Delegation[]
  /** Whether nobody hands their seat on: in a family the word is one's own. */
  seatsStay?: boolean
}

export const remindersMax = 3
/** Of one approver, each after an answer: more is a conversation, and keeps somebody’s money waiting. */
export const questionsMax = 5
export const remindEveryMs = hourMs
export const chainTimeoutMinMs = 10 * minuteMs
export const chainTimeoutMaxMs = 30 * dayMs
export const delegationMaxMs = 90 * dayMs
export const noteLengthMax = 500

/** A seat by whose it was, and whose it is. */
export interface Seat {
  of: string
  holder: string
}

/** The seats of a step, as transfers have left them. */
export function seatsOf(file: ApprovalFile, step: number): Seat[] {
  const seats = file.steps[step]!.memberIds.map((id): Seat => ({ of: id, holder: id }))
  for (const act of file.acts) {
    if (act.kind !== 'transferred' || act.step !== step || act.toId === null) continue
    const seat = seats.find(({ of }) => of === act.seatOf)
    if (seat) seat.holder = act.toId
  }
  return seats
}

/** Whether one approval stands for the whole chain: an administrator's after the time was up. */
function isPassed(file: ApprovalFile): boolean {
  return file.acts.some(({ kind, step }) => kind === 'approved' && step === null)
}

/** Who has broken the glass and is an administrator still: whoever lost the role counts no more. */
export function glassBreakers(file: ApprovalFile, { administrators }: Roster): string[] {
  const all = file.acts.filter(({ kind }) => kind === 'broke_glass').map(({ memberId }) => memberId)
  return [...new Set(all)].filter((id) => administrators.has(id))
}

/** How many have to break the glass. */
export const glassNeeds = 2

/** The seats of a step that an approval has filled. */
export function filledSeats(file: ApprovalFile, step: number): Set<string> {
  return new Set(
    file.acts.filter((act) => act.kind === 'approved' && act.step === step).map(({ seatOf }) => seatOf ?? ''),
  )
}

/** Whether everybody whose word a step needs has given it. */
export function isStepDone(file: ApprovalFile, step: number): boolean {
  const filled = filledSeats(file, step)
  if (file.steps[step]!.manner === 'any') return filled.size > 0
  const seats = seatsOf(file, step)
  return seats.length === 0 ? filled.size > 0 : seats.every(({ of }) => filled.has(of))
}

/** The step that is waited for; undefined once every one is done. */
export function openStep(file: ApprovalFile): number | undefined {
  const step = file.steps.findIndex((_, i) => !isStepDone(file, i))
  return step === -1 ? undefined : step
}

/** Whether everybody whose word is needed has given it. A glass that was broken is counted where it is broken. */
export function isGranted(file: ApprovalFile): boolean {
  return isPassed(file) || openStep(file) === undefined
}

/** Whether somebody has had their word: approved, rejected or broken the glass. */
export function hasActed(file: ApprovalFile, memberId: string): boolean {
  const words: readonly ActKind[] = ['approved', 'rejected', 'broke_glass']
  return file.acts.some((act) => act.memberId === memberId && words.includes(act.kind))
}

/** Whether a send is one's own: made by this member, or to them. */
export function isOwnSend({ senderId, payeeIds }: ApprovalFile, memberId: string): boolean {
  return memberId === senderId || payeeIds.includes(memberId)
}

/** Everybody who is, or was, asked: they may look at it. */
export function everyoneAsked(file: ApprovalFile): Set<string> {
  const given = file.acts.flatMap(({ memberId, toId }) => (toId === null ? [memberId] : [memberId, toId]))
  return new Set([...file.steps.flatMap(({ memberIds }) => memberIds), ...given])
}
