/**
 * Whether two members have had to do with each other: money that passed, or is on its way, between them and that both
 * could see. What either sends and undoes themselves is no dealing, named in the report or not.
 */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { haveSentPackets } from '../packets/between.ts'
import { claimedAmong, packetsById, recipientsOfEach } from '../packets/look-up.ts'
import { sightOfPacket } from '../packets/view.ts'
import { haveTransferred } from '../transfers/between.ts'
import { maySeeTransfer, transfersById } from '../transfers/read.ts'

export interface Pair {
  reporterId: string
  aboutId: string
}

/** Whether anything passed between the two; `sendId` is what the report names, which is one of theirs. */
export async function haveDealt(
  tx: Tx,
  { reporterId, aboutId, sendId }: Pair & { sendId: string | null },
  now: Instant,
): Promise<boolean> {
  if (sendId !== null && (await maySee(tx, aboutId, sendId))) return true
  const two = [reporterId, aboutId] as const
  return (await haveTransferred(tx, two, now)) || (await haveSentPackets(tx, two, now))
}

async function maySee(tx: Tx, memberId: string, sendId: string): Promise<boolean> {
  if (!isIdOf('packet', sendId)) return maySeeTransfer(tx, memberId, sendId)
  return (await sightOfPacket(tx, memberId, sendId)) !== 'none'
}

/** Whether a send is one between the two that the reporter may see: in a group too, where one claimed from the other. */
export async function isBetween(tx: Tx, sendId: string, pair: Pair): Promise<boolean> {
  if (!(await maySee(tx, pair.reporterId, sendId))) return false
  if (isIdOf('packet', sendId)) return isPacketBetween(tx, sendId, pair)
  const transfer = (await transfersById(tx, [sendId])).get(sendId)
  const two = [transfer?.payerId, transfer?.payeeId]
  return two.includes(pair.reporterId) && two.includes(pair.aboutId)
}

async function isPacketBetween(tx: Tx, packetId: string, { reporterId, aboutId }: Pair): Promise<boolean> {
  const packet = (await packetsById(tx, [packetId])).get(packetId)
  if (!packet) return false
  const other = packet.payerId === reporterId ? aboutId : reporterId
  if (packet.payerId !== reporterId && packet.payerId !== aboutId) return false
  const named = (await recipientsOfEach(tx, [packetId])).get(packetId) ?? []
  if (packet.recipientId === other || named.includes(other)) return true
  return (await claimedAmong(tx, [packetId], other)).has(packetId)
}
