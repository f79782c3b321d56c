/** What people do about money that was taken: ask for it, give it back, keep it, or agree to pay it in parts. */

import type { Ask, Fields } from '../asks.ts'
import type { Instalments } from '../auditor/instalments.ts'
import { holdersOf } from '../auditor/organisations.ts'
import type { ReturnRequest } from '../auditor/returns.ts'
import type { Packet, Transfer } from '../auditor/world.ts'
import type { Town } from './sends.ts'

/** Working days after every day that is simulated. */
const days = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23']
const wishes = { ask: 12, answer: 16, give: 6, propose: 6, agree: 10, look: 2 }

export type Taken = { about: Packet | Transfer; holders: string[] }

/** What somebody has of what was sent; now and then something that nobody has. */
export function taken({ world, dice }: Town): Taken | undefined {
  const packets = [...world.packets.values()].map((about) => ({
    about,
    holders: about.claims.map(({ member }) => member),
  }))
  const transfers = [...world.transfers.values()].map((about) => ({ about, holders: [about.payee] }))
  const isTaken = ({ about, holders }: Taken) =>
    'kind' in about ? holders.length > 0 : about.state === 'arrived' || dice.percent(3)
  const all: Taken[] = [...packets, ...transfers]
  const found = all.filter((one) => isTaken(one) || dice.percent(2)).slice(-12)
  return found.length > 0 ? dice.pick(found) : undefined
}

/** One of those acts, mostly one that can succeed. */
export function returnAct(town: Town): Ask | undefined {
  const { world, dice } = town
  const wish = dice.weighted(wishes)
  const requests = [...world.returns.values()]
  const agreements = [...world.instalments.values()]
  if (wish === 'answer' && requests.length > 0) return answer(town, dice.pick(requests.slice(-6)))
  if (wish === 'agree' && agreements.length > 0) return agree(town, dice.pick(agreements.slice(-4)))
  if (wish === 'look' && requests.length > 0) {
    const { id, payer, recipient } = dice.pick(requests)
    return { route: 'readReturnRequest', as: somebody(town, [payer, recipient]), params: { id } }
  }
  const found = taken(town)
  if (!found) return undefined
  if (wish === 'propose') return propose(town, found)
  return wish === 'give' ? giveBack(town, found) : askBack(town, found)
}

/** One of these, mostly. */
export const somebody = ({ world, dice }: Town, these: readonly string[]) =>
  these.length > 0 && dice.percent(94) ? dice.pick(these) : dice.pick([...world.members.keys()])

const isPacket = (about: Packet | Transfer): about is Packet => 'kind' in about

function askBack(town: Town, { about, holders }: Taken): Ask {
  const { dice } = town
  const body: Fields = { cause: dice.pick(['AC03', 'AM09', 'DUPL', 'CUST']) }
  body.message = dice.percent(4) ? '再不退我就曝光你' : '这笔发错了，麻烦退回，谢谢。'
  if (isPacket(about) && dice.percent(50)) body.recipientIds = [somebody(town, holders)]
  if (dice.percent(30)) body.amount = dice.between(1, 2_000)
  if (dice.percent(10)) body.dueOn = dice.pick(['2026-02-18', '2026-02-25', '2026-04-01'])
  const route = isPacket(about) ? 'askPacketReturns' : 'askTransferReturn'
  return { route, as: somebody(town, [about.payer]), params: { id: about.id }, body }
}

function giveBack(town: Town, { about, holders }: Taken): Ask {
  const { dice } = town
  const body: Fields = dice.percent(50) ? { amount: dice.between(1, 1_500) } : {}
  const route = isPacket(about) ? 'returnPacketShare' : 'returnTransferMoney'
  return { route, as: somebody(town, holders), params: { id: about.id }, body }
}

function answer(town: Town, { id, payer, recipient }: ReturnRequest): Ask {
  const { dice } = town
  const route = dice.weighted({
    returnAsRequested: 10,
    declineReturnRequest: 3,
    withdrawReturnRequest: 2,
    remindReturnRequest: 4,
    markReturnRequestRead: 4,
  })
  const byPayer = route === 'withdrawReturnRequest' || route === 'remindReturnRequest'
  const ask: Ask = { route, as: somebody(town, [byPayer ? payer : recipient]), params: { id } }
  if (route === 'returnAsRequested')
    return { ...ask, body: dice.percent(50) ? { amount: dice.between(1, 1_000) } : {} }
  if (route === 'declineReturnRequest')
    return { ...ask, body: { reason: dice.pick(['CUST', 'LEGL', 'AM04']), note: '这是还我的' } }
  return ask
}

function propose(town: Town, { about, holders }: Taken): Ask {
  const { dice } = town
  const debtorId = somebody(town, holders)
  const count = dice.between(1, 4)
  const each = dice.between(1, 400)
  const parts = days.slice(0, count).map((dueOn) => ({ amount: each, dueOn }))
  const principal = each * count + (dice.percent(5) ? 1 : 0)
  if (dice.percent(4)) parts.reverse()
  const as = somebody(town, [about.payer, debtorId])
  return { route: 'proposeInstalments', as, body: { about: about.id, debtorId, principal, parts } }
}

