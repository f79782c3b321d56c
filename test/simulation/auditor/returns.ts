/** Asking back what was claimed or has arrived, and giving it back: only the recipient's word moves money. */

import type { Ask, Fields } from '../asks.ts'
import { isOver, isSide, standingNow } from './disputes.ts'
import { tellReturned, type Family } from './families.ts'
import { holdersOf, isIn } from './organisations.ts'
import { maySee as maySeePacket } from './packets.ts'
import { isoOrNull, maySee as maySeeTransfer, settle, stateOf } from './transfers.ts'
import { bodyOf, iso, no, textIn, yes, type Transfer, type Verdict, type World } from './world.ts'

const hour = 3_600_000
const day = 24 * hour
const china = 8 * hour
const askedMax = 3

/** What one recipient has of one packet or transfer. */
export interface Share {
  received: number
  returned: number
  asked: number
  declinedAt: number | null
}

export interface ReturnRequest {
  id: string
  source: string
  kind: 'asked' | 'offered'
  payer: string
  recipient: string
  cause: string | null
  amount: number
  returned: number
  askedAt: number
  dueOn: string | null
  dueAt: number
  deliveredAt: number | null
  readAt: number | null
  reminded: number[]
  end: 'declined' | 'withdrawn' | null
  reason: string | null
  /** Whether its end is written down. */
  closed: boolean
  /** Whether the service handed it over across a block. */
  served: boolean
}

/** A packet or transfer as a return sees it. */
export interface Source {
  id: string
  payer: string
  family: Family | null
  org: string | null
  transfer: Transfer | null
}

export function sourceOf(w: World, id: string, me: string): Source | undefined {
  const packet = w.packets.get(id)
  const transfer = w.transfers.get(id) ?? null
  if (packet ? !maySeePacket(w, packet, me) : !transfer || !maySeeTransfer(w, transfer, me)) return undefined
  const { payer, family, org } = (packet ?? transfer)!
  return { id, payer, family, org, transfer }
}

export const keyOf = (source: string, recipient: string) => `${source} ${recipient}`

/** What somebody has of it; undefined where they have nothing, or it has not arrived. */
export function shareOf(w: World, { id, transfer }: Source, recipient: string): Share | undefined {
  const received = transfer
    ? transfer.payee === recipient && stateOf(w, transfer) === 'arrived'
      ? transfer.amount
      : undefined
    : w.packets.get(id)!.claims.find(({ member }) => member === recipient)?.amount
  if (received === undefined) return undefined
  const known = w.shares.get(keyOf(id, recipient)) ?? { received, returned: 0, asked: 0, declinedAt: null }
  w.shares.set(keyOf(id, recipient), known)
  return known
}

export const leftOf = ({ received, returned }: Share) => received - returned
export const stillAsked = ({ amount, returned }: ReturnRequest) => Math.max(0, amount - returned)
export const isOpen = (w: World, r: ReturnRequest) => r.end === null && stillAsked(r) > 0 && w.clock < r.dueAt

/** The request about a share that is not written down as ended. */
export function openOf(w: World, source: string, recipient: string): ReturnRequest | undefined {
  return [...w.returns.values()].find((r) => !r.closed && r.source === source && r.recipient === recipient)
}

export function stateOfReturn(w: World, r: ReturnRequest): string {
  if (stillAsked(r) === 0) return 'returned'
  if (r.end) return r.end
  if (r.returned > 0) return 'part_returned'
  return w.clock >= r.dueAt ? 'no_answer' : 'asked'
}

export function resultOf(w: World, r: ReturnRequest): string {
  if (stillAsked(r) === 0) return 'CNCL'
  if (r.returned > 0) return 'PECR'
  return isOpen(w, r) ? 'PDCR' : 'RJCR'
}

export function shown(w: World, r: ReturnRequest): Fields {
  const share = w.shares.get(keyOf(r.source, r.recipient))!
  return {
    id: r.id,
    kind: r.kind,
    about: r.source,
    state: stateOfReturn(w, r),
    open: isOpen(w, r),
    cause: r.cause,
    received: share.received,
    held: leftOf(share),
    amount: r.amount,
    returned: r.returned,
    left: stillAsked(r),
    dueOn: r.dueOn,
    deliveredAt: isoOrNull(r.deliveredAt),
    readAt: isoOrNull(r.readAt),
    result: resultOf(w, r),
    served: r.served,
  }
}

export function tell(w: World, r: ReturnRequest, kind: string, facts: Fields = {}): void {
  const { id: requestId, source: about, payer: payerId, recipient: recipientId, amount, returned, dueOn } = r
  const all = {
    requestId,
    about,
    kind: r.kind,
    payerId,
    recipientId,
    amount,
    returned,
    left: stillAsked(r),
    dueOn,
  }
  w.tell(r.id, `return_request.${kind}`, [r.payer, r.recipient], { ...all, ...facts })
}

