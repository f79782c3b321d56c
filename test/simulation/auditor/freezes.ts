/** Freezes: an amount lies beside its wallet, a packet keeps what is left of it, each until its time or a word before. */

import type { Ask, Fields } from '../asks.ts'
import { holderOf, type Dispute } from './disputes.ts'
import { bases, endsFor } from './freeze-basis.ts'
import { isHidden } from './holds.ts'
import { barredFromStaff } from './house.ts'
import { isPartyToFreeze } from './parties.ts'
import { deliver, everyone, expire, fate, stateOf } from './packets.ts'
import { bodyOf, iso, momentOf, no, textIn, yes, type Packet, type Verdict, type World } from './world.ts'

const day = 86_400_000
const week = 7 * day
const sumMax = 28 * day
const sumWithin = 90 * day
export const appealsMax = 3

export interface Freeze {
  id: string
  kind: 'amount' | 'packet'
  subject: string
  owner: string
  amount: number | null
  note: string
  basis: string
  reason: string
  reference: string | null
  /** The dispute, packet or transfer whose money it keeps. */
  about: string | null
  by: string
  since: number
  until: number
  /** Of an amount, how much of it went back by a decision. */
  paidOut: number
  ended: boolean
  /** When a word ended it, if one did. */
  endedAt: number | null
  /** What was said against it, and whether each was answered. */
  appeals: { answered: boolean }[]
}

/** What of an owner's money lies beside their wallet. */
export const beside = (owner: string) => `frozen ${owner}`

/** The refusal of whatever would take money out of a packet that is frozen. */
export function frozen(w: World, p: Packet): Verdict | undefined {
  if (p.frozenUntil === null || momentOf(w, p) >= p.frozenUntil) return undefined
  return no('packet_frozen', { until: iso(p.frozenUntil) })
}

/** A freeze as somebody asks for it. */
export interface Freezing {
  kind: 'amount' | 'packet'
  subjectId: string
  amount?: number
  note: string
  reason: string
  basis: string
  reference?: string
  documentId?: string
  aboutId?: string
  until?: string
}

const freezeMoney = (w: World, ask: Ask): Verdict => {
  const barred = barredFromStaff(w, ask.as, 'dispute_agent')
  if (barred) return barred
  const freezing = freezeFor(w, ask.as, bodyOf<Freezing>(ask))
  return 'refusal' in freezing ? freezing.refusal : yes((reply) => freezing.book(textIn(reply, 'id')), 201)
}

/** Whether this may be frozen by that agent, and what it is then booked as. */
export function freezeFor(
  w: World,
  by: string,
  b: Freezing,
): { refusal: Verdict } | { book: (id: string) => Fields } {
  const { kind, subjectId: subject, amount = null, note, reason, basis, reference = null, aboutId = null } = b
  const packet = w.packets.get(subject)
  if (kind === 'packet' ? !packet : !w.members.has(subject)) return { refusal: no('not_found') }
  const owner = packet?.payer ?? subject
  const now = packet ? momentOf(w, packet) : w.clock
  const refusal = freezeRefusal(w, { ...b, by, now, packet })
  if (refusal) return { refusal }
  const until = b.until === undefined ? longest(w, b, now) : Date.parse(b.until)
  const taken = amount === null ? null : Math.min(amount, w.balanceOf(subject))
  const why = { note, reason, basis, reference, about: aboutId, by }
  const none = { paidOut: 0, ended: false, endedAt: null, appeals: [] }
  const facts = { kind, subject, owner, amount: taken, ...why, since: now, until, ...none }
  return { book: (id) => book(w, { id, ...facts }, amount) }
}

function freezeRefusal(
  w: World,
  b: Freezing & { by: string; now: number; packet: Packet | undefined },
): Verdict | undefined {
  const { kind, subjectId: subject, basis, reference = null, documentId, by, now, packet } = b
  const { until: latest, isOrder, timesMax } = bases[basis]!
  const what = { subject, owner: packet?.payer ?? subject, about: b.aboutId ?? null }
  if (isPartyToFreeze(w, what, by, now)) return no('own_act')
  if (kind === 'amount' && w.balanceOf(subject) === 0) return no('balance_too_low', { balance: 0 })
  const ended = packet && fate(w, packet)
  if (ended) return ended
  const onBasis = [...w.freezes.values()].filter((f) => f.subject === subject && f.basis === basis)
  if (packet && onBasis.some((f) => !f.ended && f.reference === reference)) return no('already_frozen')
  if (packet && stateOf(w, packet) === 'approving') return no('not_freezable')
  if (isOrder && reference === null) return no('freeze_reference_needed', { field: 'reference' })
  if (isOrder && documentId === undefined) return no('freeze_document_needed', { field: 'documentId' })
  const max = latest(now)
  const until = b.until === undefined ? longest(w, b, now) : Date.parse(b.until)
  if (b.until !== undefined && (until <= now || until > max))
    return no('freeze_out_of_bounds', { max: iso(max), basis })
  if (onBasis.length >= timesMax) return no('freeze_times_max', { max: timesMax })
  if (until <= now || until > longest(w, b, now)) return no('freeze_sum_max')
  if (documentId !== undefined && !w.documents.has(documentId))
    return no('document_unknown', { field: 'documentId' })
  return isAboutTheirs(w, b) ? undefined : no('invalid_request')
}

