/** Collections: requests for money. Nothing moves but by a transfer, and what became of a share is read off that. */

import type { Ask, Fields, Reply } from '../asks.ts'
import { isHidden } from './holds.ts'
import { sendTransfer } from './transfer-verbs.ts'
import { isoOrNull, stateOf } from './transfers.ts'
import { bodyOf, iso, no, textIn, yes, type Verdict, type World } from './world.ts'

const day = 86_400_000
const amountMax = 5_000_000
const openMax = 20
const remindersMax = 3

export interface CollectionShare {
  member: string
  amount: number
  declinedAt: number | null
  reminders: number
  remindedAt: number | null
  /** The transfer that paid it last. */
  transfer: string | null
}

export interface Collection {
  id: string
  asker: string
  group: string | null
  note: string
  askedAt: number
  changedAt: number
  closedAt: number | null
  /** In the order of who is asked. */
  shares: CollectionShare[]
}

const cameBack = ['undone', 'rejected', 'recalled', 'declined', 'returned']

/** Where the money of a share is; null where nobody has paid, or it came back. */
function paymentOf(w: World, { transfer }: CollectionShare): { id: string; state: string } | null {
  if (transfer === null) return null
  const state = stateOf(w, w.transfers.get(transfer)!)
  return cameBack.includes(state) ? null : { id: transfer, state }
}

function stateOfShare(w: World, share: CollectionShare): string {
  const payment = paymentOf(w, share)
  if (payment) return payment.state === 'arrived' ? 'paid' : 'paying'
  return share.declinedAt === null ? 'asked' : 'declined'
}

/** A share as somebody is shown it: whoever may still undo has told nobody. */
function shownShare(w: World, c: Collection, share: CollectionShare, as: string): Fields {
  const { member: memberId, amount, transfer, declinedAt, reminders } = share
  if (as !== c.asker)
    return { memberId, amount, state: stateOfShare(w, share), transferId: transfer, remindFrom: null }
  const paid = transfer === null ? null : stateOf(w, w.transfers.get(transfer)!)
  const isSecret = paid !== null && isHidden(paid)
  const quiet = declinedAt === null ? 'asked' : 'declined'
  const next = reminders >= remindersMax ? null : (share.remindedAt ?? c.askedAt) + day
  return {
    memberId,
    amount,
    state: isSecret ? quiet : stateOfShare(w, share),
    transferId: isSecret || paid === 'undone' ? null : transfer,
    remindFrom: isoOrNull(next),
  }
}

const sumOf = (shares: readonly CollectionShare[]) => shares.reduce((sum, { amount }) => sum + amount, 0)

function shown(w: World, c: Collection, as: string): Fields {
  const isAsker = as === c.asker
  const paid = c.shares.filter((share) => stateOfShare(w, share) === 'paid')
  const seen = c.shares.filter(({ member }) => isAsker || member === as)
  return {
    id: c.id,
    askerId: c.asker,
    groupId: c.group,
    note: c.note,
    askedAt: iso(c.askedAt),
    closedAt: isoOrNull(c.closedAt),
    count: c.shares.length,
    total: sumOf(seen),
    paidCount: paid.length,
    paidTotal: isAsker ? sumOf(paid) : null,
    shares: seen.map((share) => shownShare(w, c, share, as)),
  }
}

interface AskBody {
  groupId?: string
  note: string
  shares: { memberId: string; amount: number }[]
}

/** The people first, then how many are open, then the amounts. */
function askCollection(w: World, ask: Ask): Verdict {
  const { groupId, note, shares } = bodyOf<AskBody>(ask)
  const people = shares.map(({ memberId }) => memberId)
  const group = groupId === undefined ? undefined : w.groups.get(groupId)
  const at = Math.max(w.clock, group?.changedAt ?? 0)
  const field = 'shares'
  if (new Set(people).size < people.length) return no('invalid_request')
  const memberIds = people.filter((id) => !w.members.has(id))
  if (memberIds.length > 0) return no('member_unknown', { field, memberIds })
  if (groupId !== undefined && !group) return no('group_unknown', { field: 'groupId' })
  if (people.includes(ask.as)) return no('self_not_allowed', { field })
  if (w.blockedWith(ask.as, people)) return no('recipient_blocked', { field })
  const inside = group && w.insideAt(group, at)
  if (inside && ![ask.as, ...people].every((id) => inside.includes(id))) return no('not_a_group_member')
  const open = [...w.collections.values()].filter((c) => c.asker === ask.as && c.closedAt === null)
  if (open.length >= openMax) return no('collections_max', { max: openMax })
  if (shares.some(({ amount }) => amount > amountMax))
    return no('amount_above_max', { field, max: amountMax })
  return yes((reply) => {
    const fresh = { declinedAt: null, reminders: 0, remindedAt: null, transfer: null }
    const asked = shares.map(({ memberId, amount }) => ({ member: memberId, amount, ...fresh }))
    asked.sort((a, b) => (a.member < b.member ? -1 : 1))
    const id = textIn(reply, 'id')
    const c = {
      id,
      asker: ask.as,
      group: groupId ?? null,
      note,
      askedAt: at,
      changedAt: at,
      closedAt: null,
      shares: asked,
    }
    w.collections.set(id, c)
    const facts = { groupId: c.group, note, total: sumOf(asked), count: asked.length }
    tell(w, c, 'asked', [ask.as, ...people], facts, at)
    return shown(w, c, ask.as)
  }, 201)
}