/** Write down that nobody answered in time. */
export function endDue(w: World, r: ReturnRequest): void {
  if (r.closed || w.clock < r.dueAt) return
  r.closed = true
  tell(w, r, 'unanswered', {
    result: resultOf(w, r),
    reason: r.returned > 0 ? null : 'NOAS',
    endedAt: iso(r.dueAt),
  })
}

/** The clock's duty. */
export function endReturns(w: World): void {
  for (const r of w.returns.values()) endDue(w, r)
}

const dayOf = (at: number) => iso(at + china).slice(0, 10)
const endOf = (date: string) => Date.parse(`${date}T00:00:00Z`) - china + day
export const isThreat = (text: string | undefined) => text?.includes('曝光你') === true

interface AskBody {
  recipientIds?: string[]
  cause: string
  amount?: number
  dueOn?: string
  message?: string
  /** Whether a decision of the service stands behind it. */
  isBacked?: true
}

/** Across a block the service hands over what a decision backs, and once what is asked while the two have a dispute. */
function wayTo(w: World, { id, payer }: Source, recipient: string, isBacked: boolean): string {
  if (!w.blockedWith(payer, [recipient])) return 'plain'
  if (isBacked) return 'served'
  const before = [...w.returns.values()].some((r) => r.source === id && r.recipient === recipient && r.served)
  const isOpenCase = [...w.disputes.values()].some(
    (d) => d.source === id && isSide(d, payer) && isSide(d, recipient) && !isOver(standingNow(w, d)),
  )
  return !before && isOpenCase ? 'served' : 'blocked'
}

/** Why one recipient cannot be asked; undefined where they can. */
export function askRefusal(w: World, source: Source, b: AskBody, recipient: string): string | undefined {
  if (recipient === source.payer) return 'self_not_allowed'
  if (wayTo(w, source, recipient, b.isBacked === true) === 'blocked') return 'recipient_blocked'
  const dueOn = b.dueOn ?? dayOf(w.clock + 7 * day)
  if (dueOn < dayOf(w.clock + 3 * day) || dueOn > dayOf(w.clock + 30 * day)) return 'return_due_out_of_bounds'
  const share = shareOf(w, source, recipient)
  if (!share) return 'nothing_to_return'
  if (leftOf(share) === 0) return 'already_given_back'
  if (b.amount !== undefined && b.amount > leftOf(share)) return 'return_above_left'
  const open = openOf(w, source.id, recipient)
  if (open && isOpen(w, open)) return 'already_asked_back'
  if (share.declinedAt !== null) return 'return_declined'
  if (share.asked >= askedMax) return 'asked_back_enough'
  return w.paysInParts(source.id, recipient) ? 'instalments_agreed' : undefined
}

function askerRefusal(w: World, id: string, as: string): Verdict | undefined {
  const sent = w.packets.get(id) ?? w.transfers.get(id)
  return sent?.payer === as ? undefined : inPlaceRefusal(w, id, as)
}

/** Why nobody may stand in the place of whoever sent it: for an organisation an administrator may, once they have left. */
export function inPlaceRefusal(w: World, id: string, as: string): Verdict | undefined {
  const sent = w.packets.get(id) ?? w.transfers.get(id)
  const o = sent?.org ? w.organisations.get(sent.org)! : undefined
  if (!o || !holdersOf(o, 'administrator', 'auditor').includes(as)) return no('not_found')
  if (!isIn(o, as, 'administrator')) return no('role_missing', { roles: ['administrator'] })
  return o.people.get(sent!.payer)?.state === 'active' ? no('sender_still_there') : undefined
}

