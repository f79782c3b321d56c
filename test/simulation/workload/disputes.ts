/** What people and the house do about disputed money: open, say how it was, take in hand, ask, decide, appeal. */

import type { Ask, Fields } from '../asks.ts'
import { holderOf, standingNow, type Dispute, type Standing } from '../auditor/disputes.ts'
import { orderOf } from './freezes.ts'
import { anAgent } from './house.ts'
import type { Beat } from './stories.ts'
import { somebody, taken } from './returns.ts'
import type { Town } from './sends.ts'

const wishes = { open: 8, side: 9, agent: 17, order: 5, paper: 2, look: 2 }

/** One of those acts, mostly one that can succeed; undefined where nothing was taken yet. */
export function disputeAct(town: Town, asked?: 'open'): Ask | undefined {
  const { world, dice } = town
  const wish = asked ?? dice.weighted(wishes)
  if (wish === 'paper' || (!asked && world.documents.size === 0)) return handIn(town)
  const disputes = [...world.disputes.values()].slice(-7)
  const alive = disputes.filter((d) => !['closed', 'withdrawn'].includes(standingNow(world, d).state))
  const some = alive.length > 0 && dice.percent(88) ? alive : disputes
  if (wish === 'open' || some.length === 0) return open(town)
  const d = dice.pick(some)
  if (wish === 'look') return look(town, d)
  if (wish === 'order') return freezeByOrder(town, d)
  return wish === 'side' ? sideAct(town, d) : agentAct(town, d)
}