function tell(w: World, c: Collection, kind: string, to: string[], facts: Fields, at: number): void {
  c.changedAt = at
  w.tell(c.id, `collection.${kind}`, to, { collectionId: c.id, askerId: c.asker, ...facts }, at)
}

const nowOf = (w: World, { changedAt }: Collection) => Math.max(w.clock, changedAt)

type Word = (w: World, c: Collection, ask: Ask, reply: Reply) => Verdict

/** A collection for whoever has a part in it; to all others there is none. */
const ofOne =
  (word: Word) =>
  (w: World, ask: Ask, reply: Reply): Verdict => {
    const c = w.collections.get(ask.params!.id!)
    const hasPart = c && (c.asker === ask.as || c.shares.some(({ member }) => member === ask.as))
    return hasPart ? word(w, c, ask, reply) : no('not_found')
  }

const shareIn = (c: Collection, member: string) => c.shares.find((share) => share.member === member)
const closed = ({ closedAt }: Collection) => (closedAt === null ? undefined : no('collection_closed'))

function paidAlready(w: World, share: CollectionShare): Verdict | undefined {
  const payment = paymentOf(w, share)
  return payment ? no('share_paid_already', { transferId: payment.id }) : undefined
}

/** Paying is a transfer to whoever asks, of that amount, with everything that a transfer is asked. */
const pay: Word = (w, c, ask, reply) => {
  const share = shareIn(c, ask.as)
  if (!share) return no('not_found')
  const refusal = paidAlready(w, share) ?? closed(c)
  if (refusal) return refusal
  const transfer = { payeeId: c.asker, amount: share.amount, note: c.note, profile: 'laisee' }
  const asked = { ...ask, route: 'sendTransfer', body: { ...ask.body, ...transfer } }
  const verdict = sendTransfer(w, asked, reply)
  if (w.question?.ask === asked) w.question.ask = ask
  if ('no' in verdict) return verdict
  return yes((body) => {
    const facts = verdict.then(body)
    const made = w.transfers.get(textIn(body, 'id'))!
    share.transfer = made.id
    tell(w, c, 'paid', [ask.as], { memberId: ask.as, transferId: made.id }, made.sentAt)
    return facts
  }, 201)
}

const decline: Word = (w, c, { as }) => {
  const share = shareIn(c, as)
  if (!share) return no('not_found')
  const paid = paidAlready(w, share)
  if (paid) return paid
  if (share.declinedAt !== null) return no('already_declined')
  return (
    closed(c) ??
    yes(() => {
      share.declinedAt = nowOf(w, c)
      tell(w, c, 'declined', [c.asker, as], { memberId: as }, share.declinedAt)
      return shown(w, c, as)
    })
  )
}

/** Nobody here has quiet hours. */
const remind: Word = (w, c, { as, params }) => {
  const share = shareIn(c, params!.memberId!)
  if (as !== c.asker || !share) return no('not_found')
  if (w.blockedWith(as, [share.member])) return no('recipient_blocked')
  const paid = paidAlready(w, share)
  if (paid) return paid
  if (share.declinedAt !== null) return no('already_declined')
  const over = closed(c)
  if (over) return over
  const now = nowOf(w, c)
  if (share.reminders >= remindersMax || now < (share.remindedAt ?? c.askedAt) + day)
    return no('reminded_enough')
  return yes(() => {
    share.reminders += 1
    share.remindedAt = now
    const facts = { memberId: share.member, amount: share.amount, note: c.note }
    tell(w, c, 'reminded', [as, share.member], facts, now)
    return shown(w, c, as)
  })
}

const close: Word = (w, c, { as }) => {
  if (as !== c.asker) return no('not_found')
  return (
    closed(c) ??
    yes(() => {
      c.closedAt = nowOf(w, c)
      tell(w, c, 'closed', [as, ...c.shares.map(({ member }) => member)], {}, c.closedAt)
      return shown(w, c, as)
    })
  )
}

/** What one has asked, or is asked for, the newest first. */
function listCollections(w: World, { as, query }: Ask): Verdict {
  const mine = [...w.collections.values()].filter((c) =>
    query?.role === 'asked' ? c.asker === as : shareIn(c, as),
  )
  const newest = mine.sort((a, b) => b.askedAt - a.askedAt || (a.id < b.id ? 1 : -1))
  return yes(() => ({ items: newest.slice(0, Number(query?.limit ?? 50)).map((c) => shown(w, c, as)) }))
}

/** Everything about collections, by its route. */
export const collectionRules: Record<string, (w: World, ask: Ask, reply: Reply) => Verdict> = {
  askCollection,
  payCollectionShare: ofOne(pay),
  declineCollectionShare: ofOne(decline),
  remindCollectionShare: ofOne(remind),
  closeCollection: ofOne(close),
  readCollection: ofOne((w, c, { as }) => yes(() => shown(w, c, as))),
  listCollections,
}