/** As long as its basis allows, and as the sum of all by the service's own rules, for this reason, leaves of its weeks. */
function longest(w: World, { subjectId, basis, reason }: Freezing, now: number): number {
  const most = bases[basis]!.until(now)
  const earlier = [...w.freezes.values()].filter(
    (f) => f.subject === subjectId && f.basis === basis && f.reason === reason,
  )
  return basis === 'policy' ? Math.min(most, now + sumMax - lastedOf(earlier, now)) : most
}

/** How long it was frozen in the days that count, what overlapped counted once. */
function lastedOf(freezes: readonly Freeze[], now: number): number {
  const marks = freezes.flatMap(({ since, until, endedAt }) => [since, Math.min(endedAt ?? until, now)])
  const from = now - sumWithin
  const edges = [...new Set([from, now, ...marks])].filter((at) => at >= from).sort((a, b) => a - b)
  const isFrozen = (at: number) =>
    freezes.some(({ since, until, endedAt }) => since <= at && at < Math.min(endedAt ?? until, now))
  return edges.reduce((sum, at, i) => (isFrozen(at) ? sum + (edges[i + 1] ?? at) - at : sum), 0)
}

/** Whether what it names, if anything, is a case of which the frozen person has the money. */
function isAboutTheirs(w: World, { kind, subjectId, aboutId }: Freezing): boolean {
  if (aboutId === undefined) return true
  const d = w.disputes.get(aboutId)
  if (d) return kind === 'packet' ? subjectId === d.source : subjectId === holderOf(d)
  if (kind === 'packet') return aboutId === subjectId
  const claims = w.packets.get(aboutId)?.claims ?? []
  return claims.some(({ member }) => member === subjectId) || w.transfers.get(aboutId)?.payee === subjectId
}

/** Whether a freeze keeps the money of this dispute: named for it or for what it is about, of whoever has it. */
export function isFrozenFor({ kind, subject, owner, about }: Freeze, d: Dispute): boolean {
  const named = about ?? (kind === 'packet' ? subject : null)
  const isTheirs = kind === 'packet' ? subject === d.source : owner === holderOf(d)
  return isTheirs && (named === d.id || named === d.source)
}

/** What of a frozen amount still lies there. */
export const leftFrozen = ({ amount, paidOut }: Freeze) => (amount ?? 0) - paidOut

const lasting = (w: World, subject: string) =>
  [...w.freezes.values()].filter((one) => one.subject === subject && !one.ended)

function book(w: World, f: Freeze, asked: number | null): Fields {
  w.freezes.set(f.id, f)
  const facts = { freezeId: f.id, until: iso(f.until) }
  if (f.kind === 'packet') keep(w, f)
  else {
    w.move(f.owner, beside(f.owner), f.amount!, 'frozen', f.id)
    const why = {
      reason: f.note,
      reasonCode: f.reason,
      basis: f.basis,
      reference: f.reference,
      aboutId: f.about,
    }
    const told = { memberId: f.owner, amount: f.amount, askedAmount: asked, ...why, ...facts }
    w.tell(f.owner, 'wallet.amount_frozen', [f.owner], told)
  }
  const shortfall = asked === null ? null : asked - f.amount!
  return { ...shown(f), shortfall, until: iso(f.until) }
}

/** A freeze as the staff are shown it. */
export function shown(f: Freeze): Fields {
  const { id, subject, owner, amount, basis, ended, appeals, about: aboutId, paidOut } = f
  const appealsLeft = ended ? 0 : appealsMax - appeals.length
  const left = ended ? 0 : leftFrozen(f)
  const sums = amount === null ? { paidOut: null, left: null } : { paidOut, left }
  const { isOrder } = bases[basis]!
  return { id, subjectId: subject, ownerId: owner, amount, ...sums, aboutId, basis, isOrder, appealsLeft }
}