/** Ask those who have a share to give it back. */
export function askReturns(w: World, ask: Ask): Verdict {
  const b = bodyOf<AskBody>(ask)
  const id = ask.params!.id!
  const barred = askerRefusal(w, id, ask.as)
  if (barred) return barred
  const { payer: sender, family, org } = (w.packets.get(id) ?? w.transfers.get(id))!
  const source: Source = { id, payer: ask.as, family, org, transfer: w.transfers.get(id) ?? null }
  const holders = source.transfer
    ? [source.transfer.payee]
    : w.packets.get(id)!.claims.map(({ member }) => member)
  const asked = b.recipientIds ?? holders.filter((one) => one !== ask.as && one !== sender)
  const recipients = [...new Set(asked)].sort()
  if (b.amount !== undefined && recipients.length > 1) return no('invalid_request')
  if (recipients.length === 0) return no('nothing_to_return')
  const refusals = recipients.map((one) =>
    one === sender ? 'self_not_allowed' : askRefusal(w, source, b, one),
  )
  const askable = recipients.filter((_, i) => refusals[i] === undefined)
  if (askable.length === 0) return no(refusals[0]!)
  if (isThreat(b.message)) return no('return_text_refused')
  return yes((body) => {
    const made = body.requests as Fields[]
    if (made.length !== askable.length) throw new Error(`${made.length} were asked, not ${askable.length}`)
    const requests = askable.map((id, i) => shown(w, bookAsked(w, source, b, id, textIn(made[i]!, 'id'))))
    const notAsked = recipients.flatMap((memberId, i) =>
      refusals[i] ? [{ memberId, code: refusals[i] }] : [],
    )
    return { requests, notAsked }
  }, 201)
}

export function bookAsked(
  w: World,
  source: Source,
  b: AskBody,
  recipient: string,
  id: string,
): ReturnRequest {
  const share = shareOf(w, source, recipient)!
  const before = openOf(w, source.id, recipient)
  if (before) endDue(w, before)
  const dueOn = b.dueOn ?? dayOf(w.clock + 7 * day)
  const r = fresh(w, source, recipient, {
    id,
    kind: 'asked',
    cause: b.cause,
    amount: b.amount ?? leftOf(share),
  })
  r.dueOn = dueOn
  r.dueAt = endOf(dueOn)
  share.asked += 1
  r.served = wayTo(w, source, recipient, b.isBacked === true) === 'served'
  tell(w, r, 'asked', r.served ? { served: true } : {})
  return r
}

function fresh(
  w: World,
  { id: source, payer }: Source,
  recipient: string,
  some: Pick<ReturnRequest, 'id' | 'kind' | 'cause' | 'amount'>,
): ReturnRequest {
  const none = {
    deliveredAt: null,
    readAt: null,
    reminded: [],
    end: null,
    reason: null,
    closed: false,
    served: false,
  }
  const r = {
    ...some,
    source,
    payer,
    recipient,
    returned: 0,
    askedAt: w.clock,
    dueOn: null,
    dueAt: Infinity,
    ...none,
  }
  w.returns.set(r.id, r)
  return r
}

/** Who is paid back: the wallet that paid. */
export const paidBack = ({ family, org, payer }: Source) => family?.giver ?? org ?? payer

/** Give back, asked or not; `request` where one is answered by its id. */
export function give(w: World, ask: Ask, sourceId: string, request?: ReturnRequest): Verdict {
  const { amount } = bodyOf<{ amount?: number }>(ask)
  const source = sourceOf(w, sourceId, ask.as)
  if (!source) return no('not_found')
  if (source.payer === ask.as) return no(source.transfer ? 'not_found' : 'self_not_allowed')
  const share = shareOf(w, source, ask.as)
  if (!share) return no('nothing_to_return')
  const left = leftOf(share)
  if (left === 0) return no('already_given_back', { returned: share.returned })
  if (amount !== undefined && amount > left) return no('return_above_left', { left })
  if (request && !isOpen(w, request)) return no('return_request_over', { state: stateOfReturn(w, request) })
  if (w.paysInParts(source.id, ask.as)) return no('instalments_agreed')
  if (w.forgotten.has(paidBack(source))) return no('payer_forgotten')
  const written = openOf(w, source.id, ask.as)
  const open = written && isOpen(w, written) ? written : undefined
  const paid = amount ?? (open ? Math.min(stillAsked(open), left) : left)
  const t = source.transfer
  const coming = t && !t.end ? t.amount : 0
  if (w.members.get(ask.as)!.frozen) return no('wallet_frozen')
  if (w.balanceOf(ask.as) + coming < paid)
    return no('balance_too_low', { balance: w.balanceOf(ask.as) + coming, needed: paid })
  return yes(
    (body) => {
      if (t) settle(w, t, 'arrived')
      if (written && !open) endDue(w, written)
      const offered = { id: textIn(body, 'id'), kind: 'offered', cause: null, amount: paid } as const
      const r = open ?? fresh(w, source, ask.as, offered)
      w.move(ask.as, paidBack(source), paid, 'returned', r.id)
      if (source.family) tellReturned(w, source.family, source.id, paid, w.clock)
      share.returned += paid
      r.returned += paid
      r.closed = stillAsked(r) === 0
      tell(w, r, 'returned', {
        returnedNow: paid,
        reason: r.kind === 'asked' ? 'FOCR' : 'MD06',
        result: resultOf(w, r),
      })
      return shown(w, r)
    },
    request ? 200 : 201,
  )
}
