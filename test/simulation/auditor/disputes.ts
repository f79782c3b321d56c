/**
 * A dispute is what happened to it. Its facts are kept here as they were told, and what it is now is found from them anew
 * each time, as docs/concepts/disputes.md says: waiting, in hand, asked, decided, appealed, closed, withdrawn.
 */

import type { Fields, Json } from '../asks.ts'
import { iso, type World } from './world.ts'

const hour = 3_600_000
const day = 24 * hour
const appealMs = 7 * day
export const answerMs = 3 * day

export interface DisputeFact {
  kind: string
  at: number
  by: string
  to: string | null
  text: string | null
  outcome: string | null
  amount: number | null
  answerBy: number | null
  document: string | null
  effect: string | null
  effectId: string | null
  /** What money went back out of, and the number of the word that let it. */
  freeze: string | null
  order: string | null
}

export interface Dispute {
  id: string
  source: string
  opener: string
  other: string
  payer: string
  cause: string
  amount: number
  facts: DisputeFact[]
}

/** What a dispute is at a moment. */
export interface Standing {
  state: string
  agent: string | null
  decidedBy: string | null
  decidedAt: number | null
  outcome: string | null
  appealed: boolean
  due: number | null
  /** Which side is still to be heard, and until when that is waited for. */
  hearing: { member: string; until: number } | null
}

/** How soon somebody takes it in hand, and how soon it, or an appeal, is decided. */
const promised = ({ cause }: Dispute) =>
  cause === 'mistake'
    ? { take: day, hear: 3 * day, decide: 7 * day }
    : { take: hour, hear: day, decide: 3 * day }

export function standingOf(d: Dispute, now: number): Standing {
  const { take, hear, decide } = promised(d)
  const openedAt = d.facts[0]!.at
  const s: Standing = {
    state: 'waiting',
    agent: null,
    decidedBy: null,
    decidedAt: null,
    outcome: null,
    appealed: false,
    due: openedAt + take,
    hearing: { member: d.other, until: openedAt + hear },
  }
  let decideBy = openedAt + decide
  for (const fact of d.facts) {
    switch (fact.kind) {
      case 'assigned':
        s.agent = fact.to
        if (!s.appealed) Object.assign(s, { state: 'in_hand', due: decideBy })
        break
      case 'asked':
        Object.assign(s, { state: 'asked', due: fact.answerBy })
        break
      case 'statement':
      case 'document':
        if (s.state === 'asked') Object.assign(s, { state: 'in_hand', due: decideBy })
        if (s.hearing?.member === fact.by) s.hearing = null
        break
      case 'decided':
        Object.assign(s, { state: 'decided', outcome: fact.outcome, due: fact.at + appealMs })
        Object.assign(s, { decidedBy: fact.by, decidedAt: fact.at })
        break
      case 'appealed':
        decideBy = fact.at + decide
        Object.assign(s, { state: 'appealed', appealed: true, agent: null, due: decideBy })
        s.hearing = { member: fact.by === d.opener ? d.other : d.opener, until: fact.at + hear }
        break
      case 'appeal_decided':
        Object.assign(s, { state: 'closed', outcome: fact.outcome, due: null })
        break
      case 'withdrawn':
      case 'closed':
        Object.assign(s, { state: fact.kind, due: null })
    }
  }
  if (s.hearing && now >= s.hearing.until) s.hearing = null
  if (s.due !== null && now >= s.due && s.state === 'asked') return { ...s, state: 'in_hand', due: decideBy }
  if (s.due !== null && now >= s.due && s.state === 'decided') return { ...s, state: 'closed', due: null }
  return s
}

/** When what happens to it now happens: never before what happened last. */
export const momentOfDispute = (w: World, d: Dispute) => Math.max(w.clock, d.facts.at(-1)?.at ?? 0)

/** What it is now, by the clock. */
export const standingNow = (w: World, d: Dispute) => standingOf(d, momentOfDispute(w, d))

export const isOver = ({ state }: Standing) => state === 'closed' || state === 'withdrawn'
export const isSide = (d: Dispute, member: string) => member === d.opener || member === d.other
/** Who has the money it is about. */
export const holderOf = ({ opener, other, payer }: Dispute) => (payer === opener ? other : opener)

const events: Record<string, string> = {
  document: 'document_added',
  statement: 'stated',
  note: 'noted',
}

const isoOrNull = (at: number | null) => (at === null ? null : iso(at))