/** Let a packet wait until the last of its freezes is over. */
function keep(w: World, { subject, id }: Freeze): void {
  const p = w.packets.get(subject)!
  const untils = lasting(w, subject).map(({ until }) => until)
  const rest = untils.filter((until) => until > momentOf(w, p))
  turn(w, p, rest.length === 0 ? null : Math.max(...rest), id)
}

/** Freeze a packet until then, or let it go: told to its payer alone while nobody else knows of it. */
function turn(w: World, p: Packet, until: number | null, freezeId: string): void {
  if (p.frozenUntil === until) return
  const at = momentOf(w, p)
  const kind = until === null ? 'packet.unfrozen' : 'packet.frozen'
  const facts = { packetId: p.id, freezeId, until: until === null ? null : iso(until) }
  if (!p.end) deliver(w, p)
  p.frozenUntil = until
  w.tell(p.id, kind, !p.end && isHidden(p.state) ? [p.payer] : everyone(p), facts, at)
  expire(w, p)
}

/** End a freeze that lasts: what lay beside the wallet is in it again, and a packet goes on. */
export function end(w: World, f: Freeze, reason: string): void {
  const left = leftFrozen(f)
  f.ended = true
  f.endedAt = reason === 'expired' ? f.until : nowOf(w, f)
  if (f.kind === 'packet') return keep(w, f)
  w.move(beside(f.owner), f.owner, left, 'unfrozen', f.id)
  const facts = { memberId: f.owner, freezeId: f.id, amount: left, releaseReason: reason }
  w.tell(f.owner, 'wallet.amount_unfrozen', [f.owner], facts)
}

/** The moment at which a freeze is judged: never before its packet was last changed. */
export const nowOf = (w: World, { kind, subject }: Freeze) =>
  kind === 'packet' ? momentOf(w, w.packets.get(subject)!) : w.clock

/** So much of a frozen amount goes back by a decision in that dispute: it lies in the wallet, and what is over stays. */
export function payOut(w: World, f: Freeze, amount: number, disputeId: string): void {
  f.paidOut += amount
  f.ended = leftFrozen(f) === 0
  if (f.ended) f.endedAt = w.clock
  w.move(beside(f.owner), f.owner, amount, 'unfrozen', f.id)
  const what = { memberId: f.owner, freezeId: f.id, disputeId, amount, left: leftFrozen(f) }
  const facts = { ...what, until: iso(f.until), releaseReason: f.ended ? 'settled' : null }
  w.tell(f.owner, 'wallet.frozen_amount_returned', [f.owner], facts)
}

/** The refusal of whatever comes after the end of a freeze, written down or not. */
export const over = (w: World, f: Freeze): Verdict | undefined =>
  f.ended || nowOf(w, f) >= f.until ? no('freeze_ended') : undefined

/** Whether somebody may not end a freeze now, for that reason. */
export function releaseRefusal(w: World, f: Freeze, by: string, reason: string): Verdict | undefined {
  if (isPartyToFreeze(w, f, by, nowOf(w, f))) return no('own_act')
  return over(w, f) ?? (endsFor(f.basis, reason) ? undefined : no('release_reason_unfit', { basis: f.basis }))
}

function releaseFreeze(w: World, ask: Ask): Verdict {
  const { reason } = bodyOf<{ reason: string }>(ask)
  const barred = barredFromStaff(w, ask.as, 'dispute_agent')
  if (barred) return barred
  const f = w.freezes.get(ask.params!.id!)
  if (!f) return no('not_found')
  const refusal = releaseRefusal(w, f, ask.as, reason)
  if (refusal) return refusal
  const releasedAt = iso(nowOf(w, f))
  return yes(() => {
    end(w, f, reason)
    return { ...shown(f), releaseReason: reason, releasedBy: ask.as, releasedAt }
  })
}

/** Whatever is over ends, in the order in which it is: an amount, a packet, a whole wallet. */
export function releaseDue(w: World): void {
  const dues = [...w.freezes.values()]
    .filter((f) => !f.ended && w.clock >= f.until)
    .map((f) => ({ until: f.until, done: () => end(w, f, 'expired') }))
  for (const member of w.members.values()) {
    const until = member.frozen && member.frozen.since + week
    if (until !== null && w.clock >= until) dues.push({ until, done: () => thaw(w, member.id) })
  }
  for (const { done } of dues.sort((a, b) => a.until - b.until)) done()
}

/** A wallet that may pay again. */
export function thaw(w: World, memberId: string): void {
  w.members.get(memberId)!.frozen = null
  w.tell(memberId, 'wallet.unfrozen', [memberId], { memberId })
}

/** Everything about freezes but what is said against them, by its route; a whole wallet's are in wallets.ts. */
export const freezeRules: Record<string, (w: World, ask: Ask) => Verdict> = { freezeMoney, releaseFreeze }
