/** Words about a send that waits: who may say which, in which order they are refused, and what follows from the last. */

import type { Ask, Fields } from '../asks.ts'
import {
  circleOf,
  fill,
  fillingOf,
  isDone,
  isGranted,
  maySee,
  openStep,
  stillTold,
  waitsFor,
  type Approval,
  type Filling,
} from './approval.ts'
import { bothOf } from './ladders.ts'
import { holdersOf, isFit, isIn, type Organisation } from './organisations.ts'
import { close as closePacket, fate as packetFate, stateOf as packetState } from './packets.ts'
import { inForce } from './policies.ts'
import { close as closeTransfer, fate as transferFate, stateOf as transferState } from './transfers.ts'
import {
  bodyOf,
  iso,
  momentOf,
  no,
  yes,
  type Packet,
  type Transfer,
  type Verdict,
  type World,
} from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const hour = 3_600_000
const remindersMax = 3

/** An approval that somebody has something to say about, with its send and the moment it is said. */
interface Opened {
  a: Approval
  o: Organisation
  send: Packet | Transfer
  now: number
  as: string
}

export const stateOf = (w: World, send: Packet | Transfer) =>
  'kind' in send ? packetState(w, send) : transferState(w, send)
const fateOf = (w: World, send: Packet | Transfer) =>
  'kind' in send ? packetFate(w, send) : transferFate(w, send)

function open(w: World, id: string, as: string): Opened | undefined {
  const a = w.approvals.get(id)
  if (!a) return undefined
  const send = (w.packets.get(id) ?? w.transfers.get(id))!
  const o = circleOf(w, a)
  const now = Math.max(momentOf(w, send), o.changedAt)
  return maySee(w, a, as, now) ? { a, o, send, now, as } : undefined
}

/** A word comes too late once anything is decided; the sender has none about their own but where it is theirs. */
function decided(w: World, { a, send, as, now }: Opened, isSenders = false): Verdict | undefined {
  if (!isSenders && as === a.sender) return no('own_act')
  if (a.outcome === 'approved') return no('already_approved', { decidedAt: iso(a.decidedAt!) })
  const before = send.changedAt
  send.changedAt = now
  const ended = fateOf(w, send) ?? (stateOf(w, send) === 'approving' ? undefined : no('not_approving'))
  send.changedAt = before
  return ended
}

/** What a word of theirs would fill, or why they have none. */
function fillingFor(w: World, { a, as, now }: Opened): Filling | Verdict {
  if (a.payees.includes(as)) return no('own_act')
  if (a.words.has(as)) return no('acted_already')
  return fillingOf(w, a, as, now) ?? no('not_an_approver')
}

const isVerdict = (one: Filling | Verdict): one is Verdict => typeof one === 'object' && 'no' in one

function act(
  { a, send, as, now }: Opened,
  kind: string,
  more: Partial<Record<'step' | 'seatOf' | 'to', string | number | null>> = {},
): void {
  const { step = null, seatOf = null, to = null } = more as { step?: number; seatOf?: string; to?: string }
  a.acts.push({ at: now, kind, member: as, step, seatOf, to })
  a.concerned.add(as)
  send.changedAt = now
}

const placeOf = (filling: Filling) =>
  filling === 'all' ? {} : { step: filling.step, seatOf: filling.seat?.of ?? null }

/** What is told of a send that waits, whatever is said of it. */
export const facts = (a: Approval): Fields => ({
  sendId: a.send,
  senderId: a.sender,
  organisationId: a.org,
  policyVersion: a.version,
  chainId: a.chain,
  amount: a.amount,
  approveBy: iso(a.approveBy),
})

