/** What sides and agents say in a dispute before it is decided and against the decision, each refused in one order. */

import type { Ask } from '../asks.ts'
import { decideDispute } from './dispute-decisions.ts'
import {
  addFact,
  answerMs,
  closeIfDue,
  isOver,
  isSide,
  momentOfDispute,
  shown,
  standingNow,
  type Dispute,
  type Standing,
} from './disputes.ts'
import { barredFromStaff, isAgent, isStaff } from './house.ts'
import { isInvolvedIn } from './parties.ts'
import { shareOf, sourceOf, type Source } from './returns.ts'
import { settle } from './transfers.ts'
import { bodyOf, no, textIn, yes, type Verdict, type World } from './world.ts'

type Rule = (w: World, ask: Ask) => Verdict

const factsMax = 200

/** The questions that the form asks, by what happened. */
const questions: Record<string, readonly string[]> = {
  mistake: ['whom_meant', 'how_noticed', 'asked_back'],
  fraud: ['how_contacted', 'what_promised', 'how_noticed', 'police_report'],
  account_theft: ['when_noticed', 'last_own_use', 'code_shared', 'police_report'],
}

interface OpenBody {
  sourceId: string
  againstId?: string
  cause: string
  answers?: { question: string; answer: string }[]
  text: string
}

/** Open one about a share, or a transfer that has arrived: by whoever paid it, or received it, about the other. */
function openDispute(w: World, ask: Ask): Verdict {
  const b = bodyOf<OpenBody>(ask)
  const asked = (b.answers ?? []).map(({ question }) => question)
  const fits = asked.every((question) => questions[b.cause]!.includes(question))
  if (!fits || new Set(asked).size < asked.length || b.text.trim() === '') return no('invalid_request')
  const source = sourceOf(w, b.sourceId, ask.as)
  if (!source) return no('not_found')
  const other = otherSide(w, source, ask.as, b.againstId)
  if (typeof other !== 'string') return other
  const share = shareOf(w, source, source.payer === ask.as ? other : ask.as)
  if (!share) return no('nothing_to_return')
  const own = [...w.disputes.values()].filter(
    (d) => d.source === source.id && d.opener === ask.as && d.other === other,
  )
  if (own.some((d) => !isOver(standingNow(w, d)))) return no('already_disputed')
  return yes((reply) => {
    if (source.transfer) settle(w, source.transfer, 'arrived')
    for (const before of own) closeIfDue(w, before)
    const { payer } = source
    const sent = w.packets.get(source.id) ?? w.transfers.get(source.id)!
    const two = { opener: ask.as, other, payer }
    const d = { id: textIn(reply, 'id'), source: source.id, ...two, cause: b.cause, amount: share.received }
    const dispute: Dispute = { ...d, facts: [] }
    w.disputes.set(d.id, dispute)
    addFact(w, dispute, 'opened', ask.as, { text: b.text.trim() }, sent.sentAt)
    return shown(w, dispute, ask.as)
  }, 201)
}

function otherSide(w: World, source: Source, me: string, against: string | undefined): string | Verdict {
  if (source.payer !== me) return source.payer
  const all = source.transfer
    ? [source.transfer.payee]
    : w.packets.get(source.id)!.claims.map(({ member }) => member)
  const holders = all.filter((id) => id !== me)
  if (holders.length === 0) return no('nothing_to_return')
  if (against === undefined && holders.length === 1) return holders[0]!
  return against !== undefined && holders.includes(against) ? against : no('invalid_request')
}

const said = (ask: Ask) => bodyOf<{ text?: string }>(ask).text?.trim()

type Word = (w: World, d: Dispute, ask: Ask) => Verdict

/** A dispute for one of its sides; to whoever else there is none. */
const ofSide =
  (word: Word): Rule =>
  (w, ask) => {
    if (said(ask) === '') return no('invalid_request')
    const d = w.disputes.get(ask.params!.id!)
    return d && isSide(d, ask.as) ? word(w, d, ask) : no('not_found')
  }

const over = ({ state }: Standing) => no('dispute_over', { state })

function addRefusal(w: World, d: Dispute): Verdict | undefined {
  const s = standingNow(w, d)
  if (isOver(s) || s.state === 'decided') return over(s)
  return d.facts.length >= factsMax ? no('dispute_full') : undefined
}

const stateInDispute = ofSide(
  (w, d, ask) =>
    addRefusal(w, d) ??
    yes(() => {
      addFact(w, d, 'statement', ask.as, { text: said(ask)! })
      return shown(w, d, ask.as)
    }),
)

const addDisputeDocument = ofSide((w, d, ask) => {
  const { documentId } = bodyOf<{ documentId: string }>(ask)
  const isThere = d.facts.some(({ document, by }) => document === documentId && by === ask.as)
  if (isThere) return yes(() => shown(w, d, ask.as))
  const refusal = addRefusal(w, d)
  if (refusal) return refusal
  if (w.documents.get(documentId)?.owner !== ask.as) return no('document_unknown', { field: 'documentId' })
  return yes(() => {
    addFact(w, d, 'document', ask.as, { document: documentId })
    return shown(w, d, ask.as)
  })
})

