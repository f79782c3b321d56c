/** What may be asked of transfers: each is refused in one order, and ends in one change. */

import type { Ask, Fields, Reply } from '../asks.ts'
import type { Approval } from './approval.ts'
import { officePayment, pay, paymentOf, type Payment } from './families.ts'
import { familySubmission } from './family-waits.ts'
import { gate, type Looked } from './guard.ts'
import { endHold, isHidden, ownWait, sentHeld } from './holds.ts'
import { bothOf, dividedAs, halvesOf, ladderRefusal, wholeOf, type LadderBody } from './ladders.ts'
import { enterOffice, file, replacedBy, submissionOf } from './on-behalf.ts'
import { onBehalfFacts } from './packets.ts'
import { recallRefusal } from './policies.ts'
import { profiles } from './profiles.ts'
import type { Part } from './split-plans.ts'
import {
  amountFacts,
  close,
  deliver,
  fate,
  isoOrNull,
  maySee,
  sentFacts,
  settle,
  shown,
  stateOf,
} from './transfers.ts'
import { bodyOf, iso, momentOf, no, textIn, yes, type Transfer, type Verdict, type World } from './world.ts'

const amountMax = 5_000_000
const acceptMs = 86_400_000

interface SendBody extends LadderBody {
  payeeId: string
  amount: number
  delayS?: number
  note?: string
  profile?: string
  paidFrom?: string
  onBehalfOf?: string
  replaces?: string
}

/** A part of a plan as it would be asked for by itself. */
function alone({ plan, amount }: Part): SendBody {
  return { payeeId: plan.payee, amount, note: plan.note, profile: 'laisee' }
}

/** What the guard is shown of how a sum is divided. */
function dividedLook(amount: number, b: LadderBody, part: Part | undefined): Partial<Looked> {
  if (!part) return dividedAs(amount, b)
  const { id: planId, amounts, total } = part.plan
  return { part: { planId, no: part.no, count: amounts.length, total } }
}

/**
 * May this be sent: whole, as a ladder, or as a part of a plan? A ladder is judged by its sum, and nothing delays its
 * first part; a part is judged by the sum of its plan, and counted for itself.
 */
export function sendTransfer(w: World, ask: Ask, reply: Reply, part?: Part): Verdict {
  const { payeeId: payee, amount, note = '', ...b } = part ? alone(part) : bodyOf<SendBody>(ask)
  const whole = part?.plan.total ?? amount
  const entered = enterOffice(w, ask)
  if ('refusal' in entered) return entered.refusal
  const { office } = entered
  const replacing = replacedBy(ask, w.transfers, (t) => undo(w, t, { route: 'undoTransfer', as: ask.as }))
  if ('refusal' in replacing) return replacing.refusal
  const profile = b.profile ?? (office ? 'enterprise' : 'laisee')
  const payer = w.members.get(ask.as)!
  const { delayMax, asks } = profiles[profile]!
  const delayS = b.first === undefined ? (b.delayS ?? payer.delayS) : 0
  if (!w.members.has(payee)) return no('member_unknown', { field: 'payeeId' })
  if (payee === ask.as) return no('self_not_allowed', { field: 'payeeId' })
  if (w.blockedWith(ask.as, [payee])) return no('recipient_blocked', { field: 'payeeId' })
  const undivided = ladderRefusal(amount, b)
  if (undivided) return undivided
  if (amount > amountMax) return no('amount_above_max', { field: 'amount', max: amountMax })
  if (delayS * 1_000 > delayMax)
    return no('delay_out_of_bounds', { field: 'delayS', min: 0, max: delayMax / 1_000 })
  const at = Math.max(w.clock, office?.org.changedAt ?? 0)
  const spending = { field: 'amount', amount, count: 1, luckyForMany: false, whole }
  const payment = office
    ? officePayment(w, office, ask.as, spending, { at, replaced: replacing.replaced })
    : paymentOf(w, ask.as, spending, b.paidFrom, at)
  if ('refusal' in payment) return payment.refusal
  const submission = office
    ? submissionOf(w, office, { me: ask.as, payees: [payee] }, amount, at)
    : familySubmission(w, ask.as, { paidFrom: b.paidFrom, amount, whole }, at)
  const from = submission?.approveBy ?? at
  const to = { kind: 'transfer', toKind: 'member', to: [payee], group: null }
  const look = { ...to, amount, count: 1, words: note, at, ...dividedLook(amount, b, part) }
  const own = ownWait(w, ask.as, whole, [payee])
  const told = { ...reply, body: (reply.body.first as Fields | undefined) ?? reply.body }
  const gated = gate(w, ask, told, { look, office, own, from, waits: submission !== null })
  if ('verdict' in gated) return gated.verdict
  const { hold, judged } = gated
  const deliverAt = (hold.heldUntil ?? from) + payer.undoS * 1_000
  return yes((body) => {
    replacing.takeBack()
    const sent: Transfer = {
      id: '',
      payer: ask.as,
      family: payment.family,
      org: office?.org.id ?? null,
      approveBy: submission?.approveBy ?? null,
      filedBy: office?.version ?? null,
      judged,
      payee,
      profile,
      amount,
      delayS,
      state: submission ? 'approving' : hold.heldUntil === null ? 'undo' : 'held',
      sentAt: at,
      changedAt: at,
      ...hold,
      deliverAt,
      acceptBy: asks ? deliverAt + acceptMs : null,
      acceptedAt: null,
      arriveAt: asks ? null : deliverAt + delayS * 1_000,
      toldExpiring: false,
      end: null,
    }
    if (part) sent.plan = { id: part.plan.id, no: part.no }
    return bookAll(w, sent, b, body, { payment, submission, replaces: b.replaces ?? null })
  }, 201)
}

