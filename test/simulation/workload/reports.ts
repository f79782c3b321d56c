/** What people say of each other to the service: reports, some of them taken back, and what is found of them. */

import type { Ask, Fields } from '../asks.ts'
import type { Packet, Transfer } from '../auditor/world.ts'
import type { Town } from './sends.ts'

const wishes = { make: 10, withdraw: 3, close: 6, read: 1 }

/** One of those acts, mostly one that can succeed. */
export function reportAct(town: Town): Ask {
  const { world, dice } = town
  const wish = dice.weighted(wishes)
  const all = [...world.reports.values()]
  const open = all.filter(({ closedAt }) => closedAt === null)
  const known = dice.percent(88) && open.length > 0 ? open : all
  if (wish === 'make' || known.length === 0) return make(town)
  const { id, by, about } = dice.pick(known)
  if (wish === 'withdraw')
    return { route: 'withdrawReport', as: dice.percent(90) ? by : about, params: { id: about } }
  if (wish === 'read')
    return { route: 'readOwnReport', as: dice.percent(70) ? by : about, params: { id: about } }
  const body = { outcome: dice.pick(['upheld', 'dismissed']), note: '看过了' }
  return { route: 'closeReport', as: byWhom(town), params: { id: about, reportId: id }, body }
}

/** The operator, somebody of the service's own people, or anybody. */
function byWhom({ world, dice }: Town): string {
  const house = [...world.organisations.values()].find(({ isHouse }) => isHouse)
  const staff = house ? [...house.people.keys()] : []
  if (staff.length > 0 && dice.percent(45)) return dice.pick(staff)
  return dice.percent(90) ? 'operator' : dice.pick([...world.members.keys()])
}

/** Mostly of somebody one had to do with, and at times with the send it is about, or one that it is not. */
function make({ world, dice }: Town): Ask {
  const ids = [...world.members.keys()]
  const sends: (Packet | Transfer)[] = [...world.packets.values(), ...world.transfers.values()].slice(-20)
  const body: Fields = { reason: dice.pick(['scam', 'impersonation', 'harassment', 'other']) }
  if (dice.percent(20)) body.note = '收了钱就不理人'
  const send = sends.length > 0 && dice.percent(75) ? dice.pick(sends) : undefined
  const others = send ? othersIn(send) : []
  const other = others.length > 0 ? dice.pick(others) : dice.pick(ids)
  const [as, about] = send && dice.percent(50) ? [other, send.payer] : [send?.payer ?? dice.pick(ids), other]
  if (send && dice.percent(55)) body.about = send.id
  const id = dice.percent(97) ? about : dice.pick([as, dice.strangeId('member')])
  return { route: 'reportMember', as, params: { id }, body }
}

function othersIn(send: Packet | Transfer): string[] {
  if (!('kind' in send)) return [send.payee]
  return [...send.claims.map(({ member }) => member), ...(send.recipient === null ? [] : [send.recipient])]
}
