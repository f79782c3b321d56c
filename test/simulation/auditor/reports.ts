/**
 * Reports: a member says that another did them wrong. It moves nothing, and the one it is about hears nothing. It warns
 * whoever pays that person next, where the two had dealt with each other and nobody has found it wrong.
 */

import type { Ask, Fields, Json } from '../asks.ts'
import type { Seen } from '../observe.ts'
import { barredFromStaff } from './house.ts'
import { maySee as maySeePacket } from './packets.ts'
import { maySee as maySeeTransfer } from './transfers.ts'
import {
  bodyOf,
  iso,
  no,
  textIn,
  yes,
  type Packet,
  type Transfer,
  type Verdict,
  type World,
} from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const day = 86_400_000
const countsFor = 180 * day
const perDayMax = 10

export interface Report {
  id: string
  by: string
  about: string
  reason: string
  send: string | null
  note: string | null
  dealt: boolean
  at: number
  closedAt: number | null
  outcome: 'withdrawn' | 'upheld' | 'dismissed' | null
}

const isTransfer = (send: Packet | Transfer): send is Transfer => 'payee' in send

/** Whether somebody may know of a send now, having no link to it. */
function sees(w: World, send: Packet | Transfer, member: string): boolean {
  return isTransfer(send) ? maySeeTransfer(w, send, member) : maySeePacket(w, send, member)
}

/** Whether it went from one of the two to the other by name: sent to a group or by a link it is nobody's yet. */
function isFor(send: Packet | Transfer, from: string, to: string): boolean {
  if (send.payer !== from) return false
  if (isTransfer(send)) return send.payee === to
  return send.recipient === to || (send.audience === 'members' && send.inside!.has(to))
}

const hasShare = (send: Packet | Transfer, member: string) =>
  !isTransfer(send) && send.claims.some((claim) => claim.member === member)

/** Whether a send that a report names is one of the two's. */
function isTheirs(send: Packet | Transfer, one: string, other: string): boolean {
  if (isFor(send, one, other) || isFor(send, other, one)) return true
  return (send.payer === one && hasShare(send, other)) || (send.payer === other && hasShare(send, one))
}

/** They have dealt with each other where both may know of something that went between them. */
function haveDealt(w: World, one: string, other: string, named: Packet | Transfer | undefined): boolean {
  const bySend = [...w.packets.values(), ...w.transfers.values()].filter(
    (send) => isFor(send, one, other) || isFor(send, other, one),
  )
  return [...bySend, ...(named ? [named] : [])].some((send) => sees(w, send, one) && sees(w, send, other))
}

const openOf = (w: World, by: string, about: string) =>
  [...w.reports.values()].find((r) => r.by === by && r.about === about && r.closedAt === null)

function shown(r: Report): Fields {
  const { id, about, reason, send, note, outcome } = r
  const closedAt = r.closedAt === null ? null : iso(r.closedAt)
  return { id, aboutId: about, reason, sendId: send, note, outcome, reportedAt: iso(r.at), closedAt }
}

const reportMember: Rule = (w, ask) => {
  const about = ask.params!.id!
  const {
    reason,
    about: sendId = null,
    note = null,
  } = bodyOf<{ reason: string; about?: string; note?: string }>(ask)
  if (!w.members.has(about)) return no('member_unknown')
  if (about === ask.as) return no('self_not_allowed')
  if (openOf(w, ask.as, about)) return no('already_reported')
  const lately = [...w.reports.values()].filter(({ by, at }) => by === ask.as && at > w.clock - day)
  if (lately.length >= perDayMax) return no('reports_max', { max: perDayMax })
  const named = sendId === null ? undefined : (w.packets.get(sendId) ?? w.transfers.get(sendId))
  if (sendId !== null && !(named && sees(w, named, ask.as) && isTheirs(named, ask.as, about)))
    return no('invalid_request')
  const dealt = haveDealt(w, ask.as, about, named)
  return yes((reply) => {
    const made = { by: ask.as, about, reason, send: sendId, note, dealt, at: w.clock }
    const r: Report = { id: textIn(reply, 'id'), ...made, closedAt: null, outcome: null }
    w.reports.set(r.id, r)
    w.tell(ask.as, 'report.made', [ask.as], { reportId: r.id, aboutId: about, reason })
    return shown(r)
  }, 201)
}

function end(w: World, r: Report, outcome: Report['outcome']): void {
  r.closedAt = w.clock
  r.outcome = outcome
}

const withdrawReport: Rule = (w, { as, params }) => {
  const r = openOf(w, as, params!.id!)
  if (!r) return no('not_found')
  return yes(() => {
    end(w, r, 'withdrawn')
    w.tell(as, 'report.withdrawn', [as], { reportId: r.id, aboutId: r.about })
    return {}
  }, 204)
}

/** Its maker hears what was found; a party to it finds nothing. */
const closeReport: Rule = (w, ask) => {
  const { outcome } = bodyOf<{ outcome: 'upheld' | 'dismissed' }>(ask)
  const barred = barredFromStaff(w, ask.as, 'dispute_agent')
  if (barred) return barred
  const r = w.reports.get(ask.params!.reportId!)
  if (!r || r.about !== ask.params!.id) return no('not_found')
  if (r.closedAt !== null) return no('report_closed')
  if ([r.by, r.about].includes(ask.as)) return no('own_act')
  return yes(() => {
    end(w, r, outcome)
    w.tell(r.by, 'report.closed', [r.by], { reportId: r.id, aboutId: r.about, outcome })
    return { ...shown(r), hasDealings: r.dealt }
  })
}

/** Everything about reports, by its route. */
export const reportRules: Record<string, Rule> = {
  reportMember,
  withdrawReport,
  closeReport,
  readOwnReport: (w, { as, params }) => {
    const r = openOf(w, as, params!.id!)
    return r ? yes(() => shown(r)) : no('not_found')
  },
}

/** How many different members a payee was reported by, as whoever pays them is warned. */
export function reportersOf(w: World, member: string, at: number): number {
  const counted = [...w.reports.values()].filter(
    (r) => r.about === member && r.dealt && r.at > at - countsFor && (r.outcome ?? 'upheld') === 'upheld',
  )
  return new Set(counted.map(({ by }) => by)).size
}

/** Every difference in which reports there are, whether they count, and how they ended. */
export function compareReports(
  w: World,
  seen: Seen,
  misses: (expected: Json | undefined, found: Json | undefined, at: string) => string[],
): string[] {
  const rowOf = ({ id, by, about, send, dealt, at, closedAt, outcome }: Report) =>
    ({ id, by, about, send, dealt, at, closedAt, outcome }) satisfies Fields
  const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
  const found = seen.reports.map((report) => ({ ...report }))
  return misses([...w.reports.values()].map(rowOf).sort(byId), found.sort(byId), 'the reports')
}