/** Book all that a send has made, by the ids that the service chose: what waits for others is the first of a ladder. */
function bookAll(w: World, whole: Transfer, b: LadderBody, reply: Fields, made: Made): Fields {
  const told = [reply.first ?? reply, ...(reply.rest ? [reply.rest] : [])]
  const ids = told.map((one) => textIn(one as Fields, 'id'))
  const [first, rest] = halvesOf(whole, b, ids).map((t, i) =>
    book(w, t, i === 0 ? made : { ...made, submission: null }),
  )
  return rest ? { first, rest } : first!
}

/** Who pays a send, whose word it waits for, and what it takes the place of. */
interface Made {
  payment: Payment
  submission: Approval | null
  replaces: string | null
}

/** Book a transfer that goes out: the money, what is told of it, and what it waits for. */
function book(w: World, t: Transfer, made: Made): Fields {
  const { payer, sentAt: at } = t
  w.transfers.set(t.id, t)
  pay(w, made.payment, { source: t.id, amount: t.amount, reason: 'transfer_sent', at })
  const plan = t.plan ? { plan: { ...t.plan } } : {}
  const facts = { ...sentFacts(t), ...onBehalfFacts(t, payer), ...sentHeld(t), ...plan }
  w.tell(t.id, 'transfer.sent', [payer], facts, at)
  file(w, t, made.submission, made.replaces)
  return shown(w, t, payer)
}

type Verb = (w: World, t: Transfer, ask: Ask) => Verdict

function end(w: World, t: Transfer, state: string, by: string, reason: string | null = null): Verdict {
  return yes(() => {
    close(w, t, state, momentOf(w, t), by, reason)
    return shown(w, t, by)
  })
}

const undo: Verb = (w, t, { as }) => {
  if (as !== t.payer) return no('not_found')
  if (!fate(w, t) && !isHidden(stateOf(w, t))) return no('undo_window_over', { deliverAt: iso(t.deliverAt) })
  return (
    fate(w, t) ??
    yes(() => {
      const both = bothOf(w, t)
      const now = Math.max(...both.map((half) => momentOf(w, half)))
      for (const half of both) {
        half.changedAt = now
        close(w, half, 'undone', now, as)
      }
      return shown(w, t, as)
    })
  )
}

/** A transfer of an organisation's is recalled by its people, as its policy gives them the right. */
export const recall: Verb = (w, t, ask) => {
  const { reason = 'CUST', note = null } = bodyOf<{ reason?: string; note?: string }>(ask)
  const org = t.org === null ? undefined : w.organisations.get(t.org)
  if (ask.as !== t.payer && org?.people.get(ask.as)?.state !== 'active') return no('not_found')
  const ended = fate(w, t)
  if (ended) return ended
  if (isHidden(stateOf(w, t))) return no('not_delivered_yet', { deliverAt: iso(t.deliverAt) })
  if (!profiles[t.profile]!.takesBack) return no('not_recallable')
  const barred = org && recallRefusal(org, ask.as, t, note, momentOf(w, t))
  if (barred) return barred
  return yes(() => {
    close(w, t, 'recalled', w.clock, ask.as, reason, org ? { recalledBy: ask.as, note } : {})
    return { result: 'CNCL', returned: t.amount, transfer: shown(w, t, ask.as) }
  })
}

const accept: Verb = (w, t, { as }) => {
  if (as !== t.payee || !maySee(w, t, as)) return no('not_found')
  const ended = fate(w, t)
  if (ended) return ended
  if (t.acceptedAt !== null)
    return no('already_accepted', { acceptedAt: iso(t.acceptedAt), arriveAt: isoOrNull(t.arriveAt) })
  if (t.acceptBy === null) return no('acceptance_not_asked', { arriveAt: isoOrNull(t.arriveAt) })
  return yes(() => {
    deliver(w, t)
    t.acceptedAt = w.clock
    t.arriveAt = Math.max(t.deliverAt + t.delayS * 1_000, w.clock)
    const facts = { ...amountFacts(t), acceptedAt: iso(w.clock), arriveAt: iso(t.arriveAt) }
    w.tell(t.id, 'transfer.accepted', [t.payer, t.payee, t.id], facts)
    settle(w, t, 'arrived')
    return shown(w, t, as)
  })
}

const decline: Verb = (w, t, { as }) => {
  if (as !== t.payee || !maySee(w, t, as)) return no('not_found')
  return fate(w, t) ?? end(w, t, 'declined', as)
}

const read: Verb = (w, t, { as }) => (maySee(w, t, as) ? yes(() => shown(w, t, as)) : no('not_found'))

/** Every verb on one transfer, by its route. */
export const transferVerbs: Record<string, Verb> = {
  undoTransfer: undo,
  endTransferHold: (w, t, { as }) => {
    const ended = bothOf(w, t).map((half) =>
      endHold(w, half, as, { fate: fate(w, half), state: stateOf(w, half), shown: () => shown(w, half, as) }),
    )
    const [verdict, other] = ended as [Verdict, Verdict | undefined]
    if ('no' in verdict || !other || 'no' in other) return verdict
    return yes((body) => {
      other.then({})
      return verdict.then(body)
    })
  },
  recallTransfer: recall,
  acceptTransfer: accept,
  declineTransfer: decline,
  readTransfer: read,
}

/** A cancelled send: undone while there is time, else recalled, else refused with what happened. */
export function cancelTransfer(w: World, t: Transfer, as: string): Verdict {
  const undone = isHidden(stateOf(w, t))
  const verdict = (undone ? undo : recall)(w, t, { route: '', as })
  if ('no' in verdict) return verdict
  return yes(() => {
    verdict.then({})
    return { outcome: undone ? 'undone' : 'recalled', returned: undone ? wholeOf(t) : t.amount }
  })
}
