/** Sending a packet: what may be asked for, in the order in which it is refused, and what the books say of it then. */

import type { Ask, Fields } from '../asks.ts'
import { shown } from './packets.ts'
import { pay, paymentOf, type Payment } from './families.ts'
import { holdOf, sentHeld, type Hold } from './holds.ts'
import { profiles } from './profiles.ts'
import { bodyOf, iso, no, textIn, yes, type Packet, type Verdict, type World } from './world.ts'

const second = 1_000
const day = 86_400_000
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
  paidFrom?: string
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
  const { hold, deliverAt, expireAt, refusal } = timesOf(w, ask, b, sentAt)
  if (refusal) return refusal
  const spending = {
    field: 'total',
    amount: b.total,
    count: b.count,
    luckyForMany: b.kind === 'lucky',
  }
  const payment = paymentOf(w, ask.as, spending, b.paidFrom, sentAt)
  if ('refusal' in payment) return payment.refusal
  const times = { sentAt, ...hold, deliverAt, expireAt }
  return yes((reply) => bookSend(w, ask.as, b, inside, { ...times, payment }, reply), 201)
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
  const hold = holdOf(w, ask.as, b.total, b.recipientIds ?? [], sentAt)
  const deliverAt = (hold.heldUntil ?? sentAt) + payer.undoS * second
  const expireAt = deliverAt + life
  const refuse = (code: string, facts: Fields) => ({ hold, deliverAt, expireAt, refusal: no(code, facts) })
  if (life < lifeMin || life > lifeMax)
    return refuse('expiry_out_of_bounds', { min: lifeMin / second, max: lifeMax / second })
  if (b.notBefore !== undefined && Date.parse(b.notBefore) >= expireAt)
    return refuse('not_before_after_expiry', { field: 'notBefore' })
  return { hold, deliverAt, expireAt, refusal: undefined }
}

function bookSend(
  w: World,
  payer: string,
  b: SendBody,
  insideGroup: string[],
  { payment, ...times }: Hold & Pick<Packet, 'sentAt' | 'deliverAt' | 'expireAt'> & { payment: Payment },
  reply: Fields,
): Fields {
  const named = b.recipientIds ?? []
  const group = b.groupId ?? null
  const recipient = isForOne(b.kind) ? named[0]! : null
  const split = b.kind === 'lucky' ? (b.splitMethod ?? 'wechat') : null
  const p: Packet = {
    id: textIn(reply, 'id'),
    payer,
    family: payment.family,
    kind: b.kind,
    profile: b.profile ?? 'laisee',
    total: b.total,
    count: b.count,
    split,
    audience: recipient ? 'member' : b.link ? 'link' : group ? 'group' : 'members',
    recipient,
    group,
    inside: b.link ? null : new Set(recipient || !group ? named : insideGroup),
    meant: new Set([...insideGroup, ...named]),
    told: [...(group ? [group] : []), ...named],
    phrase: b.passphrase ?? null,
    notBefore: b.notBefore === undefined ? null : Date.parse(b.notBefore),
    test: b.test ?? false,
    openAs: b.openAs ?? 'open',
    state: times.heldUntil === null ? 'undo' : 'held',
    ...times,
    askedAt: null,
    toldExpiring: false,
    claims: [],
    returned: 0,
    attempts: new Map(),
    end: null,
    commitment: split === 'provable' ? textIn(reply, 'commitment') : null,
  }
  w.packets.set(p.id, p)
  const send = { me: payer, source: p.id, amount: p.total, reason: 'packet_sent', at: p.sentAt }
  pay(w, payment, send)
  const { id: packetId, kind, total, count } = p
  const moments = { ...sentHeld(p), deliverAt: iso(p.deliverAt), expireAt: iso(p.expireAt) }
  w.tell(
    p.id,
    'packet.sent',
    [payer],
    { packetId, payerId: payer, kind, total, count, groupId: group, recipientId: recipient, ...moments },
    p.sentAt,
  )
  return shown(w, p, payer)
}
