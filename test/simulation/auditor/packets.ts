/** What may happen to a packet, in the order in which it is refused, and what each of it moves and tells. */

import type { Ask, Fields } from '../asks.ts'
import { bodyOf, iso, no, textIn, yes, type Packet, type Verdict, type World } from './world.ts'

const second = 1_000
const day = 86_400_000

/** The caps and manners that differ between product profiles. */
export const profiles: Record<
  string,
  { lifeMin: number; lifeMax: number; delayMax: number; takesBack: boolean; asks: boolean }
> = {
  laisee: { lifeMin: 60 * second, lifeMax: 7 * day, delayMax: 7 * day, takesBack: true, asks: false },
  'wechat-personal': { lifeMin: day, lifeMax: day, delayMax: day, takesBack: false, asks: true },
  enterprise: { lifeMin: 3_600 * second, lifeMax: 30 * day, delayMax: 7 * day, takesBack: true, asks: false },
}
const countMax = 500
const averageMax = 20_000

interface SendBody {
  kind: string
  total: number
  count: number
  splitMethod?: string
  recipientIds?: string[]
  groupId?: string
  link?: true
  passphrase?: string
  notBefore?: string
  expireAfterS?: number
  openAs?: string
  test?: boolean
  profile?: string
}

/** May this be sent? The people first, then the shape, then the times, the money last. */
export function sendPacket(w: World, ask: Ask): Verdict {
  const b = bodyOf<SendBody>(ask)
  const named = b.recipientIds ?? []
  const group = w.groups.get(b.groupId ?? '')
  const sentAt = Math.max(w.clock, group?.changedAt ?? 0)
  const inside = group ? w.insideAt(group, sentAt) : []
  const unknown = named.filter((id) => !w.members.has(id))
  if (unknown.length > 0) return no('member_unknown', { field: 'recipientIds', unknown })
  if (b.groupId !== undefined && !group) return no('group_unknown', { field: 'groupId' })
  if (named.includes(ask.as)) return no('self_not_allowed', { field: 'recipientIds' })
  if (w.blockedWith(ask.as, named)) return no('recipient_blocked', { field: 'recipientIds' })
  if (group && ![ask.as, ...named].every((id) => inside.includes(id)))
    return no('not_a_group_member', { field: 'groupId' })
  const shape = shapeRefusal(b, group && !isForOne(b.kind) ? inside.length : named.length)
  if (shape) return shape
  const { deliverAt, expireAt, refusal } = timesOf(w, ask, b, sentAt)
  return refusal ?? yes((reply) => bookSend(w, ask.as, b, inside, { sentAt, deliverAt, expireAt }, reply), 201)
}

const isForOne = (kind: string) => kind === 'direct' || kind === 'exclusive'

function shapeRefusal({ kind, count, total, link }: SendBody, people: number): Verdict | undefined {
  if (isForOne(kind) && count !== 1) return no('count_not_one', { field: 'count' })
  if (count > countMax) return no('count_above_max', { field: 'count', max: countMax })
  if (!isForOne(kind) && !link && count > people) return no('count_above_recipients', { max: people })
  if (total < count) return no('total_below_min', { field: 'total', min: count })
  if (kind === 'equal' && total % count !== 0) return no('total_not_divisible', { field: 'total', count })
  if (total > averageMax * count) return no('total_above_max', { field: 'total', max: averageMax * count })
  return undefined
}

function timesOf(w: World, ask: Ask, b: SendBody, sentAt: number) {
  const payer = w.members.get(ask.as)!
  const { lifeMin, lifeMax } = profiles[b.profile ?? 'laisee']!
  const life = b.expireAfterS === undefined ? day : b.expireAfterS * second
  const deliverAt = sentAt + payer.undoS * second
  const expireAt = deliverAt + life
  const refuse = (code: string, facts: Fields) => ({ deliverAt, expireAt, refusal: no(code, facts) })
  if (life < lifeMin || life > lifeMax)
    return refuse('expiry_out_of_bounds', { min: lifeMin / second, max: lifeMax / second })
  if (b.notBefore !== undefined && Date.parse(b.notBefore) >= expireAt)
    return refuse('not_before_after_expiry', { field: 'notBefore' })
  return { deliverAt, expireAt, refusal: debitRefusal(w, ask.as, b.total) }
}

/** May this wallet pay so much? */
export function debitRefusal(w: World, member: string, amount: number): Verdict | undefined {
  if (w.members.get(member)!.frozen) return no('wallet_frozen')
  const balance = w.balanceOf(member)
  return balance < amount ? no('balance_too_low', { balance, needed: amount }) : undefined
}

