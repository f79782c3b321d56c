/** What people do with what was sent: claim, take back, stop, decline, accept, look. */

import type { Ask, Fields } from '../asks.ts'
import type { Link, Packet, Transfer } from '../auditor/world.ts'
import { typedPhrase, type Town } from './sends.ts'

/** Somebody: mostly one of these, now and then anyone. */
function mostly({ world, dice }: Town, these: readonly string[], percent = 80): string {
  return these.length > 0 && dice.percent(percent) ? dice.pick(these) : dice.pick([...world.members.keys()])
}

/** A claim on a packet: mostly by somebody it is for, with what they hold of links and know of passphrases. */
export function claimOf(town: Town, packet: Packet, by?: string): Ask {
  const { world, dice } = town
  const as = by ?? mostly(town, packet.inside ? [...packet.inside] : [...world.members.keys()])
  const body: Fields = {}
  if (packet.audience === 'link' || dice.percent(3)) Object.assign(body, tokenFor(town, packet, as))
  if (packet.phrase !== null && dice.percent(90)) body.passphrase = typedPhrase(dice, packet.phrase)
  return { route: 'claimPacket', as, params: { id: packet.id }, body }
}

/** The token somebody holds: theirs, somebody else's, of another packet, or none that was ever sealed. */
function tokenFor({ world, dice }: Town, packet: Packet, as: string): Fields {
  const links = [...world.links]
  const fitting = links.filter(([, link]) => link.packet === packet.id && (link.member ?? as) === as)
  if (fitting.length > 0 && dice.percent(85)) return { token: dice.pick(fitting)[0] }
  if (links.length === 0 || dice.percent(20))
    return dice.pick<Fields>([{}, { token: 'eyJhbGciOiJkaXIifQ..forged.forged.forged' }])
  const [token] = dice.pick(links)
  return { token: dice.percent(20) ? altered(token) : token }
}

/** A sealed token with one letter changed. */
function altered(token: string): string {
  const at = token.length - 40
  return `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`
}

/** Another link to a packet, for whoever holds it or for one member, perhaps for a short time only. */
export function linkOf({ world, dice }: Town, packet: Packet): Ask {
  const body: Fields = {}
  if (dice.percent(40)) body.memberId = dice.pick([...world.members.keys()])
  if (dice.percent(40))
    body.expireAt = new Date(world.clock + dice.pick([20, 300, 7_200]) * 1_000).toISOString()
  const as = dice.percent(90) ? packet.payer : dice.pick([...world.members.keys()])
  return { route: 'makePacketLink', as, params: { id: packet.id }, body }
}

/** How often somebody would let one go: often while it is held. */
const endings = ({ state }: Packet | Transfer) => (state === 'held' ? 40 : 1)

const packetVerbs = { recallPacket: 6, pausePacket: 4, askNotToOpenPacket: 3 } as const

/** A verb on a packet: mostly one that could succeed, by the one who may. */
export function packetVerbOf(town: Town, packet: Packet): Ask {
  const { world, dice } = town
  const undoPacket = world.clock < packet.deliverAt ? 12 : 1
  const releasePacket = packet.openAs === 'paused' ? 10 : 1
  const declinePacket = packet.recipient ? 5 : 1
  const endPacketHold = endings(packet)
  const route = dice.weighted({ ...packetVerbs, undoPacket, endPacketHold, releasePacket, declinePacket })
  const as = mostly(
    town,
    route === 'declinePacket' ? (packet.recipient ? [packet.recipient] : []) : [packet.payer],
    92,
  )
  const ask: Ask = { route, as, params: { id: packet.id } }
  if (route !== 'recallPacket') return ask
  const manner = dice.percent(40) ? { manner: dice.pick(['remainder', 'all_or_nothing']) } : {}
  return {
    ...ask,
    body: { ...manner, ...(dice.percent(40) ? { reason: dice.pick(['AC03', 'AM09', 'DUPL', 'FRAD']) } : {}) },
  }
}

/** A verb on a transfer. */
export function transferVerbOf(town: Town, transfer: Transfer): Ask {
  const { world, dice } = town
  const undoTransfer = world.clock < transfer.deliverAt ? 8 : 1
  const endTransferHold = endings(transfer)
  const verbs = { undoTransfer, endTransferHold, recallTransfer: 4, acceptTransfer: 5, declineTransfer: 3 }
  const route = dice.weighted(verbs)
  const byPayer = route === 'undoTransfer' || route === 'endTransferHold' || route === 'recallTransfer'
  const as = mostly(town, [byPayer ? transfer.payer : transfer.payee], 92)
  const body = route === 'recallTransfer' && dice.percent(50) ? { body: { reason: 'AC03' } } : {}
  return { route, as, params: { id: transfer.id }, ...body }
}

/** A look at a packet by somebody whom it may concern, or not. */
export function lookAt(town: Town, packet: Packet): Ask {
  const { world, dice } = town
  const as = mostly(town, [packet.payer, ...packet.meant], 75)
  const links: [string, Link][] = [...world.links]
  if (links.length > 0 && dice.percent(20))
    return { route: 'openPacketLink', as, body: { token: dice.pick(links)[0] } }
  const route =
    packet.split === 'provable' && dice.percent(60)
      ? 'readSplitProof'
      : dice.pick(['readPacket', 'listClaims'])
  return { route, as, params: { id: packet.id } }
}

/** A look at one's own money. */
export function lookAtMoney({ world, dice }: Town): Ask {
  const as = dice.pick([...world.members.keys()])
  if (dice.percent(40)) return { route: 'getWallet', as }
  return { route: 'listEntries', as, query: { limit: String(dice.pick([1, 3, 10, 200])) } }
}

/** A look at a transfer. */
export function lookAtTransfer(town: Town, transfer: Transfer): Ask {
  return {
    route: 'readTransfer',
    as: mostly(town, [transfer.payer, transfer.payee], 75),
    params: { id: transfer.id },
  }
}
