/** The case that a pack is made of: one packet or transfer, as one of its parties may know it. */

import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Secrets } from '../context.ts'
import type { Tx } from '../db/db.ts'
import type { ClaimRow, PacketRow } from '../packets/packets.sql.ts'
import { listClaims, seePacket } from '../packets/view.ts'
import { seeTransfer } from '../transfers/read.ts'
import type { TransferRow } from '../transfers/transfers.sql.ts'

interface Party {
  memberId: string
  sourceId: string
  now: Instant
  isPayer: boolean
  payerId: string
  /** Who has the money or was meant to, as far as this party may know. */
  payeeIds: readonly string[]
  secrets: Secrets
}

export interface PacketCase extends Party {
  kind: 'packet'
  packet: PacketRow
  /** The payer sees every share, a claimer their own. */
  claims: readonly ClaimRow[]
}

export interface TransferCase extends Party {
  kind: 'transfer'
  transfer: TransferRow
}

export type Case = PacketCase | TransferCase

/** The case for a party to it: who paid, or has or was meant to have the money. Anyone else is told `not_found`. */
export async function seeCase(tx: Tx, secrets: Secrets, memberId: string, sourceId: string): Promise<Case> {
  if (isIdOf('transfer', sourceId)) {
    const { transfer, now } = await seeTransfer(tx, memberId, sourceId)
    const { payerId, payeeId } = transfer
    const isPayer = payerId === memberId
    return {
      kind: 'transfer',
      memberId,
      sourceId,
      now,
      isPayer,
      payerId,
      payeeIds: [payeeId],
      transfer,
      secrets,
    }
  }
  const sight = isIdOf('packet', sourceId) ? await seePacket(tx, sourceId, memberId) : undefined
  if (!sight) throw notFound()
  const { packet, now, isPayer, mine } = sight
  const isMeant = packet.recipientId === memberId
  if (!isPayer && !mine && !isMeant) throw notFound()
  const claims = isPayer ? await listClaims(tx, sourceId) : mine ? [mine] : []
  const payeeIds = new Set([
    ...(packet.recipientId === null ? [] : [packet.recipientId]),
    ...claims.map((claim) => claim.memberId),
  ])
  const { payerId } = packet
  return {
    kind: 'packet',
    memberId,
    sourceId,
    now,
    isPayer,
    payerId,
    payeeIds: [...payeeIds],
    packet,
    claims,
    secrets,
  }
}

function notFound(): RefusalError {
  return new RefusalError(refuse('not_found', { field: 'sourceId' }))
}
