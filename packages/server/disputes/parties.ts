/** Who has to do with money that moved: nobody works on a case that is their own. */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { membershipOf } from '../organisations/standing.ts'
import { isPartyToPacket, readPacketToFreeze } from '../packets/freeze-packet.ts'
import { transfersById } from '../transfers/read.ts'
import { disputeById, type DisputeRow } from './read.ts'

type Sides = Pick<DisputeRow, 'openerId' | 'otherId'>

/** Whether a member is one of the two sides. */
export function isSide({ openerId, otherId }: Sides, memberId: string): boolean {
  return memberId === openerId || memberId === otherId
}

/** Whether what a purse gets is this member's as well: it is theirs, or of an organisation they are in. */
export async function isOwnPurse(tx: Tx, ownerId: string | null, memberId: string): Promise<boolean> {
  if (ownerId === null || !isIdOf('organisation', ownerId)) return ownerId === memberId
  return (await membershipOf(tx, ownerId, memberId))?.state === 'active'
}

/** Whose purse paid for a packet or transfer, where it was not its sender's own: an organisation's, or a giver's. */
export async function purseOf(tx: Tx, sourceId: string): Promise<string | null> {
  const source = isIdOf('packet', sourceId)
    ? await readPacketToFreeze(tx, sourceId)
    : (await transfersById(tx, [sourceId])).get(sourceId)
  return source?.paidFromId ?? null
}

/** Whether a member sent a packet or transfer, paid for it, or received of it. */
export async function isPartyToSource(tx: Tx, sourceId: string, memberId: string): Promise<boolean> {
  if (isIdOf('packet', sourceId)) {
    const packet = await readPacketToFreeze(tx, sourceId)
    if (!packet) return false
    const [isNamed, isPaidBy] = await together([
      isPartyToPacket(tx, packet, memberId),
      isOwnPurse(tx, packet.paidFromId, memberId),
    ])
    return isNamed || isPaidBy
  }
  const transfer = (await transfersById(tx, [sourceId])).get(sourceId)
  if (!transfer) return false
  if (transfer.payerId === memberId || transfer.payeeId === memberId) return true
  return isOwnPurse(tx, transfer.paidFromId, memberId)
}

/** Whether a member has anything to do with a dispute: a side, or somebody else who sent, paid for or received it. */
export async function isPartyTo(
  tx: Tx,
  dispute: Sides & Pick<DisputeRow, 'sourceId'>,
  memberId: string,
): Promise<boolean> {
  return isSide(dispute, memberId) || (await isPartyToSource(tx, dispute.sourceId, memberId))
}

/** The same for what a freeze is about: a dispute, a packet or a transfer. */
export async function isPartyToCase(tx: Tx, caseId: string, memberId: string): Promise<boolean> {
  if (!isIdOf('dispute', caseId)) return isPartyToSource(tx, caseId, memberId)
  const dispute = await disputeById(tx, caseId)
  return dispute !== undefined && isPartyTo(tx, dispute, memberId)
}
