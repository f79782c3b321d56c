/** Freezes: an amount lies beside its wallet, a packet keeps what is left of it, each until its time or a word before. */

import type { Ask, Fields } from '../asks.ts'
import { isHidden } from './holds.ts'
import { deliver, everyone, expire, fate, stateOf } from './packets.ts'
import { bodyOf, iso, momentOf, no, textIn, yes, type Packet, type Verdict, type World } from './world.ts'

const week = 7 * 86_400_000
const appealsMax = 3

export interface Freeze {
  id: string
  kind: 'amount' | 'packet'
  subject: string
  owner: string
  amount: number | null
  note: string
  until: number
  ended: boolean
  appeals: number
}

/** What of an owner's money lies beside their wallet. */
export const beside = (owner: string) => `frozen ${owner}`

/** The refusal of whatever would take money out of a packet that is frozen. */
export function frozen(w: World, p: Packet): Verdict | undefined {
  if (p.frozenUntil === null || momentOf(w, p) >= p.frozenUntil) return undefined
  return no('packet_frozen', { until: iso(p.frozenUntil) })
}

interface FreezeBody {
  kind: 'amount' | 'packet'
  subjectId: string
  amount?: number
  note: string
  until?: string
}

function freezeMoney(w: World, ask: Ask): Verdict {
  if (ask.as !== 'operator') return no('not_found')
  const { kind, subjectId, amount = null, note, until } = bodyOf<FreezeBody>(ask)
  const packet = w.packets.get(subjectId)
  const member = w.members.get(subjectId)
  if (kind === 'packet' ? !packet : !member) return no('not_found')
  if (kind === 'amount' && w.balanceOf(subjectId) === 0) return no('balance_too_low', { balance: 0 })
  const ended = packet && fate(w, packet)
  if (ended) return ended
  if (packet && lasting(w, subjectId).length > 0) return no('already_frozen')
  if (packet && stateOf(w, packet) === 'approving') return no('not_freezable')
  const now = packet ? momentOf(w, packet) : w.clock
  const end = until === undefined ? now + week : Date.parse(until)
  if (end <= now || end > now + week) return no('freeze_out_of_bounds', { max: iso(now + week) })
  const taken = amount === null ? null : Math.min(amount, w.balanceOf(subjectId))
  const owner = packet?.payer ?? subjectId
  const facts = { kind, subject: subjectId, owner, amount: taken, note, until: end, ended: false, appeals: 0 }
  return yes((reply) => book(w, { id: textIn(reply, 'id'), ...facts }, amount), 201)
}

const lasting = (w: World, subject: string) =>
  [...w.freezes.values()].filter((one) => one.subject === subject && !one.ended)

function book(w: World, f: Freeze, asked: number | null): Fields {
  w.freezes.set(f.id, f)
  const facts = { freezeId: f.id, until: iso(f.until) }
  if (f.kind === 'packet') turn(w, w.packets.get(f.subject)!, f.until, f.id)
  else {
    w.move(f.owner, beside(f.owner), f.amount!, 'frozen', f.id)
    const told = { memberId: f.owner, amount: f.amount, askedAmount: asked, reason: f.note, ...facts }
    w.tell(f.owner, 'wallet.amount_frozen', [f.owner], told)
  }
  const shortfall = asked === null ? null : asked - f.amount!
  return {
    id: f.id,
    subjectId: f.subject,
    ownerId: f.owner,
    amount: f.amount,
    shortfall,
    until: iso(f.until),
  }
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

function end(w: World, f: Freeze, reason: string): void {
  f.ended = true
  if (f.kind === 'packet') {
    const rest = lasting(w, f.subject).filter(({ until }) => until > w.clock)
    const until = rest.length === 0 ? null : Math.max(...rest.map((one) => one.until))
    return turn(w, w.packets.get(f.subject)!, until, f.id)
  }
  w.move(beside(f.owner), f.owner, f.amount!, 'unfrozen', f.id)
  const facts = { memberId: f.owner, freezeId: f.id, amount: f.amount, releaseReason: reason }
  w.tell(f.owner, 'wallet.amount_unfrozen', [f.owner], facts)
}

const over = (w: World, f: Freeze) => f.ended || w.clock >= f.until

function releaseFreeze(w: World, { as, params }: Ask): Verdict {
  if (as !== 'operator') return no('not_found')
  const f = w.freezes.get(params!.id!)
  if (!f) return no('not_found')
  if (over(w, f)) return no('freeze_ended')
  return yes(() => {
    end(w, f, 'cleared')
    return { id: f.id, releaseReason: 'cleared', releasedAt: iso(w.clock) }
  })
}

function appealFreeze(w: World, { as, params }: Ask): Verdict {
  const f = w.freezes.get(params!.id!)
  if (f?.owner !== as) return no('not_found')
  if (over(w, f)) return no('freeze_ended')
  // The operator's key froze it, and no other answers: what is said waits.
  if (f.appeals > 0) return no('already_appealed')
  return yes(() => {
    f.appeals += 1
    w.tell(f.owner, 'freeze.appealed', [f.owner], { freezeId: f.id, appealNo: f.appeals, by: as })
    return { id: f.id, appealsLeft: appealsMax - f.appeals }
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

/** Everything about freezes, by its route; those of a whole wallet by the operator alone are in wallets.ts. */
export const freezeRules: Record<string, (w: World, ask: Ask) => Verdict> = {
  freezeMoney,
  releaseFreeze,
  appealFreeze,
}