/** What is told and shown of whoever acted: of the house, that staff did, and to the house who it was. */
function actor(d: Dispute, by: string, reader: string | null): string {
  return isSide(d, by) || by === 'clock' || reader === null ? by : 'staff'
}

/** In which role of the house somebody acted. */
function roleOf(d: Dispute, by: string): string | null {
  if (isSide(d, by) || by === 'clock') return null
  return by === 'operator' ? 'operator' : 'dispute_agent'
}

const blank = { to: null, text: null, outcome: null, amount: null, answerBy: null }
const without = { ...blank, document: null, effect: null, effectId: null, freeze: null, order: null }

/** Add a fact, and tell of it: who of the house works on it, and what it notes, to nobody. */
export function addFact(
  w: World,
  d: Dispute,
  kind: string,
  by: string,
  more: Partial<DisputeFact> = {},
  since = 0,
): void {
  const at = Math.max(momentOfDispute(w, d), since)
  const fact = { ...without, kind, at, by, ...more }
  d.facts.push(fact)
  const { state } = standingOf(d, at)
  const { id: disputeId, source: sourceId, opener: openerId, other: otherId, payer: payerId } = d
  const about = { disputeId, sourceId, openerId, otherId, payerId, cause: d.cause, amount: d.amount }
  const inside = kind === 'assigned' || kind === 'note'
  w.tell(
    d.id,
    `dispute.${events[kind] ?? kind}`,
    inside ? [] : [openerId, otherId],
    { ...about, by: actor(d, by, inside ? null : ''), state, ...toldOf(d, fact, at) },
    at,
  )
}

function toldOf(d: Dispute, fact: DisputeFact, at: number): Fields {
  const { kind, to, answerBy, outcome, amount, effect, effectId, document, freeze, order } = fact
  if (kind === 'asked') return { toId: to, answerBy: isoOrNull(answerBy) }
  const paper = document === null ? {} : { documentId: document }
  if (outcome === null) return paper
  const ground = freeze === null ? {} : { freezeId: freeze, orderReference: order }
  const until = appealBy(standingOf(d, at))
  return { outcome, decidedAmount: amount, effect, effectId, appealBy: until, ...paper, ...ground }
}

const appealBy = ({ state, decidedAt }: Standing) => (state === 'decided' ? iso(decidedAt! + appealMs) : null)

/** A dispute as a side must be shown it, without who of the house works on it and its notes; whole to staff (null). */
export function shown(w: World, d: Dispute, reader: string | null): Fields {
  const now = momentOfDispute(w, d)
  const s = standingOf(d, now)
  const numbered = d.facts.map((fact, i) => ({ ...fact, no: i + 1 }))
  const seen = numbered.filter(({ kind }) => reader === null || (kind !== 'note' && kind !== 'assigned'))
  const openedAt = d.facts[0]!.at
  const ours = ['waiting', 'in_hand', 'appealed'].includes(s.state)
  return {
    id: d.id,
    sourceId: d.source,
    openerId: d.opener,
    otherId: d.other,
    payerId: d.payer,
    cause: d.cause,
    severity: d.cause === 'mistake' ? 'normal' : 'high',
    amount: d.amount,
    state: s.state,
    openedAt: iso(openedAt),
    decideBy: iso(openedAt + promised(d).decide),
    dueAt: isoOrNull(s.due),
    hearing: s.hearing && { memberId: s.hearing.member, until: iso(s.hearing.until) },
    isLate: ours && s.due !== null && now > s.due,
    agentId: reader === null ? s.agent : null,
    outcome: s.outcome,
    appealBy: appealBy(s),
    facts: seen.map((fact): Json => ({
      no: fact.no,
      kind: fact.kind,
      at: iso(fact.at),
      by: actor(d, fact.by, reader),
      byRole: reader === null ? roleOf(d, fact.by) : null,
      toId: fact.to,
      text: fact.text,
      outcome: fact.outcome,
      amount: fact.amount,
      answerBy: isoOrNull(fact.answerBy),
      documentId: fact.document,
      effect: fact.effect,
      effectId: fact.effectId,
      freezeId: fact.freeze,
      orderReference: fact.order,
    })),
  }
}

/** What is decided and was not appealed against in time is closed, by the clock's duty or by whoever opens the next. */
export function closeIfDue(w: World, d: Dispute): void {
  const written = standingOf(d, d.facts.at(-1)!.at)
  if (written.state === 'decided' && standingNow(w, d).state === 'closed') addFact(w, d, 'closed', 'clock')
}