const papers = [
  { type: 'application/pdf', text: '%PDF-1.4\n% a record of a talk\n%%EOF\n' },
  { type: 'application/pdf', text: '%PDF-1.4\n% an order\n%%EOF\n' },
  { type: 'application/pdf', text: '%PDF-1.4\n1 0 obj << /S /JavaScript >> endobj\n%%EOF\n' },
  { type: 'application/pdf', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
]

/** Papers of the first day, so that an order has one. */
export const firstPapers = (ids: readonly string[]): Ask[] =>
  papers.slice(0, 2).map((file, i) => ({
    route: 'handInDocument',
    as: ids.at(-i)!,
    query: { kind: 'order' },
    file,
  }))

function handIn({ world, dice }: Town): Ask {
  const place = dice.weighted({ 0: 6, 1: 6, 2: 1, 3: 1 })
  const file = papers[Number(place)]!
  const as = dice.pick([...world.members.keys()])
  return { route: 'handInDocument', as, query: { kind: 'chat_record' }, file }
}

const causes = ['mistake', 'fraud', 'account_theft'] as const

function open(town: Town): Ask | undefined {
  const { dice } = town
  const found = taken(town)
  if (!found) return undefined
  const { about, holders } = found
  const as = somebody(town, [about.payer, about.payer, ...holders])
  const isPacket = 'kind' in about
  const cause = dice.pick(causes)
  const body: Fields = { sourceId: about.id, cause, text: dice.percent(3) ? '  ' : '转错人了' }
  if (isPacket && as === about.payer && dice.percent(90)) body.againstId = somebody(town, holders)
  if (dice.percent(15)) body.answers = [{ question: 'how_noticed', answer: '看到记录' }]
  if (dice.percent(4)) body.answers = [{ question: 'whom_meant', answer: '我妈' }]
  return { route: 'openDispute', as, body }
}

/** What comes of the dispute that was opened last: word upon word, some minutes apart, and mostly in this order. */
export function disputeStory(town: Town): Beat[] {
  const { world, dice } = town
  const d = [...world.disputes.values()].at(-1)!
  const steps = [heard, inHand, secured, decided, appealed, heard, inHand, decided]
  let at = d.facts[0]!.at
  return steps.slice(0, dice.between(3, 12)).map((step) => {
    at += dice.between(1, 20) * 60_000
    const isOther = dice.percent(12)
    return {
      at,
      asks: () => (isOther ? [dice.percent(50) ? sideAct(town, d) : agentAct(town, d)] : step(town, d)),
    }
  })
}

/** Whoever is still to be heard speaks, mostly before anything is decided. */
function heard({ world, dice }: Town, d: Dispute): Ask[] {
  const { hearing } = standingNow(world, d)
  if (!hearing || !dice.percent(85)) return []
  return [
    { route: 'stateInDispute', as: hearing.member, params: { id: d.id }, body: { text: '这是还我的钱' } },
  ]
}

/** An agent takes it in hand; of an appeal mostly another than decided, and at times the same tries. */
function inHand(town: Town, d: Dispute): Ask[] {
  const { decidedBy, agent } = standingNow(town.world, d)
  const as = decidedBy !== null && town.dice.percent(25) ? decidedBy : anAgent(town, decidedBy)
  if (agent !== null || as === 'operator') return []
  return [{ route: 'assignDispute', as, params: { id: d.id }, body: {} }]
}

/** The money is kept where it is: by an order, or meanwhile by the house's own rules. */
function secured(town: Town, d: Dispute): Ask[] {
  const { world, dice } = town
  const { agent } = standingNow(world, d)
  if (dice.percent(60)) return [freezeByOrder(town, d)]
  if (agent === null || dice.percent(40)) return []
  const body = { outcome: 'freeze', reasons: '先保住这笔钱。' }
  return [{ route: 'decideDispute', as: agent, params: { id: d.id }, body }]
}

function decided(town: Town, d: Dispute): Ask[] {
  const { agent } = standingNow(town.world, d)
  if (agent === null) return []
  return [{ route: 'decideDispute', as: agent, params: { id: d.id }, body: decision(town, d) }]
}

function appealed({ world, dice }: Town, d: Dispute): Ask[] {
  if (standingNow(world, d).state !== 'decided' || dice.percent(30)) return []
  const as = dice.pick([d.opener, d.other])
  return [{ route: 'appealDispute', as, params: { id: d.id }, body: { text: '不服' } }]
}

/** Asked anew about what a dispute was about before: by the same side, against the same. */
export function openAgain({ opener, other, source, cause, payer }: Dispute): Ask {
  const against = payer === opener && source.startsWith('pkt') ? { againstId: other } : {}
  return { route: 'openDispute', as: opener, body: { sourceId: source, cause, text: '还是不对', ...against } }
}

function look(town: Town, { id, opener, other }: Dispute): Ask {
  const { world, dice } = town
  const papersThere = [...world.documents.values()]
  const as = dice.percent(40) ? anAgent(town) : somebody(town, [opener, other])
  if (dice.percent(30)) {
    const { id: paper, owner } = dice.pick(papersThere)
    return { route: 'readDocument', as: dice.percent(40) ? owner : as, params: { id: paper } }
  }
  if (dice.percent(40) && as !== 'operator') return { route: 'listMyDisputes', as, query: { limit: '50' } }
  return { route: 'readDispute', as, params: { id } }
}

function sideAct(town: Town, d: Dispute): Ask {
  const { world, dice } = town
  const { state, decidedAt } = standingNow(world, d)
  const route = dice.weighted({
    stateInDispute: state === 'asked' ? 20 : 8,
    addDisputeDocument: 6,
    withdrawDispute: 2,
    appealDispute: state === 'decided' ? 30 : decidedAt === null ? 1 : 3,
  })
  const as = somebody(town, route === 'withdrawDispute' ? [d.opener] : [d.opener, d.other])
  const ask: Ask = { route, as, params: { id: d.id } }
  if (route === 'withdrawDispute') return ask
  if (route !== 'addDisputeDocument') return { ...ask, body: { text: '这是还我的钱' } }
  const own = [...world.documents.values()].filter(({ owner }) => owner === as)
  const any = [...world.documents.keys()]
  const other = any.length > 0 ? dice.pick(any) : dice.strangeId('document')
  const documentId = own.length > 0 && dice.percent(92) ? dice.pick(own).id : other
  return { ...ask, body: { documentId } }
}

/** What an agent does next is mostly what its state asks for. */
const next: Record<string, Record<AgentRoute, number>> = {
  waiting: { assignDispute: 16, askInDispute: 2, noteOnDispute: 1, decideDispute: 2 },
  in_hand: { assignDispute: 2, askInDispute: 5, noteOnDispute: 2, decideDispute: 14 },
  asked: { assignDispute: 1, askInDispute: 1, noteOnDispute: 1, decideDispute: 4 },
  decided: { assignDispute: 1, askInDispute: 1, noteOnDispute: 1, decideDispute: 2 },
  appealed: { assignDispute: 9, askInDispute: 2, noteOnDispute: 1, decideDispute: 8 },
}
type AgentRoute = 'assignDispute' | 'askInDispute' | 'noteOnDispute' | 'decideDispute'
const whenOver = { assignDispute: 1, askInDispute: 1, noteOnDispute: 1, decideDispute: 1 }

function agentAct(town: Town, d: Dispute): Ask {
  const { dice } = town
  const s = standingNow(town.world, d)
  const isNobodys = s.agent === null && s.appealed
  const route = dice.weighted((isNobodys ? next.appealed : next[s.state]) ?? whenOver)
  const as = s.agent !== null && dice.percent(85) ? s.agent : anAgent(town, s.appealed ? s.decidedBy : null)
  const ask: Ask = { route, as, params: { id: d.id } }
  switch (route) {
    case 'assignDispute':
      return { ...ask, body: dice.percent(70) && as !== 'operator' ? {} : { agentId: anotherAgent(town, s) } }
    case 'noteOnDispute':
      return { ...ask, body: { text: '看起来可信' } }
    case 'askInDispute': {
      const answerBy = new Date(town.world.clock + dice.between(1, 200) * 60_000).toISOString()
      const body: Fields = { toId: somebody(town, [d.opener, d.other]), text: '请补充聊天记录' }
      return { ...ask, body: dice.percent(80) ? { ...body, answerBy } : body }
    }
    case 'decideDispute':
      return { ...ask, body: decision(town, d) }
  }
}

function anotherAgent(town: Town, { agent, decidedBy }: Standing): string {
  const other = anAgent(town, agent, decidedBy)
  return other === 'operator' ? [...town.world.members.keys()].at(-1)! : other
}

function decision(town: Town, d: Dispute): Fields {
  const { world, dice } = town
  const holder = holderOf(d)
  const outcome = dice.weighted({ return: 6, part: 5, refuse: 3, freeze: 4, release: 3 })
  const body: Fields = { outcome, reasons: '聊天记录与转账记录一致。' }
  if (outcome === 'part' && dice.percent(96)) body.amount = dice.between(1, d.amount)
  if (outcome === 'freeze' && dice.percent(40)) body.amount = dice.between(1, Math.ceil(1.3 * d.amount))
  const frozen = [...world.freezes.values()].filter((f) => !f.ended || dice.percent(6))
  const theirs = frozen.filter((f) => f.subject === holder || f.subject === d.source)
  const one = (some: typeof frozen) => (some.length > 0 ? { freezeId: dice.pick(some).id } : {})
  if (outcome === 'release')
    return { ...body, ...one(dice.percent(88) && theirs.length > 0 ? theirs : frozen) }
  if (outcome !== 'return' && outcome !== 'part') return body
  const orders = theirs.filter(({ basis }) => basis !== 'policy')
  if (orders.length > 0 && dice.percent(88)) return { ...body, ...one(orders), ...furtherWord(town) }
  return dice.percent(15) ? { ...body, ...one(theirs), ...furtherWord(town) } : body
}

/** What the police or a court says once more, so that the money goes back: its number and its paper. */
function furtherWord({ world, dice }: Town): Fields {
  if (dice.percent(8)) return {}
  const papersThere = [...world.documents.keys()]
  const known = papersThere.length > 0 && dice.percent(95)
  const documentId = known ? dice.pick(papersThere) : dice.strangeId('document')
  return { order: { reference: '沪公返字7号', documentId } }
}

/** An order comes about the money of a dispute: mostly about all of it, and mostly named for it. */
function freezeByOrder(town: Town, d: Dispute): Ask {
  const { dice } = town
  const amount = dice.percent(80) ? d.amount : dice.between(1, d.amount)
  const about = dice.weighted({ [d.id]: 70, [d.source]: 24, none: 6 })
  const named = about === 'none' ? {} : { aboutId: about }
  const body = { kind: 'amount', subjectId: holderOf(d), amount, ...named, ...orderOf(town) }
  return { route: 'freezeMoney', as: anAgent(town), body }
}
