/**
 * The clocks the law starts when money is mis-sent: how long each runs, from what, by which article, and whether asking
 * for the money starts it again. The article ids are those of articles.ts.
 */

import type { Instant } from '../instant.ts'
import { chinaDateOf, daysBetween, type ChinaDate } from './china-date.ts'
import type { ArticleId } from './articles.ts'
import { periodEnd, periodEndOf, type PeriodEnd, type PeriodLength } from './period.ts'

/** What a clock starts from. */
export type ClockStart =
  | 'noticed'
  | 'sent'
  | 'instalments_last_due'
  | 'asked'
  | 'agreement'
  | 'preservation'
  | 'performance_due'
  | 'order_received'
  | 'ratification_asked'

export interface LegalClock {
  length: PeriodLength
  from: ClockStart
  articles: readonly ArticleId[]
  /** Whether a request, an admission or an action begins it anew (民法典 195); a right to rescind never stops (199). */
  renews: boolean
}

export const legalClocks = {
  mistake: { length: { days: 90 }, from: 'noticed', articles: ['civil_152', 'civil_199'], renews: false },
  deceit: { length: { years: 1 }, from: 'noticed', articles: ['civil_152', 'civil_199'], renews: false },
  rescission_outer: {
    length: { years: 5 },
    from: 'sent',
    articles: ['civil_152', 'civil_199'],
    renews: false,
  },
  enrichment: { length: { years: 3 }, from: 'noticed', articles: ['civil_188', 'civil_195'], renews: true },
  enrichment_outer: { length: { years: 20 }, from: 'sent', articles: ['civil_188'], renews: false },
  instalments: {
    length: { years: 3 },
    from: 'instalments_last_due',
    articles: ['civil_189', 'civil_188'],
    renews: true,
  },
  judicial_confirmation: {
    length: { days: 30 },
    from: 'agreement',
    articles: ['procedure_205'],
    renews: false,
  },
  sue_after_preservation: {
    length: { days: 30 },
    from: 'preservation',
    articles: ['procedure_104'],
    renews: false,
  },
  enforcement: { length: { years: 2 }, from: 'performance_due', articles: ['procedure_250'], renews: true },
  payment_order_objection: {
    length: { days: 15 },
    from: 'order_received',
    articles: ['procedure_227'],
    renews: false,
  },
  ratification: {
    length: { days: 30 },
    from: 'ratification_asked',
    articles: ['civil_145'],
    renews: false,
  },
} as const satisfies Record<string, LegalClock>

export type LegalClockId = keyof typeof legalClocks

/** When a clock ends that starts at a moment. */
export function legalDeadline(id: LegalClockId, start: Instant): PeriodEnd {
  return periodEnd(start, legalClocks[id].length)
}

/**
 * Until when a gift or payment made by mistake may be rescinded: 90 days from when the mistake was known, and never later
 * than five years from the act (民法典 152).
 */
export function mistakeDeadline(sentAt: Instant | null, noticedAt: Instant): PeriodEnd {
  return capped(legalDeadline('mistake', noticedAt), sentAt)
}

/** Until when what was done under deceit may be rescinded: a year from when that was known, five from the act. */
export function deceitDeadline(sentAt: Instant | null, noticedAt: Instant): PeriodEnd {
  return capped(legalDeadline('deceit', noticedAt), sentAt)
}

function capped(own: PeriodEnd, sentAt: Instant | null): PeriodEnd {
  if (sentAt === null) return own
  const outer = legalDeadline('rescission_outer', sentAt)
  return outer.endsAt < own.endsAt ? outer : own
}

/** The three years begin again on the day of a request that reached the other side (民法典 195). */
export function enrichmentDeadline(noticedAt: Instant, lastAskedAt: Instant | null): PeriodEnd {
  return legalDeadline(
    'enrichment',
    lastAskedAt !== null && lastAskedAt > noticedAt ? lastAskedAt : noticedAt,
  )
}

/** Paid in parts: three years from the last part's due day (民法典 189). */
export function instalmentsDeadline(lastDueOn: ChinaDate): PeriodEnd {
  return periodEndOf(lastDueOn, legalClocks.instalments.length)
}

/** Whole days left of a period at a moment, counted as days in China; negative when it is over. */
export function daysLeft(end: PeriodEnd, now: Instant): number {
  return daysBetween(chinaDateOf(now), end.lastDay)
}
