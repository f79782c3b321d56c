/**
 * Disputes as pure rules. A dispute is what happened to it: facts that are only added. Its state is computed from them
 * and kept nowhere as a truth of its own. Somebody says what happened (a mistake, a fraud, a theft of their account), the
 * other side is heard, an agent who is party to nothing of it decides with reasons, and an appeal goes to another agent.
 */

import { dayMs, hourMs, toIso, type Instant } from './instant.ts'
import type { Amount } from './money.ts'

export const disputeCauses = ['mistake', 'fraud', 'account_theft'] as const
export type DisputeCause = (typeof disputeCauses)[number]

export const disputeStates = [
  'waiting',
  'in_hand',
  'asked',
  'decided',
  'appealed',
  'closed',
  'withdrawn',
] as const
export type DisputeState = (typeof disputeStates)[number]

export const disputeOutcomes = ['return', 'part', 'refuse', 'freeze', 'release'] as const
export type DisputeOutcome = (typeof disputeOutcomes)[number]

export const factKinds = [
  'opened',
  'document',
  'statement',
  'assigned',
  'note',
  'asked',
  'secured',
  'decided',
  'appealed',
  'appeal_decided',
  'withdrawn',
  'closed',
] as const
export type FactKind = (typeof factKinds)[number]

export const disputeTextLengthMax = 2_000
export const disputeFactsMax = 200
/** So long after a decision a side may appeal; then the dispute is closed. */
export const appealWithinMs = 7 * dayMs
/** So long a side that was asked for more has, unless the agent says otherwise. */
export const answerWithinMs = 3 * dayMs

interface AnswerTimes {
  severity: 'high' | 'normal'
  /** Until somebody has it in hand. */
  takeMs: number
  /** So long the other side has for their first word, to a dispute or to an appeal; before that nothing is decided. */
  hearMs: number
  /** Until it is decided, and until an appeal is. */
  decideMs: number
}

/** Times to answer. They are the service's own promise; money that may be on its way out is hurried. */
export const answerTimes: Readonly<Record<DisputeCause, AnswerTimes>> = {
  mistake: { severity: 'normal', takeMs: dayMs, hearMs: 3 * dayMs, decideMs: 7 * dayMs },
  fraud: { severity: 'high', takeMs: hourMs, hearMs: dayMs, decideMs: 3 * dayMs },
  account_theft: { severity: 'high', takeMs: hourMs, hearMs: dayMs, decideMs: 3 * dayMs },
}

/** One thing that happened to a dispute. */
export interface Fact {
  no: number
  kind: FactKind
  at: Instant
  /** The member or key; `clock` where time decided. */
  by: string
  /** Who is meant: the agent it is given to, or the side that is asked. */
  toId: string | null
  outcome: DisputeOutcome | null
  /** Until when an answer is asked for. */
  answerBy: Instant | null
}

/** What a dispute is about: fixed when it is opened. */
export interface DisputeTerms {
  openerId: string
  otherId: string
  cause: DisputeCause
  amount: Amount
}

/** What its facts make of a dispute. */
export interface DisputeStanding {
  state: DisputeState
  agentId: string | null
  /** Who decided it first: an appeal never goes to them. */
  decidedBy: string | null
  decidedAt: Instant | null
  outcome: DisputeOutcome | null
  appealed: boolean
  /** Until when it is to be decided, or the appeal in it. */
  decideBy: Instant
  /** When the service, or the side that was asked, is to have acted; null where nothing waits. */
  dueAt: Instant | null
  /** Which side is still to be heard before it is decided, and until when that is waited for; null where both were. */
  hearing: { memberId: string; until: Instant } | null
}

type Sides = Pick<DisputeTerms, 'cause' | 'openerId' | 'otherId'>

/** What the facts of a dispute make of it at a moment. They come in order, the first of them that it was opened. */
export function standingOf(sides: Sides, facts: readonly Fact[], now: Instant): DisputeStanding {
  const times = answerTimes[sides.cause]
  const openedAt = facts[0]!.at
  const start: DisputeStanding = {
    state: 'waiting',
    agentId: null,
    decidedBy: null,
    decidedAt: null,
    outcome: null,
    appealed: false,
    decideBy: openedAt + times.decideMs,
    dueAt: openedAt + times.takeMs,
    hearing: { memberId: sides.otherId, until: openedAt + times.hearMs },
  }
  const standing = facts.reduce(
    (before, fact) => ({ ...before, ...after(before, fact, times.decideMs), ...heard(before, fact, sides) }),
    start,
  )
  return byClock(standing, now)
}

function after(before: DisputeStanding, fact: Fact, decideMs: number): Partial<DisputeStanding> {
  const { kind, at, by } = fact
  switch (kind) {
    case 'assigned':
      if (before.appealed) return { agentId: fact.toId }
      return { state: 'in_hand', agentId: fact.toId, dueAt: before.decideBy }
    case 'asked':
      return { state: 'asked', dueAt: fact.answerBy }
    case 'document':
    case 'statement':
      return before.state === 'asked' ? { state: 'in_hand', dueAt: before.decideBy } : {}
    case 'decided':
      return {
        state: 'decided',
        decidedBy: by,
        decidedAt: at,
        outcome: fact.outcome,
        dueAt: at + appealWithinMs,
      }
    case 'appealed':
      return {
        state: 'appealed',
        appealed: true,
        agentId: null,
        decideBy: at + decideMs,
        dueAt: at + decideMs,
      }
    case 'appeal_decided':
      return { state: 'closed', outcome: fact.outcome, dueAt: null }
    case 'withdrawn':
      return { state: 'withdrawn', dueAt: null }
    case 'closed':
      return { state: 'closed', dueAt: null }
    default:
      return {}
  }
}

/** Who is still to be heard: an appeal is heard as the dispute was, by the side that did not make it. */
function heard(before: DisputeStanding, { kind, at, by }: Fact, sides: Sides): Partial<DisputeStanding> {
  const { cause, openerId, otherId } = sides
  if (kind === 'appealed') {
    const memberId = by === openerId ? otherId : openerId
    return { hearing: { memberId, until: at + answerTimes[cause].hearMs } }
  }
  const isSaid = (kind === 'statement' || kind === 'document') && by === before.hearing?.memberId
  return isSaid ? { hearing: null } : {}
}

/** What time alone has done: a word or an answer that did not come, an appeal that nobody made. */
function byClock(standing: DisputeStanding, now: Instant): DisputeStanding {
  const { state, dueAt, decideBy } = standing
  const hearing = standing.hearing !== null && now < standing.hearing.until ? standing.hearing : null
  const at = { ...standing, hearing }
  if (dueAt === null || now < dueAt) return at
  if (state === 'asked') return { ...at, state: 'in_hand', dueAt: decideBy }
  return state === 'decided' ? { ...at, state: 'closed', dueAt: null } : at
}

/** Whether a dispute is still to come to its end. */
export function isOpenDispute({ state }: Pick<DisputeStanding, 'state'>): boolean {
  return state !== 'closed' && state !== 'withdrawn'
}

/** How long is left to appeal, as the API says it. */
export function appealBy({ state, decidedAt, appealed }: DisputeStanding): string | null {
  return state === 'decided' && decidedAt !== null && !appealed ? toIso(decidedAt + appealWithinMs) : null
}
