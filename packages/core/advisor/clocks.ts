/** Which clocks run in a situation, and when each ends: those of products, those of the law, and the advisor's own days. */

import { dayMs, type Instant } from '../instant.ts'
import { addDays, chinaDateOf, endOfChinaDate } from '../law/china-date.ts'
import { deceitDeadline, enrichmentDeadline, legalClocks, mistakeDeadline } from '../law/legal-clocks.ts'
import type { PeriodEnd } from '../law/period.ts'
import { clockRules } from './clock-rules.ts'
import { applies, factsNamed, fieldsOf } from './condition.ts'
import { backAt, knownFrom, marginDays, type Facts } from './facts.ts'
import type { Clock, ClockFrom } from './plan.ts'
import type { Field, Situation } from './situation.ts'

export type ClockId = keyof typeof clockRules

type Times = Pick<
  Clock,
  'startsAt' | 'startsFrom' | 'endsAt' | 'lastDay' | 'countedLastDay' | 'moved' | 'renews'
>

const noDay = { lastDay: null, countedLastDay: null, moved: null, renews: false } as const

/** A day of the advisor’s own manner: nothing moves it. */
function onDay(at: Instant | null): Pick<Times, 'lastDay' | 'countedLastDay' | 'moved'> {
  const day = at === null ? null : chinaDateOf(at)
  return { lastDay: day, countedLastDay: day, moved: day === null ? null : 'no' }
}

function later(): Times {
  return { startsAt: null, startsFrom: 'later_event', endsAt: null, ...noDay }
}

function until(startsAt: Instant | null, startsFrom: ClockFrom, endsAt: Instant | null): Times {
  return { startsAt, startsFrom, endsAt, ...noDay }
}

function legal(
  situation: Situation,
  end: ((from: Instant) => PeriodEnd) | undefined,
  renews: boolean,
): Times {
  const startsAt = knownFrom(situation)
  const startsFrom = situation.noticedAt === null ? 'sent' : 'noticed'
  if (startsAt === null || end === undefined) return { ...until(null, startsFrom, null), renews }
  const { lastDay, countedLastDay, moved, endsAt } = end(startsAt)
  return { startsAt, startsFrom, endsAt, lastDay, countedLastDay, moved, renews }
}

/** The day by which to decide on an action: fifteen before a mistake's ninety are over. */
export function decideBy(situation: Situation): Instant | null {
  const from = knownFrom(situation)
  if (from === null) return null
  return endOfChinaDate(addDays(mistakeDeadline(situation.sentAt, from).countedLastDay, -marginDays))
}

/** So many days from now, but never after the day to decide by, and never in the past. */
function ownDay(days: number, situation: Situation, now: Instant): Instant {
  const today = endOfChinaDate(chinaDateOf(now))
  const last = decideBy(situation)
  const planned = today + days * dayMs
  return last === null || planned <= last ? planned : Math.max(last, today)
}

function timesOf(id: ClockId, situation: Situation, now: Instant): Times {
  const rule = clockRules[id]
  if ('days' in rule) {
    const at = ownDay(rule.days, situation, now)
    return { ...until(now, 'now', at), ...onDay(at) }
  }
  const { sentAt, noticedAt, ledger } = situation
  switch (id) {
    case 'undo':
      return until(sentAt, 'sent', ledger?.deliverAt ?? null)
    case 'recall':
      return until(ledger?.deliverAt ?? sentAt, 'delivered', ledger?.recallUntil ?? backAt(situation))
    case 'goes_back':
    case 'merchant_cancel':
      return until(sentAt, 'sent', backAt(situation))
    case 'stop_payment':
      return until(sentAt, 'sent', now)
    case 'merchant_query':
      return until(sentAt, 'sent', sentAt === null ? null : sentAt + 30 * dayMs)
    case 'decide':
      return {
        ...until(knownFrom(situation), noticedAt === null ? 'sent' : 'noticed', decideBy(situation)),
        ...onDay(decideBy(situation)),
      }
    case 'mistake':
      return legal(situation, (from) => mistakeDeadline(sentAt, from), legalClocks.mistake.renews)
    case 'deceit':
      return legal(situation, (from) => deceitDeadline(sentAt, from), legalClocks.deceit.renews)
    case 'enrichment':
      return legal(situation, (from) => enrichmentDeadline(from, null), legalClocks.enrichment.renews)
    default:
      return later()
  }
}

/** What a clock's end follows from, besides its condition. */
const readsOf = (id: ClockId): readonly Field[] => {
  const rule = clockRules[id]
  return 'days' in rule ? ['sentAt', 'noticedAt'] : rule.reads
}

const stateAt = (endsAt: Instant | null, now: Instant): Clock['state'] =>
  endsAt === null ? 'unknown' : now > endsAt ? 'over' : 'running'

/** One clock as it stands at a moment, whether or not it runs. */
export function clockAt(id: ClockId, situation: Situation, now: Instant): Clock {
  const rule = clockRules[id]
  const times = timesOf(id, situation, now)
  return {
    id,
    basis: rule.basis(situation),
    ...times,
    state: stateAt(times.endsAt, now),
    dependsOn: [...new Set([...readsOf(id), ...fieldsOf(factsNamed(rule.when))])],
  }
}

export const clockIds = Object.keys(clockRules) as ClockId[]

/** Whether a clock is told: it runs, or it may and its end is known. A deadline nobody asked about is worse than one too many. */
function isTold(id: ClockId, facts: Facts, endsAt: Instant | null): boolean {
  const answer = applies(clockRules[id].when, facts)
  return answer === 'yes' || (answer === 'depends' && endsAt !== null)
}

const listed = clockIds.filter((id) => clockRules[id].listed)

/** The clocks that run, or may. */
export function clocksOf(situation: Situation, facts: Facts, now: Instant): Clock[] {
  return listed
    .filter((id) => applies(clockRules[id].when, facts) !== 'no')
    .map((id) => clockAt(id, situation, now))
    .filter((clock) => isTold(clock.id, facts, clock.endsAt))
}

/** The same in names and states only. */
export function clockStates(situation: Situation, facts: Facts, now: Instant): string[] {
  return listed
    .filter((id) => applies(clockRules[id].when, facts) !== 'no')
    .map((id) => [id, timesOf(id, situation, now).endsAt] as const)
    .filter(([id, endsAt]) => isTold(id, facts, endsAt))
    .map(([id, endsAt]) => `${id} ${stateAt(endsAt, now)}`)
}