function bookSend(
  w: World,
  payer: string,
  b: SendBody,
  insideGroup: string[],
  times: Pick<Packet, 'sentAt' | 'deliverAt' | 'expireAt'>,
  reply: Fields,
): Fields {
  const named = b.recipientIds ?? []
  const group = b.groupId ?? null
  const recipient = isForOne(b.kind) ? named[0]! : null
  const split = b.kind === 'lucky' ? (b.splitMethod ?? 'wechat') : null
  const p: Packet = {
    id: textIn(reply, 'id'), payer, kind: b.kind, profile: b.profile ?? 'laisee', total: b.total, count: b.count, split,
    audience: recipient ? 'member' : b.link ? 'link' : group ? 'group' : 'members',
    recipient, group,
    inside: b.link ? null : new Set(recipient || !group ? named : insideGroup),
    meant: new Set([...insideGroup, ...named]),
    told: [...(group ? [group] : []), ...named],
    phrase: b.passphrase ?? null,
    notBefore: b.notBefore === undefined ? null : Date.parse(b.notBefore),
    test: b.test ?? false, openAs: b.openAs ?? 'open', state: 'undo', ...times,
    askedAt: null, claims: [], returned: 0, attempts: new Map(), end: null,
    commitment: split === 'provable' ? textIn(reply, 'commitment') : null,
  }
  w.packets.set(p.id, p)
  w.move(payer, p.id, p.total, 'packet_sent', p.id)
  const { id: packetId, kind, total, count } = p
  const moments = { deliverAt: iso(p.deliverAt), expireAt: iso(p.expireAt) }
  w.tell(p.id, 'packet.sent', [payer], { packetId, payerId: payer, kind, total, count, groupId: group, recipientId: recipient, ...moments }, p.sentAt)
  return shown(w, p, payer)
}

/** The state the clock has decided, written down or not. */
export function stateOf(w: World, p: Packet): string {
  if (p.end) return p.state
  if (w.clock >= p.expireAt) return 'expired'
  return p.state === 'undo' && w.clock >= p.deliverAt ? p.openAs : p.state
}

export const claimed = (p: Packet) => p.claims.reduce((sum, claim) => sum + claim.amount, 0)

/** How a packet that is no longer alive ended, and who decided it when. */
export function fate(w: World, p: Packet): Verdict | undefined {
  const { at, by } = p.end ?? { at: p.expireAt, by: null }
  if (!p.end && w.clock < p.expireAt) return undefined
  return no(`already_${stateOf(w, p)}`, { decidedAt: iso(at), decidedBy: by ?? 'clock' })
}

export function maySee(w: World, p: Packet, me: string): boolean {
  if (me === p.payer) return true
  if (w.clock < p.deliverAt || p.state === 'undone') return false
  return p.meant.has(me) || p.claims.some((claim) => claim.member === me)
}

/** A packet as a member must be shown it: what is in it only to the payer, to claimers, and to all once it has ended. */
export function shown(w: World, p: Packet, me: string): Fields {
  const mine = p.claims.find((claim) => claim.member === me)
  const state = stateOf(w, p)
  const open = me === p.payer || mine !== undefined || !['undo', 'open', 'paused'].includes(state)
  return {
    id: p.id, payerId: p.payer, kind: p.kind, profile: p.profile, count: p.count, splitMethod: p.split, state,
    audience: p.audience, recipientId: p.recipient, groupId: p.group, test: p.test, hasPassphrase: p.phrase !== null,
    commitment: p.commitment, total: open ? p.total : null, claimedCount: p.claims.length,
    claimedAmount: open ? claimed(p) : null, returnedAmount: open ? p.returned : null,
    sentAt: iso(p.sentAt), deliverAt: iso(p.deliverAt), expireAt: iso(p.expireAt),
    notBefore: p.notBefore === null ? null : iso(p.notBefore), askedNotToOpenAt: p.askedAt === null ? null : iso(p.askedAt),
    closedAt: p.end ? iso(p.end.at) : state === 'expired' ? iso(p.expireAt) : null, closedBy: p.end?.by ?? null, closeReason: p.end?.reason ?? null,
    myShare: mine ? shareOf(p, mine) : null,
  }
}

/** A share as it must be shown. */
export function shareOf(p: Packet, claim: Packet['claims'][number]): Fields {
  return { packetId: p.id, memberId: claim.member, shareNo: claim.shareNo, amount: claim.amount, at: iso(claim.at) }
}

/** Tell of a delivery that is due and that nobody has told of. */
export function deliver(w: World, p: Packet): void {
  if (p.state !== 'undo' || w.clock < p.deliverAt) return
  const { id: packetId, payer: payerId, kind, count, group: groupId, recipient: recipientId } = p
  const moments = { deliverAt: iso(p.deliverAt), expireAt: iso(p.expireAt) }
  w.tell(p.id, 'packet.delivered', everyone(p), { packetId, payerId, kind, count, groupId, recipientId, paused: p.openAs === 'paused', ...moments })
  p.state = p.openAs
}

export const everyone = (p: Packet) => [p.payer, p.id, ...p.told]

/** End a packet: what is left goes back to its payer, whoever asked. */
export function close(w: World, p: Packet, state: string, end: Partial<Packet['end']> & object, facts: Fields): void {
  const left = p.total - claimed(p) - p.returned
  if (state !== 'undone') deliver(w, p)
  if (left > 0) w.move(p.id, p.payer, left, `packet_${state}`, p.id)
  p.returned += left
  p.state = state
  p.end = { at: w.clock, by: null, reason: null, ...end }
  const returned = state === 'claimed_out' ? {} : { returned: left }
  w.tell(p.id, `packet.${state}`, state === 'undone' ? [p.payer] : everyone(p), { packetId: p.id, ...returned, ...facts })
}

/** What an expiry gives back, at whatever moment the sweep comes. */
export function expire(w: World, p: Packet): void {
  if (p.end || w.clock < p.expireAt) return
  close(w, p, 'expired', { at: p.expireAt }, { claimedCount: p.claims.length, expiredAt: iso(p.expireAt) })
}
