/** A transfer as one member may see it: its payer always, its payee from delivery, anyone else that there is none. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { HeldRight } from '@laisee/core/recall-right.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { maySeeTransferAt } from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import { heldRights } from '../policies/recall-right.ts'
import type { Sight } from '../visibility.ts'
import {
  readTransfer,
  readTransfers,
  transfersOfPayee,
  transfersOfPayer,
  type TransferRow,
} from './transfers.sql.ts'

/** A transfer and the moment it is looked at: its state and what may be done with it follow from both. */
export interface TransferSight {
  transfer: TransferRow
  now: Instant
  /** Of what an organisation paid: its payer's right to recall it; where it is not known, none is offered. */
  right?: HeldRight | null
}

/** The transfer as this member may see it now; `not_found` where they may not. */
export async function seeTransfer(tx: Tx, memberId: string, transferId: string): Promise<TransferSight> {
  const seen = await look(tx, transferId)
  if (!seen || !maySeeTransferAt(seen.transfer, memberId, seen.now))
    throw new RefusalError(refuse('not_found'))
  return (await withRights(tx, memberId, [seen], seen.now))[0]!
}

/** Their payer beside the right by which they could recall each. */
async function withRights(
  tx: Tx,
  memberId: string,
  sights: readonly TransferSight[],
  now: Instant,
): Promise<TransferSight[]> {
  const own = sights.filter(({ transfer }) => transfer.payerId === memberId)
  const rights = await heldRights(
    tx,
    memberId,
    own.map(({ transfer }) => transfer),
    now,
  )
  const byId = new Map(own.map(({ transfer }, i) => [transfer.id, rights[i] ?? null]))
  return sights.map((sight) => ({ ...sight, right: byId.get(sight.transfer.id) ?? null }))
}

/** The transfer for the operator, who may see any; `not_found` where there is none. */
export async function seeAnyTransfer(tx: Tx, transferId: string): Promise<TransferSight> {
  const seen = await look(tx, transferId)
  if (!seen) throw new RefusalError(refuse('not_found'))
  return seen
}

async function look(tx: Tx, transferId: string): Promise<TransferSight | undefined> {
  const transfer = await tx.one(readTransfer, transferId)
  return transfer && { transfer, now: await tx.now(transfer.changedAt) }
}

/** Whether this member may know of the transfer now. */
export async function maySeeTransfer(tx: Tx, memberId: string, transferId: string): Promise<boolean> {
  return (await sightOfTransfer(tx, memberId, transferId)) !== 'none'
}

/** What of a transfer's stream a member sees: its payer all of it, its payee what is shared from delivery on. */
export async function sightOfTransfer(tx: Tx, memberId: string, transferId: string): Promise<Sight> {
  const seen = await look(tx, transferId)
  if (!seen || !maySeeTransferAt(seen.transfer, memberId, seen.now)) return 'none'
  return memberId === seen.transfer.payerId ? 'all' : 'shared'
}

export type TransferRole = 'sent' | 'received'

/** Where a page begins: below this moment, and below this id where moments are equal. */
export interface TransferPlace {
  at: Instant
  id: string
}

/** The place of a transfer in a list: a sent one by when it was sent, a received one by when it was delivered. */
export function transferPlace(role: TransferRole, { sentAt, deliverAt, id }: TransferRow): TransferPlace {
  return { at: role === 'sent' ? sentAt : deliverAt, id }
}

/** At most `limit` of what a member has sent or of what was delivered to them, newest first, from below a place. */
export async function listTransfers(
  tx: Tx,
  memberId: string,
  { role, from, limit }: { role: TransferRole; from: TransferPlace | undefined; limit: number },
): Promise<TransferSight[]> {
  const now = await tx.now()
  const [before, beforeId] = from ? [toIso(from.at), from.id] : ['infinity', '']
  const rows =
    role === 'sent'
      ? await tx.run(transfersOfPayer, memberId, before, beforeId, limit)
      : await tx.run(transfersOfPayee, memberId, toIso(now), before, beforeId, limit)
  const sights = rows.map((transfer) => ({ transfer, now: Math.max(now, transfer.changedAt) }))
  return role === 'sent' ? withRights(tx, memberId, sights, now) : sights
}

/** These transfers as they stand, by id. Whether the reader may see them is for the caller to have asked. */
export async function transfersById(
  tx: Tx,
  transferIds: readonly string[],
): Promise<Map<string, TransferRow>> {
  if (transferIds.length === 0) return new Map()
  return new Map((await tx.run(readTransfers, [...new Set(transferIds)])).map((row) => [row.id, row]))
}
