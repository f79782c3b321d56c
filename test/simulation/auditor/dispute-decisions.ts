/**
 * Deciding a dispute: a return is paid out of what an order has frozen for it, on the further word of who ordered, and
 * otherwise asked for where it can be; the service freezes meanwhile, by its own rules, and lets go. Nothing else moves.
 */

import type { Ask, Fields } from '../asks.ts'
import {
  addFact,
  holderOf,
  isOver,
  shown,
  standingNow,
  type Dispute,
  type DisputeFact,
  type Standing,
} from './disputes.ts'
import { bases } from './freeze-basis.ts'
import { end, freezeFor, isFrozenFor, leftFrozen, nowOf, over, payOut, releaseRefusal } from './freezes.ts'
import { endByDecision } from './instalments.ts'
import { isInvolvedIn, isPartyToFreeze } from './parties.ts'
import { askRefusal, bookAsked, give, leftOf, paidBack, shareOf, sourceOf } from './returns.ts'
import { bodyOf, iso, no, yes, type Verdict, type World } from './world.ts'

interface DecideBody {
  outcome: string
  amount?: number
  reasons: string
  freezeId?: string
  order?: { reference: string; documentId: string }
}

type Decided = DecideBody & { by: string }
type Refusal = Extract<Verdict, { no: string }>

/** What a decision does, and what its fact says of that, with the id that only the service can choose. */
interface Effect {
  effect: string
  book: (effectId: string) => Partial<DisputeFact>
}

const none = () => ({})
const refuse = (code: string, facts: Fields = {}) => no(code, facts) as Refusal

/** Decide, freeze meanwhile, or decide an appeal, with reasons. */
export function decideDispute(w: World, d: Dispute, ask: Ask): Verdict {
  const b = bodyOf<DecideBody>(ask)
  const isReturn = b.outcome === 'return' || b.outcome === 'part'
  if (b.order !== undefined && !(isReturn && b.freezeId !== undefined)) return no('invalid_request')
  const s = standingNow(w, d)
  const refusal = decideRefusal(w, d, s, { ...b, by: ask.as })
  if (refusal) return refusal
  const done = carryOut(w, d, { ...b, by: ask.as })
  if ('no' in done) return done
  const kind = b.outcome === 'freeze' ? 'secured' : s.appealed ? 'appeal_decided' : 'decided'
  return yes((reply) => {
    const told = (reply.facts as Fields[]).at(-1)!.effectId
    const sum = b.outcome === 'return' || b.outcome === 'part' ? { amount: b.amount ?? d.amount } : {}
    const what = { text: b.reasons, outcome: b.outcome, effect: done.effect, ...sum }
    addFact(w, d, kind, ask.as, { ...what, ...done.book(typeof told === 'string' ? told : '') })
    return shown(w, d, null)
  })
}

/** By whoever has it in hand, once the other side was heard; a freeze meanwhile waits for nobody's word. */
function decideRefusal(w: World, d: Dispute, s: Standing, b: Decided): Refusal | undefined {
  if (isInvolvedIn(w, d, b.by) || (s.appealed && s.decidedBy === b.by)) return refuse('own_act')
  if (b.outcome === 'part' && (b.amount === undefined || b.amount >= d.amount))
    return refuse('return_above_left', { left: d.amount })
  if (s.state === 'decided' || isOver(s)) return refuse('dispute_over', { state: s.state })
  if (s.agent === null) return refuse('not_assigned')
  if (s.agent !== b.by) return refuse('not_in_hand')
  if (b.outcome === 'freeze' || s.hearing === null) return undefined
  const { member: memberId, until } = s.hearing
  return refuse('side_unheard', { memberId, hearBy: iso(until) })
}

function carryOut(w: World, d: Dispute, b: Decided): Effect | Refusal {
  switch (b.outcome) {
    case 'return':
    case 'part':
      return b.freezeId === undefined ? back(w, d, b) : payBack(w, d, b, b.freezeId)
    case 'freeze':
      return secure(w, d, b)
    case 'release':
      return letGo(w, d, b)
    default:
      return { effect: 'none', book: none }
  }
}

/** What whoever has the money has of it still. */
function leftIn(w: World, d: Dispute): number {
  const holder = holderOf(d)
  return leftOf(shareOf(w, sourceOf(w, d.source, holder)!, holder)!)
}

const causes: Record<string, string> = { mistake: 'AC03', fraud: 'FRAD', account_theft: 'UAPA' }