/** All that counts from the end of its wait comes forward, and its hold or undo window begins. */
function begin(send: Packet | Transfer, sooner: number, now: number): void {
  if (send.heldUntil !== null) send.heldUntil -= sooner
  if (send.releaseFrom !== null) send.releaseFrom -= sooner
  send.deliverAt -= sooner
  if ('kind' in send) {
    const { notBefore } = send
    if (notBefore === null || notBefore < send.expireAt - sooner) send.expireAt -= sooner
  } else {
    if (send.acceptBy !== null) send.acceptBy -= sooner
    if (send.arriveAt !== null) send.arriveAt -= sooner
  }
  send.state = send.heldUntil === null ? 'undo' : 'held'
  send.changedAt = now
}

/** It goes, and with the first part of a ladder its rest. */
function letGo(w: World, { a, send, now }: Opened, kind: string, more: Fields, to: readonly string[]): void {
  const sooner = Math.max(0, a.approveBy - now)
  for (const half of allOf(w, send)) begin(half, sooner, now)
  a.outcome = 'approved'
  a.decidedAt = now
  const moments = {
    deliverAt: iso(send.deliverAt),
    heldUntil: send.heldUntil === null ? null : iso(send.heldUntil),
  }
  w.tell(send.id, kind, to, { ...facts(a), ...more, ...moments }, now)
}

/** People in whatever order. */
function sameSet(said: unknown, due: readonly string[], what: string): void {
  const [one, other] = [[...(said as string[])].sort().join(), [...due].sort().join()]
  if (one !== other) throw new Error(`${what}: it says ${one}, the auditor ${other}`)
}

/** An approval as whoever may see it is shown it after their word. */
function shown(w: World, a: Approval, as: string, body: Fields): Fields {
  const send = (w.packets.get(a.send) ?? w.transfers.get(a.send))!
  const state = stateOf(w, send)
  const waiting = state === 'approving' ? waitsFor(w, a, momentOf(w, send)) : []
  sameSet(body.waitsFor, waiting, 'whom it waits for')
  for (const [i, { seats }] of a.steps.entries())
    sameSet(
      (body.steps as Fields[])[i]!.memberIds,
      seats.map(({ of }) => of),
      `who sits in step ${i}`,
    )
  const may = body.may as string[]
  const mayApprove = state === 'approving' && fillingOf(w, a, as, momentOf(w, send)) !== undefined
  if (may.includes('approve') !== mayApprove) throw new Error(`it offers ${may.join()} to ${as}`)
  const step = openStep(a)
  return {
    sendId: a.send,
    organisationId: a.org,
    policyVersion: a.version,
    chain: { id: a.chain },
    steps: a.steps.map((one, i) => ({
      manner: one.manner,
      done: step === -1 || i < step,
    })),
    openStep: step === -1 ? null : step,
    approveBy: iso(a.approveBy),
    passOnAt: a.passOnAt === null ? null : iso(a.passOnAt),
    outcome: a.outcome,
    decidedAt: a.decidedAt === null ? null : iso(a.decidedAt),
    replaces: a.replaces,
    send: { state, amount: a.amount },
  }
}

/** A word on one approval: refused as what is decided says, then by the rule; then written and shown. */
function word(rule: (w: World, it: Opened, ask: Ask) => Verdict | (() => void), isSenders = false): Rule {
  return (w, ask) => {
    const it = open(w, ask.params!.sendId!, ask.as)
    if (!it) return no('not_found')
    const late = decided(w, it, isSenders)
    if (late) return late
    const done = rule(w, it, ask)
    if (typeof done !== 'function') return done
    return yes((body) => {
      done()
      return shown(w, it.a, ask.as, body)
    })
  }
}

function approveNow(w: World, it: Opened, filling: Filling): void {
  const { a, now, as } = it
  fill(a, as, filling)
  act(it, 'approved', placeOf(filling))
  const step = filling === 'all' ? null : filling.step
  if (isGranted(a))
    return letGo(w, it, 'approval.granted', { by: [as], broken: false }, [
      a.sender,
      ...stillTold(w, a, [...a.asked, ...a.copies]),
    ])
  const to = [a.sender, ...waitsFor(w, a, now)]
  w.tell(a.send, 'approval.approved', to, { ...facts(a), by: as, step }, now)
}