/**
 * Whoever paid the transfer that arrived last wants it back in parts, and again at once when its payee has said no;
 * nothing where none arrived.
 */
export function insisted({ world }: Town): Ask[] {
  const t = [...world.transfers.values()].findLast(({ state }) => state === 'arrived')
  if (!t) return []
  const waiting = [...world.instalments.values()].find((s) => s.source === t.id && s.state === 'proposed')
  if (waiting) return [{ route: 'dropInstalmentsProposal', as: t.payee, params: { id: waiting.id } }]
  const body = { about: t.id, principal: 1, parts: [{ amount: 1, dueOn: days[0]! }] }
  return [{ route: 'proposeInstalments', as: t.payer, body }]
}

/**
 * What a sender for an organisation leaves behind, a step at a time: whoever has money of it proposes parts, the sender's
 * place is ended, an administrator takes the parts over. Where no organisation has paid anybody, its senders do first.
 */
export function leftBehind(town: Town): Ask[] {
  const { world, dice } = town
  const paid = (id: string) => world.packets.get(id) ?? world.transfers.get(id)
  const open = [...world.instalments.values()].findLast(
    ({ source, state }) => paid(source)?.org && (state === 'proposed' || state === 'active'),
  )
  const sent = open ? paid(open.source)! : takenOfOffices(town)
  if (!sent) return paidByOffices(town)
  const o = world.organisations.get(sent.org!)!
  const chiefs = holdersOf(o, 'administrator').filter((id) => id !== sent.payer)
  if (!open) {
    const debtorId = dice.pick(holdersOfMoney(sent))
    const parts = days.slice(0, 2).map((dueOn) => ({ amount: 1, dueOn }))
    const body = { about: sent.id, debtorId, principal: 2, parts }
    return [{ route: 'proposeInstalments', as: dice.percent(70) ? debtorId : sent.payer, body }]
  }
  if (o.people.get(sent.payer)?.state === 'active')
    return chiefs.map((as) => ({
      route: 'endOrganisationMembership',
      as,
      params: { id: o.id, memberId: sent.payer },
    }))
  const as = somebody(town, [...chiefs, open.debtor, sent.payer])
  const steps: Ask[] = [{ route: 'takeOverInstalments', as, params: { id: open.id } }]
  if (dice.percent(50)) steps.push(agree(town, { ...open, creditor: as }))
  if (dice.percent(30)) steps.push({ ...propose(town, { about: sent, holders: [open.debtor] }), as })
  return steps
}

function paidByOffices({ world, dice }: Town): Ask[] {
  const members = [...world.members.keys()]
  return [...world.organisations.values()].flatMap((o) =>
    holdersOf(o, 'sender').map((as) => {
      const payeeId = dice.pick(members.filter((id) => id !== as))
      return { route: 'sendTransfer', as, body: { payeeId, amount: 100, delayS: 0, onBehalfOf: o.id } }
    }),
  )
}

const holdersOfMoney = (about: Packet | Transfer) =>
  isPacket(about) ? about.claims.map(({ member }) => member) : [about.payee]

function takenOfOffices({ world }: Town): Packet | Transfer | undefined {
  const arrived = [...world.transfers.values()].filter(({ state }) => state === 'arrived')
  const claimed = [...world.packets.values()].filter(({ claims }) => claims.length > 0)
  return [...arrived, ...claimed].findLast(({ org }) => org !== null)
}

function agree(town: Town, { id, source, state, creditor, debtor, versions, waits }: Instalments): Ask {
  const { world, dice } = town
  const about = world.packets.get(source) ?? world.transfers.get(source)
  if (about && (state === 'declined' || state === 'withdrawn') && dice.percent(60))
    return { ...propose(town, { about, holders: [debtor] }), as: dice.percent(80) ? creditor : debtor }
  const route = dice.weighted({
    acceptInstalments: waits > 0 ? 14 : 1,
    dropInstalmentsProposal: waits > 0 ? 2 : 1,
    payInstalment: waits > 0 ? 2 : 12,
    setInstalmentsConsent: 2,
    releaseInstalments: 1,
    takeOverInstalments: 1,
    readInstalments: 1,
  })
  const last = versions[waits - 1]?.by
  const other = last === creditor ? debtor : creditor
  const side = { payInstalment: debtor, setInstalmentsConsent: debtor, releaseInstalments: creditor }[
    route as string
  ]
  const ask: Ask = { route, as: somebody(town, [side ?? other]), params: { id } }
  if (route === 'acceptInstalments')
    return { ...ask, body: { version: dice.percent(90) ? Math.max(1, waits) : dice.between(1, 3) } }
  if (route === 'payInstalment')
    return { ...ask, body: dice.pick<Fields>([{}, {}, { no: dice.between(1, 4) }, { all: true }]) }
  return route === 'setInstalmentsConsent' ? { ...ask, body: { consent: dice.percent(60) } } : ask
}