/** What was asked, answered or agreed before stands in the way of asking, and not in the way of the decision. */
const before = ['instalments_agreed', 'already_given_back', 'already_asked_back', 'return_declined'].concat([
  'asked_back_enough',
])

function back(w: World, d: Dispute, { outcome, amount }: Decided): Effect | Refusal {
  const holder = holderOf(d)
  const source = sourceOf(w, d.source, d.payer)!
  const some = outcome === 'part' ? { amount: amount! } : {}
  const b = { cause: causes[d.cause]!, isBacked: true as const, ...some }
  const code = askRefusal(w, source, b, holder)
  if (code !== undefined) return before.includes(code) ? { effect: 'not_asked', book: none } : refuse(code)
  return {
    effect: 'backed',
    book: (effectId) => ({ effectId, amount: bookAsked(w, source, b, holder, effectId).amount }),
  }
}

/** All that is left, or a part: out of what was frozen for this dispute, and only on the word of who ordered it. */
function payBack(w: World, d: Dispute, b: Decided, freezeId: string): Effect | Refusal {
  const left = leftIn(w, d)
  if (left === 0) return refuse('already_given_back')
  const amount = b.outcome === 'part' ? b.amount! : left
  if (amount > left) return refuse('return_above_left', { left })
  const f = w.freezes.get(freezeId)
  if (!f) return refuse('not_found')
  if (isPartyToFreeze(w, f, b.by, nowOf(w, f))) return refuse('own_act')
  const ended = over(w, f)
  if (ended) return ended as Refusal
  if (f.kind !== 'amount' || !isFrozenFor(f, d) || leftFrozen(f) < amount) return refuse('invalid_request')
  if (!bases[f.basis]!.pays) return refuse('invalid_request')
  if (!b.order) return refuse('paying_order_needed', { field: 'order', basis: f.basis })
  const { reference: order, documentId: document } = b.order
  if (!w.documents.has(document)) return refuse('document_unknown', { field: 'order' })
  const holder = holderOf(d)
  if (w.forgotten.has(paidBack(sourceOf(w, d.source, holder)!))) return refuse('payer_forgotten')
  if (w.members.get(holder)?.frozen) return refuse('wallet_frozen')
  return {
    effect: 'moved',
    book: (effectId) => {
      payOut(w, f, amount, d.id)
      endByDecision(w, d.source, holder, d.id)
      const given = give(w, { route: '', as: holder, body: { amount } }, d.source)
      if ('no' in given) throw new Error(`what was let go for it cannot be given back: ${given.no}`)
      given.then({ id: effectId })
      return { effectId, amount, freeze: f.id, order, document }
    },
  }
}

/** Never more than has not come back and is not frozen for it already. */
function secure(w: World, d: Dispute, b: Decided): Effect | Refusal {
  const holder = holderOf(d)
  const left = leftIn(w, d)
  if (left === 0) return refuse('already_given_back')
  const frozen = [...w.freezes.values()].filter((f) => f.kind === 'amount' && !f.ended && isFrozenFor(f, d))
  const room = left - frozen.reduce((sum, f) => sum + leftFrozen(f), 0)
  if (room <= 0) return refuse('already_frozen')
  if (b.amount !== undefined && b.amount > room) return refuse('return_above_left', { left: room })
  const amount = b.amount ?? room
  const about = { kind: 'amount', subjectId: holder, aboutId: d.id, amount } as const
  const made = freezeFor(w, b.by, { ...about, note: `争议 ${d.id}`, reason: 'dispute', basis: 'policy' })
  if ('refusal' in made) return made.refusal as Refusal
  return {
    effect: 'frozen',
    book: (effectId) => {
      made.book(effectId)
      return { effectId, amount: w.freezes.get(effectId)!.amount }
    },
  }
}

/** A freeze of this dispute's money: what is frozen for anything else is none of it. */
function letGo(w: World, d: Dispute, { freezeId, by }: Decided): Effect | Refusal {
  if (freezeId === undefined) return refuse('invalid_request')
  const f = w.freezes.get(freezeId)
  if (!f) return refuse('not_found')
  if (!isFrozenFor(f, d)) return refuse('invalid_request')
  const refusal = releaseRefusal(w, f, by, 'settled')
  if (refusal) return refusal as Refusal
  return {
    effect: 'released',
    book: () => {
      end(w, f, 'settled')
      return { effectId: f.id }
    },
  }
}