const approve = word((w, it) => {
  const filling = fillingFor(w, it)
  return isVerdict(filling) ? filling : () => approveNow(w, it, filling)
})

const allOf = (w: World, send: Packet | Transfer) => ('kind' in send ? [send] : bothOf(w, send))

/** All of the money goes back to where it came from, as of the moment it was decided; that of a ladder with it. */
export function rejectSend(w: World, send: Packet | Transfer, at: number, by: string | null): void {
  if (!('kind' in send)) {
    const changedAt = momentOf(w, send)
    for (const half of bothOf(w, send)) {
      half.changedAt = changedAt
      closeTransfer(w, half, 'rejected', at, by)
    }
    return
  }
  closePacket(w, send, 'rejected', { at, by }, { decidedAt: iso(at), decidedBy: by ?? 'clock' })
}

const reject = word((w, it) => {
  const filling = fillingFor(w, it)
  if (isVerdict(filling)) return filling
  return () => {
    it.a.words.add(it.as)
    act(it, 'rejected', placeOf(filling))
    rejectSend(w, it.send, it.now, it.as)
  }
})

const question = word((w, it) => {
  const filling = fillingFor(w, it)
  if (isVerdict(filling)) return filling
  const { a, as, now } = it
  const unanswered = a.unanswered.has(as)
  if (unanswered || a.askers.filter((one) => one === as).length >= 5)
    return no('asked_enough', { max: 5, unanswered })
  return () => {
    act(it, 'asked')
    a.unanswered.add(as)
    a.askers.push(as)
    w.tell(a.send, 'approval.questioned', [a.sender, as], { ...facts(a), by: as }, now)
  }
})

const answer = word((w, it) => {
  const { a, as, now } = it
  if (as !== a.sender) return no('not_an_approver')
  if (a.unanswered.size === 0) return no('nothing_asked')
  return () => {
    act(it, 'answered')
    a.unanswered.clear()
    w.tell(
      a.send,
      'approval.answered',
      [as, ...a.askers, ...waitsFor(w, a, now)],
      { ...facts(a), by: as },
      now,
    )
  }
}, true)

const remind = word((w, it) => {
  const { a, as, now } = it
  if (as !== a.sender) return no('not_an_approver')
  const last = a.reminders.at(-1)
  if (a.reminders.length >= remindersMax)
    return no('reminded_enough', { max: remindersMax, remindFrom: null })
  if (last !== undefined && now < last + hour) return no('reminded_enough', { remindFrom: iso(last + hour) })
  return () => {
    act(it, 'reminded')
    a.reminders.push(now)
    w.tell(a.send, 'approval.reminded', [as, ...waitsFor(w, a, now)], { ...facts(a), by: as }, now)
  }
}, true)

const breakGlass = word((w, it) => {
  const { a, o, as, now } = it
  if (a.payees.includes(as)) return no('own_act')
  if (a.words.has(as)) return no('acted_already')
  if (!isIn(o, as, 'administrator')) return no('not_an_approver')
  return () => {
    a.words.add(as)
    a.glass.push(as)
    act(it, 'broke_glass')
    const breakers = a.glass.filter((id) => isIn(o, id, 'administrator'))
    const missing = Math.max(0, 2 - breakers.length)
    const loud = [...holdersOf(o, 'administrator', 'auditor'), a.sender, ...stillTold(w, a, a.asked)]
    const more = { by: as, missing }
    if (missing > 0) w.tell(a.send, 'approval.glass_broken', loud, { ...facts(a), ...more }, now)
    else letGo(w, it, 'approval.glass_broken', { ...more, brokenBy: breakers }, loud)
  }
})

