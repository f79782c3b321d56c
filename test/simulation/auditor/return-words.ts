/** What payer and recipient say of a return request: a no, a word taken back, a reminder, a look; and its receipts. */

import type { Ask, Fields } from '../asks.ts'
import {
  askReturns,
  endDue,
  give,
  isOpen,
  isThreat,
  keyOf,
  openOf,
  resultOf,
  shown,
  stateOfReturn,
  tell,
  type ReturnRequest,
} from './returns.ts'
import { bodyOf, no, yes, type Verdict, type World } from './world.ts'

const day = 86_400_000
const remindedMax = 3

type Word = (w: World, r: ReturnRequest, ask: Ask) => Verdict

const over = (w: World, r: ReturnRequest) =>
  isOpen(w, r) ? undefined : no('return_request_over', { state: stateOfReturn(w, r) })

function end(w: World, r: ReturnRequest, how: 'declined' | 'withdrawn', facts: Fields = {}): void {
  r.end = how
  r.closed = true
  tell(w, r, how, { result: resultOf(w, r), ...facts })
}

/** The open request about a share ends where its two have agreed on instalments. */
export function endBecauseAgreed(w: World, source: string, recipient: string): void {
  const open = openOf(w, source, recipient)
  if (!open) return
  if (isOpen(w, open)) end(w, open, 'withdrawn', { agreed: true })
  else endDue(w, open)
}

const decline: Word = (w, r, ask) => {
  const { reason, note } = bodyOf<{ reason: string; note?: string }>(ask)
  if (ask.as !== r.recipient) return no('not_found')
  const ended = over(w, r)
  if (ended) return ended
  if (isThreat(note)) return no('return_text_refused')
  return yes(() => {
    w.shares.get(keyOf(r.source, r.recipient))!.declinedAt = w.clock
    r.reason = reason
    end(w, r, 'declined', { reason })
    return { ...shown(w, r), rejection: reason }
  })
}

const withdraw: Word = (w, r, { as }) =>
  as !== r.payer
    ? no('not_found')
    : (over(w, r) ??
      yes(() => {
        end(w, r, 'withdrawn')
        return shown(w, r)
      }))

/** Nobody here has quiet hours. */
const remind: Word = (w, r, { as }) => {
  if (as !== r.payer) return no('not_found')
  if (w.blockedWith(r.payer, [r.recipient])) return no('recipient_blocked')
  const ended = over(w, r)
  if (ended) return ended
  const last = r.reminded.at(-1) ?? r.askedAt
  if (r.served || r.reminded.length >= remindedMax || w.clock < last + day) return no('reminded_enough')
  return yes(() => {
    r.reminded.push(w.clock)
    tell(w, r, 'reminded', { no: r.reminded.length })
    return shown(w, r)
  })
}

function deliver(w: World, r: ReturnRequest, as: string): void {
  if (as !== r.recipient || r.kind !== 'asked' || r.deliveredAt !== null) return
  r.deliveredAt = w.clock
  tell(w, r, 'delivered')
}

const read: Word = (w, r, { as }) =>
  as !== r.recipient
    ? no('not_found')
    : yes(() => {
        if (r.kind === 'asked' && r.readAt === null) {
          deliver(w, r, as)
          r.readAt = w.clock
          tell(w, r, 'read')
        }
        return shown(w, r)
      })

const look: Word = (w, r, { as }) =>
  as !== r.recipient && as !== r.payer
    ? no('not_found')
    : yes(() => {
        deliver(w, r, as)
        return shown(w, r)
      })

const answer: Word = (w, r, ask) => (ask.as === r.recipient ? give(w, ask, r.source, r) : no('not_found'))

const about =
  (word: Word) =>
  (w: World, ask: Ask): Verdict => {
    const r = w.returns.get(ask.params!.id!)
    return r ? word(w, r, ask) : no('not_found')
  }
const given = (w: World, ask: Ask) => give(w, ask, ask.params!.id!)

/** Everything about returns, by its route. */
export const returnRules: Record<string, (w: World, ask: Ask) => Verdict> = {
  askPacketReturns: askReturns,
  askTransferReturn: askReturns,
  returnPacketShare: given,
  returnTransferMoney: given,
  returnAsRequested: about(answer),
  declineReturnRequest: about(decline),
  withdrawReturnRequest: about(withdraw),
  remindReturnRequest: about(remind),
  markReturnRequestRead: about(read),
  readReturnRequest: about(look),
}
