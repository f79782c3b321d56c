/**
 * Whether two members have had to do with each other: money that passed, or is on its way, between them and that the
 * one who is reported could see. What somebody sends and undoes themselves is no dealing.
 */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { packetsBetween } from '../packets/between.ts'
import { claimedAmong, packetsById, recipientsOfEach } from '../packets/look-up.ts'
import { sightOfPacket } from '../packets/view.ts'
import { transfersBetween } from '../transfers/between.ts'
import { maySeeTransfer, transfersById } from '../transfers/read.ts'

export interface Pair {
  reporterId: string
  aboutId: string
}

/** Whether anything passed between the two. */
export async function haveDealt(tx: Tx, { reporterId, aboutId }: Pair, now: Instant): Promise<boolean> {
  const page = { viewerId: aboutId, now, from: undefined, limit: 1 }
  if ((await transfersBetween(tx, reporterId, page)).length > 0) return true
  return (await packetsBetween(tx, reporterId, page)).length > 0
}

/** Whether a send is one between the two that the reporter may see: in a group too, where one claimed from the other. */
export async function isBetween(tx: Tx, sendId: string, pair: Pair): Promise<boolean> {
  if (isIdOf('packet', sendId)) return isPacketBetween(tx, sendId, pair)
  if (!(await maySeeTransfer(tx, pair.reporterId, sendId))) return false
  const transfer = (await transfersById(tx, [sendId])).get(sendId)
  const two = [transfer?.payerId, transfer?.payeeId]
  return two.includes(pair.reporterId) && two.includes(pair.aboutId)
}

async function isPacketBetween(tx: Tx, packetId: string, { reporterId, aboutId }: Pair): Promise<boolean> {
  if ((await sightOfPacket(tx, reporterId, packetId)) === 'none') return false
  const packet = (await packetsById(tx, [packetId])).get(packetId)
  if (!packet) return false
  const other = packet.payerId === reporterId ? aboutId : reporterId
  if (packet.payerId !== reporterId && packet.payerId !== aboutId) return false
  const named = (await recipientsOfEach(tx, [packetId])).get(packetId) ?? []
  if (packet.recipientId === other || named.includes(other)) return true
  return (await claimedAmong(tx, [packetId], other)).has(packetId)
}