const withdrawDispute = ofSide((w, d, { as }) => {
  if (as !== d.opener) return no('not_found')
  const s = standingNow(w, d)
  if (s.decidedAt !== null || isOver(s)) return over(s)
  return yes(() => {
    addFact(w, d, 'withdrawn', as)
    return shown(w, d, as)
  })
})

const appealDispute = ofSide((w, d, ask) => {
  const s = standingNow(w, d)
  if (s.appealed) return no('already_appealed')
  if (s.state !== 'decided') return isOver(s) ? over(s) : no('not_decided')
  return yes(() => {
    addFact(w, d, 'appealed', ask.as, { text: said(ask)! })
    return shown(w, d, ask.as)
  })
})

/** A dispute for an agent of the house, or the operator. */
const ofAgent =
  (word: Word): Rule =>
  (w, ask) => {
    const barred = barredFromStaff(w, ask.as, 'dispute_agent')
    if (barred) return barred
    if (said(ask) === '') return no('invalid_request')
    const d = w.disputes.get(ask.params!.id!)
    return d ? word(w, d, ask) : no('not_found')
  }

/** Never to a party, and an appeal never to whoever decided before. */
const assignDispute = ofAgent((w, d, ask) => {
  const { agentId } = bodyOf<{ agentId?: string }>(ask)
  const to = agentId ?? (ask.as === 'operator' ? undefined : ask.as)
  if (to === undefined) return no('invalid_request')
  const s = standingNow(w, d)
  const isHeard = s.appealed && s.decidedBy === to
  if (isInvolvedIn(w, d, ask.as) || isInvolvedIn(w, d, to) || isHeard) return no('own_act')
  if (!isAgent(w, to)) return no('agent_unfit', { field: 'agentId' })
  if (isOver(s) || s.state === 'decided') return over(s)
  return yes(() => {
    if (s.agent !== to) addFact(w, d, 'assigned', ask.as, { to })
    return shown(w, d, null)
  })
})

/** Why somebody may not work on it: a party, who decided before, or anybody where another has it in hand. */
export function workRefusal(w: World, d: Dispute, as: string): Verdict | undefined {
  const s = standingNow(w, d)
  if (isInvolvedIn(w, d, as) || (s.appealed && s.decidedBy === as)) return no('own_act')
  if (isOver(s)) return over(s)
  return s.agent !== null && s.agent !== as ? no('not_in_hand') : undefined
}

const noteOnDispute = ofAgent(
  (w, d, ask) =>
    workRefusal(w, d, ask.as) ??
    yes(() => {
      addFact(w, d, 'note', ask.as, { text: said(ask)! })
      return shown(w, d, null)
    }),
)

/** A decision stands until somebody appeals: nothing is asked about it in between. */
const askInDispute = ofAgent((w, d, ask) => {
  const b = bodyOf<{ toId: string; answerBy?: string }>(ask)
  const refusal = workRefusal(w, d, ask.as)
  if (refusal) return refusal
  const s = standingNow(w, d)
  if (s.state === 'decided') return over(s)
  const now = momentOfDispute(w, d)
  const answerBy = b.answerBy === undefined ? now + answerMs : Date.parse(b.answerBy)
  if (!isSide(d, b.toId) || answerBy <= now) return no('invalid_request')
  return yes(() => {
    addFact(w, d, 'asked', ask.as, { to: b.toId, text: said(ask)!, answerBy })
    return shown(w, d, null)
  })
})

const readDispute: Rule = (w, { as, params }) => {
  const d = w.disputes.get(params!.id!)
  if (!d) return no('not_found')
  if (isSide(d, as)) return yes(() => shown(w, d, as))
  return isStaff(w, as, 'dispute_agent', 'auditor') ? yes(() => shown(w, d, null)) : no('not_found')
}

/** One's own, on either side, the latest first. */
const listMyDisputes: Rule = (w, { as, query }) => {
  const own = [...w.disputes.values()].filter((d) => isSide(d, as))
  const openedAt = (d: Dispute) => d.facts[0]!.at
  const latest = own.sort((a, b) => openedAt(b) - openedAt(a) || (a.id < b.id ? 1 : -1))
  return yes(() => ({ items: latest.slice(0, Number(query?.limit ?? 50)).map((d) => shown(w, d, as)) }))
}

/** Everything about disputes, by its route. */
export const disputeRules: Record<string, Rule> = {
  openDispute,
  stateInDispute,
  addDisputeDocument,
  withdrawDispute,
  appealDispute,
  assignDispute,
  noteOnDispute,
  askInDispute,
  decideDispute: ofAgent(decideDispute),
  readDispute,
  listMyDisputes,
}
