/**
 * Guardian alerts: somebody who is looked after and somebody who looks after them, both of whom have agreed. The
 * guardian is told that a send was held, refused or asked about and how grave that is: no amount, no name, no words.
 * Both see that it is so, both are told of each alert, and either ends it at any time, at once.
 * After Alipay's 安全守护: it informs, and blocks nothing.
 */

import { minuteMs, type Instant } from './instant.ts'
import type { RefusalCode } from './refusals.ts'

export const guardianRoles = ['guardian', 'protected'] as const
export type GuardianRole = (typeof guardianRoles)[number]

/** How many a member may guard, and by how many they may be guarded, what is only offered included. */
export const guardianLinksMax = 5

/** Between two alerts of one link lies at least this, unless the later is graver: whoever tries again is no bell. */
export const alertEveryMs = 10 * minuteMs

export type AlertWhat = 'held' | 'refused' | 'asked'
export const alertRisks = ['low', 'medium', 'high'] as const
export type AlertRisk = (typeof alertRisks)[number]

export interface Alert {
  what: AlertWhat
  risk: AlertRisk
}

/** The refusals of a send that a guardian hears of, and how grave each is. Any other is no sign of danger. */
const alertOf: Partial<Record<RefusalCode, Alert>> = {
  limit_share: { what: 'refused', risk: 'low' },
  limit_send: { what: 'refused', risk: 'low' },
  limit_day: { what: 'refused', risk: 'low' },
  limit_month: { what: 'refused', risk: 'low' },
  limit_family: { what: 'refused', risk: 'low' },
  minor_night: { what: 'refused', risk: 'medium' },
  minor_group_lucky: { what: 'refused', risk: 'medium' },
  confirmation_needed: { what: 'asked', risk: 'medium' },
  step_up_needed: { what: 'asked', risk: 'low' },
  guard_refused: { what: 'refused', risk: 'high' },
  guardian_approval_needed: { what: 'asked', risk: 'medium' },
}

/** What a refused send is to a guardian; nothing where it is no sign of danger. */
export function alertOfRefusal(code: string): Alert | undefined {
  return (alertOf as Record<string, Alert | undefined>)[code]
}

/** What a held send is to a guardian. */
export const alertOfHold: Alert = { what: 'held', risk: 'high' }

/** What a link keeps of its last alert. */
export interface LastAlert {
  alertedAt: Instant | null
  alertedRisk: AlertRisk | null
}

/** Whether a guardian is told: long enough after the last alert, or at once where it is graver than that one was. */
export function ringsAgain({ alertedAt, alertedRisk }: LastAlert, alert: Alert, now: Instant): boolean {
  if (alertedAt === null || now - alertedAt >= alertEveryMs) return true
  return alertedRisk !== null && alertRisks.indexOf(alert.risk) > alertRisks.indexOf(alertedRisk)
}
