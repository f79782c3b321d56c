/**
 * What a return is about: a packet or transfer, who paid it from which wallet, and what one recipient has of it. Whoever
 * neither paid it nor has any of it is told that there is none.
 */

import type { Product } from '@laisee/core/advisor/situation.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import type { Instant } from '@laisee/core/instant.ts'
import type { Amount, Currency } from '@laisee/core/money.ts'
import { transferStateAt } from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import { sharesOfClaimers } from '../packets/claimed-shares.ts'
import { listClaims, seeOrRefuse } from '../packets/view.ts'
import { arriveTransfer } from '../transfers/arrive.ts'
import { seeAnyTransfer, seeTransfer } from '../transfers/read.ts'

export interface ReturnSource {
  id: string
  payerId: string
  currency: Currency
  product: Product
  /** Whether others had a share of it too. */
  isShared: boolean
  sentAt: Instant
  familyId: string | null
  paidFromId: string | null
  /** Of a transfer, its payee, and whether it has arrived; null for a packet. */
  payee: { id: string; amount: Amount; arrived: boolean } | null
}

/** A packet or transfer as this member may see it, or any where none is named; `not_found` where they may not. */
export async function seeSource(tx: Tx, sourceId: string, memberId: string | null): Promise<ReturnSource> {
  return isIdOf('packet', sourceId) ? ofPacket(tx, sourceId, memberId) : ofTransfer(tx, sourceId, memberId)
}

async function ofPacket(tx: Tx, packetId: string, memberId: string | null): Promise<ReturnSource> {
  const { packet } = await seeOrRefuse(tx, packetId, memberId)
  const { id, payerId, currency, kind, count, sentAt, familyId, paidFromId } = packet
  return {
    id,
    payerId,
    currency,
    product: kind,
    isShared: count > 1,
    sentAt,
    familyId,
    paidFromId,
    payee: null,
  }
}

async function ofTransfer(tx: Tx, transferId: string, memberId: string | null): Promise<ReturnSource> {
  const { transfer, now } =
    memberId === null ? await seeAnyTransfer(tx, transferId) : await seeTransfer(tx, memberId, transferId)
  const { id, payerId, currency, sentAt, familyId, paidFromId, payeeId, amount } = transfer
  const product = transfer.delayS > 0 ? 'transfer_delayed' : 'transfer_now'
  const payee = { id: payeeId, amount, arrived: transferStateAt(transfer, now) === 'arrived' }
  return { id, payerId, currency, product, isShared: false, sentAt, familyId, paidFromId, payee }
}

/** What this recipient has of it; undefined where they have claimed nothing, or it has not arrived. */
export async function receivedOf(
  tx: Tx,
  { id, payee }: ReturnSource,
  recipientId: string,
): Promise<Amount | undefined> {
  if (payee) return payee.id === recipientId && payee.arrived ? payee.amount : undefined
  const [share] = await sharesOfClaimers(tx, [{ packetId: id, memberId: recipientId }])
  return share?.amount
}

/** Who has any of it, in order of their ids. */
export async function holdersOf(tx: Tx, { id, payee }: ReturnSource): Promise<string[]> {
  if (payee) return [payee.id]
  return (await listClaims(tx, id)).map(({ memberId }) => memberId).sort()
}

/** Pay a transfer out that has arrived by the clock and that no sweep has written down yet. */
export async function settleArrival(tx: Tx, { id, payee }: ReturnSource): Promise<void> {
  if (payee?.arrived) await arriveTransfer(tx, id)
}
