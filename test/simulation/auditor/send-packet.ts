/** Sending a packet: what may be asked for, in the order in which it is refused, and what the books say of it then. */

import type { Ask, Fields, Reply } from '../asks.ts'
import type { Approval } from './approval.ts'
import { officePayment, pay, paymentOf, type Payment } from './families.ts'
import { familySubmission } from './family-waits.ts'
import { gate, type Judged, type Looked } from './guard.ts'
import { holdFrom, ownWait, sentHeld, type Hold } from './holds.ts'
import { enterOffice, file, replacedBy, submissionOf, type Office } from './on-behalf.ts'
import { packetVerbs } from './packet-verbs.ts'
import { onBehalfFacts, shown } from './packets.ts'
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
  onBehalfOf?: string
  replaces?: string
  greeting?: string
}

/** May this be sent? The office first, then the people, the shape, the times, the money, and the guard last. */
export function sendPacket(w: World, ask: Ask, reply: Reply): Verdict {
  const b = bodyOf<SendBody>(ask)
  const entered = enterOffice(w, ask)
  if ('refusal' in entered) return entered.refusal
  const { office } = entered
  const undo = (packet: Packet) => packetVerbs.undoPacket!(w, packet, { route: 'undoPacket', as: ask.as })
  const replacing = replacedBy(ask, w.packets, undo)
  if ('refusal' in replacing) return replacing.refusal
  const group = w.groups.get(b.groupId ?? '')
  const sentAt = Math.max(w.clock, group?.changedAt ?? 0, office?.org.changedAt ?? 0)
  const inside = group ? w.insideAt(group, sentAt) : []
  const wrong =
    peopleRefusal(w, ask, b, inside) ??
    shapeRefusal(b, group && !isForOne(b.kind) ? inside.length : (b.recipientIds ?? []).length)
  if (wrong) return wrong
  const submission = office
    ? submissionOf(w, office, { me: ask.as, payees: b.recipientIds ?? [] }, b.total, sentAt)
    : familySubmission(w, ask.as, { paidFrom: b.paidFrom, amount: b.total, whole: b.total }, sentAt)
  const from = submission?.approveBy ?? sentAt
  const own = ownWait(w, ask.as, b.total, b.recipientIds ?? [])
  const at = { look: lookAt(b, sentAt), office, own, from, waits: submission !== null }
  const gated = gate(w, ask, reply, at)
  const hold = 'hold' in gated ? gated.hold : holdFrom([own], from)
  const times = timesOf(w, ask, b, { from, hold })
  if (times.refusal) return times.refusal
  const spending = { field: 'total', amount: b.total, count: b.count, luckyForMany: b.kind === 'lucky' }
  const payment = office
    ? officePayment(w, office, ask.as, spending, { at: sentAt, replaced: replacing.replaced })
    : paymentOf(w, ask.as, spending, b.paidFrom, sentAt)
  if ('refusal' in payment) return payment.refusal
  if ('verdict' in gated) return gated.verdict
  const { deliverAt, expireAt } = times
  const made = { sentAt, hold, deliverAt, expireAt, payment, office, submission, judged: gated.judged }
  return yes((body) => {
    replacing.takeBack()
    return bookSend(w, ask.as, b, inside, made, body)
  }, 201)
}

function lookAt(b: SendBody, at: number): Looked {
  const { kind, recipientIds: to = [], groupId: group = null, total: amount, count, greeting: words = '' } = b
  const toKind = isForOne(kind) ? 'member' : b.link ? 'link' : group === null ? 'members' : 'group'
  return { kind, toKind, to, group, amount, count, words, at }
}

function peopleRefusal(w: World, { as }: Ask, b: SendBody, inside: readonly string[]): Verdict | undefined {
  const named = b.recipientIds ?? []
  const unknown = named.filter((id) => !w.members.has(id))
  if (unknown.length > 0) return no('member_unknown', { field: 'recipientIds', unknown })
  if (b.groupId !== undefined && !w.groups.has(b.groupId)) return no('group_unknown', { field: 'groupId' })
  if (named.includes(as)) return no('self_not_allowed', { field: 'recipientIds' })
  if (w.blockedWith(as, named)) return no('recipient_blocked', { field: 'recipientIds' })
  if (b.groupId !== undefined && ![as, ...named].every((id) => inside.includes(id)))
    return no('not_a_group_member', { field: 'groupId' })
  return undefined
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

const profileOf = ({ profile, onBehalfOf }: SendBody) =>
  profile ?? (onBehalfOf === undefined ? 'laisee' : 'enterprise')

function timesOf(w: World, ask: Ask, b: SendBody, { from, hold }: { from: number; hold: Hold }) {
  const payer = w.members.get(ask.as)!
  const { lifeMin, lifeMax } = profiles[profileOf(b)]!
  const life = b.expireAfterS === undefined ? day : b.expireAfterS * second
  const deliverAt = (hold.heldUntil ?? from) + payer.undoS * second
  const expireAt = deliverAt + life
  const refuse = (code: string, facts: Fields) => ({ deliverAt, expireAt, refusal: no(code, facts) })
  if (life < lifeMin || life > lifeMax)
    return refuse('expiry_out_of_bounds', { min: lifeMin / second, max: lifeMax / second })
  if (b.notBefore !== undefined && Date.parse(b.notBefore) >= expireAt)
    return refuse('not_before_after_expiry', { field: 'notBefore' })
  return { deliverAt, expireAt, refusal: undefined }
}

/** A send as it was decided. */
interface Made {
  sentAt: number
  hold: Hold
  deliverAt: number
  expireAt: number
  payment: Payment
  office: Office | null
  submission: Approval | null
  judged: Judged | null
}

function bookSend(
  w: World,
  payer: string,
  b: SendBody,
  insideGroup: string[],
  { sentAt, hold, deliverAt, expireAt, payment, office, submission, judged }: Made,
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
    profile: profileOf(b),
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
    state: submission ? 'approving' : hold.heldUntil === null ? 'undo' : 'held',
    sentAt,
    changedAt: sentAt,
    ...hold,
    deliverAt,
    expireAt,
    org: office?.org.id ?? null,
    approveBy: submission?.approveBy ?? null,
    filedBy: office?.version ?? null,
    judged,
    askedAt: null,
    toldExpiring: false,
    frozenUntil: null,
    claims: [],
    returned: 0,
    attempts: new Map(),
    end: null,
    commitment: split === 'provable' ? textIn(reply, 'commitment') : null,
  }
  w.packets.set(p.id, p)
  const send = { source: p.id, amount: p.total, reason: 'packet_sent', at: p.sentAt }
  pay(w, payment, send)
  const { id: packetId, kind, total, count } = p
  const moments = {
    ...onBehalfFacts(p, payer),
    ...sentHeld(p),
    deliverAt: iso(p.deliverAt),
    expireAt: iso(p.expireAt),
  }
  w.tell(
    p.id,
    'packet.sent',
    [payer],
    { packetId, payerId: payer, kind, total, count, groupId: group, recipientId: recipient, ...moments },
    p.sentAt,
  )
  file(w, p, submission, b.replaces ?? null)
  return shown(w, p, payer)
}
