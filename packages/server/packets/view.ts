/** A packet as one member may see it: the payer everything, others what they may know, strangers that there is none. */

import type { Instant } from '@laisee/core/instant.ts'
import { isReleasableAt } from '@laisee/core/hold.ts'
import {
  isAlive,
  isFrozenAt,
  isKeptFromOthers,
  isUndelivered,
  packetCan,
  stateAt,
  type PacketVerb,
} from '@laisee/core/packet.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import { profiles } from '@laisee/core/profile.ts'
import type { HeldRight } from '@laisee/core/recall-right.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import type { Sight } from '../visibility.ts'
import { isMemberAt } from '../people/groups.ts'
import { heldRights } from '../policies/recall-right.ts'
import type { PacketLink } from './links.ts'
import {
  readClaim,
  readClaims,
  readPacket,
  readRecipients,
  type ClaimRow,
  type PacketRow,
} from './packets.sql.ts'

export interface PacketSight {
  packet: PacketRow
  now: Instant
  isPayer: boolean
  mine: ClaimRow | undefined
  /** Of what an organisation paid: its payer's right to recall it. */
  right?: HeldRight | null
}

/** The packet as this member may see it, or undefined: before delivery it exists for its payer only. */
export async function seePacket(
  tx: Tx,
  packetId: string,
  memberId: string,
  link: PacketLink | null = null,
): Promise<PacketSight | undefined> {
  const packet = await tx.one(readPacket, packetId)
  if (!packet) return undefined
  const now = await tx.now(packet.changedAt)
  if (packet.payerId === memberId) {
    const [right = null] = await heldRights(tx, memberId, [packet], now)
    return { packet, now, isPayer: true, mine: await tx.one(readClaim, packetId, memberId), right }
  }
  if (now < packet.deliverAt || isKeptFromOthers(packet)) return undefined
  const mine = await tx.one(readClaim, packetId, memberId)
  const meant =
    mine !== undefined || (await isMeantFor(tx, packet, memberId)) || linkLetsIn(packet, memberId, link, now)
  return meant ? { packet, now, isPayer: false, mine } : undefined
}

/** The packet for a member, or for the operator where no member is named; refuses `not_found`. */
export async function seeOrRefuse(tx: Tx, packetId: string, memberId: string | null): Promise<PacketSight> {
  const sight = await (memberId === null ? seeAnyPacket(tx, packetId) : seePacket(tx, packetId, memberId))
  if (!sight) throw new RefusalError(refuse('not_found'))
  return sight
}

function linkLetsIn(packet: PacketRow, memberId: string, link: PacketLink | null, now: Instant): boolean {
  if (link === null || link.packetId !== packet.id || now >= link.expireAt) return false
  return packet.audience === 'link' && (link.memberId === null || link.memberId === memberId)
}

/** The packet for the operator, who may see any; undefined where there is none. */
async function seeAnyPacket(tx: Tx, packetId: string): Promise<PacketSight | undefined> {
  const packet = await tx.one(readPacket, packetId)
  return packet && { packet, now: await tx.now(packet.changedAt), isPayer: true, mine: undefined }
}

/** A group's packet is seen by whoever was in the group when it was sent, an exclusive one shown there as well. */
async function isMeantFor(tx: Tx, packet: PacketRow, memberId: string): Promise<boolean> {
  if (packet.recipientId === memberId) return true
  if (packet.groupId !== null) return isMemberAt(tx, packet.groupId, memberId, packet.sentAt)
  if (packet.audience !== 'members') return false
  return (await tx.run(readRecipients, packet.id)).some((row) => row.memberId === memberId)
}

/** How much of this packet's stream a member may follow: the payer all, those it is for what is told to everyone. */
export async function sightOfPacket(tx: Tx, memberId: string, packetId: string): Promise<Sight> {
  const sight = await seePacket(tx, packetId, memberId)
  if (!sight) return 'none'
  return sight.isPayer ? 'all' : 'shared'
}

/** When a packet was sent: who was in its group then hears of it; undefined where there is no such packet. */
export async function sentAtOf(tx: Tx, packetId: string): Promise<Instant | undefined> {
  return (await tx.one(readPacket, packetId))?.sentAt
}

/**
 * Whether this member may know amounts: the payer, whoever has claimed, and everyone once the packet is closed. Until
 * then others know who has claimed and when, as on a cover that is not opened yet; never the sum, nor who got how much.
 */
export function knowsAmounts({ packet, now, isPayer, mine }: PacketSight): boolean {
  return isPayer || mine !== undefined || !isAlive(stateAt(packet, now))
}

const payerVerbs: readonly PacketVerb[] = [
  'undo',
  'end_hold',
  'pause',
  'release',
  'recall',
  'ask_not_to_open',
]

/** The verbs that can succeed for this member now: the screens' buttons read it, the server decides again. */
export function mayNow(sight: PacketSight, memberId: string | null): PacketVerb[] {
  const { packet, now, isPayer, mine, right } = sight
  if (memberId === null) return []
  const state = stateAt(packet, now)
  const profile = profiles[packet.profile]
  const verbs: PacketVerb[] = isPayer ? payerVerbs.filter((verb) => packetCan[verb].includes(state)) : []
  const frozen = isFrozenAt(packet, now)
  const allowed = verbs.filter((verb) => {
    if (frozen && (verb === 'undo' || verb === 'recall')) return false
    if (verb === 'end_hold') return isReleasableAt(packet, now)
    if (verb === 'recall') return profile.recall && (organisationOf(packet) === null || !!right)
    if (verb === 'pause') return profile.pause && !(isUndelivered(state) && packet.openAs === 'paused')
    if (verb === 'release') return state === 'paused' || packet.openAs === 'paused'
    return verb !== 'ask_not_to_open' || packet.askedNotToOpenAt === null
  })
  const itsTime = packet.notBefore === null || now >= packet.notBefore
  if (
    !frozen &&
    packetCan.claim.includes(state) &&
    itsTime &&
    !mine &&
    !packet.test &&
    isClaimer(packet, memberId)
  )
    allowed.push('claim')
  if (!frozen && packetCan.decline.includes(state) && packet.recipientId === memberId) allowed.push('decline')
  return allowed
}

/** Of those who see a packet: the one it is for, or all but a payer who has named others. */
function isClaimer(packet: PacketRow, memberId: string): boolean {
  if (packet.recipientId !== null) return packet.recipientId === memberId
  return packet.audience !== 'members' || packet.payerId !== memberId
}

/** Who has what, in order of claim, after a share. Whether a reader may know the amounts is for knowsAmounts to say. */
export function listClaims(tx: Tx, packetId: string, afterShareNo = 0): Promise<ClaimRow[]> {
  return tx.run(readClaims, packetId, afterShareNo)
}