const transferSeat = word((w, it, ask) => {
  const { a, o, as, now } = it
  const { toId } = bodyOf<{ toId: string }>(ask)
  if (a.payees.includes(as)) return no('own_act')
  if (a.words.has(as)) return no('acted_already')
  if (!isFit(o, as)) return no('not_an_approver')
  const places = a.steps.flatMap((step, i) =>
    isDone(step)
      ? []
      : step.seats
          .filter(({ holder, filled }) => holder === as && !filled)
          .map((seat) => ({ step, i, seat })),
  )
  const [own] = places
  if (!own) return no('not_an_approver')
  const isUnfit = !isFit(o, toId) || toId === a.sender || a.payees.includes(toId) || a.words.has(toId)
  if (isUnfit || own.step.seats.some(({ holder }) => holder === toId))
    return no('stand_in_unfit', { field: 'toId' })
  return () => {
    own.seat.holder = toId
    act(it, 'transferred', { step: own.i, seatOf: own.seat.of, to: toId })
    a.asked.push(toId)
    a.concerned.add(toId)
    w.tell(a.send, 'approval.transferred', [a.sender, as, toId], { ...facts(a), by: as, toId }, now)
  }
})

/** Several at once, all or none: each is refused for what it is before all of them are for their sum. */
const approveTogether: Rule = (w, ask) => {
  const { sendIds } = bodyOf<{ sendIds: string[] }>(ask)
  const ids = [...sendIds].sort()
  const found = ids.map((id) => w.approvals.get(id))
  if (found.some((a) => a === undefined)) return no('not_found')
  const offices = new Set(found.map((a) => a!.org))
  const its = ids.map((id) => open(w, id, ask.as))
  if (offices.size > 1 || offices.has(null))
    return its.some((it) => !it) ? no('not_found') : no('invalid_request')
  if (its.some((it) => !it)) return no('not_found')
  const fillings: Filling[] = []
  for (const it of its) {
    const filling = decided(w, it!) ?? fillingFor(w, it!)
    if (isVerdict(filling)) return filling
    fillings.push(filling)
  }
  const sum = its.reduce((all, it) => all + it!.a.amount, 0)
  const max = inForce(its[0]!.o, w.clock).content.bulkMax ?? 0
  if (sum > max) return no('bulk_above_max', { max, sum })
  return yes((body) => {
    its.forEach((it, i) => approveNow(w, it!, fillings[i]!))
    const items = body.items as Fields[]
    return { items: its.map((it, i) => shown(w, it!.a, ask.as, items[i]!)) }
  })
}

const read: Rule = (w, ask) => {
  const a = w.approvals.get(ask.params!.sendId!)
  const send = a && (w.packets.get(a.send) ?? w.transfers.get(a.send))!
  if (!a || !maySee(w, a, ask.as, momentOf(w, send!))) return no('not_found')
  return yes((body) => shown(w, a, ask.as, body))
}

/** What waits for one's word, soonest to run out first; or what one has sent, newest first. */
const list: Rule = (w, { as, query }) => {
  const all = [...w.approvals.values()]
  const byId = (one: Approval, other: Approval) => (one.send < other.send ? -1 : 1)
  const isWaiting = (a: Approval) => {
    const send = (w.packets.get(a.send) ?? w.transfers.get(a.send))!
    return stateOf(w, send) === 'approving' && fillingOf(w, a, as, momentOf(w, send)) !== undefined
  }
  const items =
    query?.box === 'waiting'
      ? all.filter(isWaiting).sort((a, b) => a.approveBy - b.approveBy || byId(a, b))
      : all.filter(({ sender }) => sender === as).sort((a, b) => b.submittedAt - a.submittedAt || byId(b, a))
  return yes(() => ({ items: items.map(({ send, outcome }) => ({ sendId: send, outcome })) }))
}

/** Every word about an approval, by its route. */
export const approvalRules: Record<string, Rule> = {
  approveSend: approve,
  rejectSend: reject,
  askSenderOfApproval: question,
  answerApprover: answer,
  breakGlass,
  transferApprovalSeat: transferSeat,
  remindApprovers: remind,
  approveSends: approveTogether,
  readApproval: read,
  listApprovals: list,
}
