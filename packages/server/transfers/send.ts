/** Sending a transfer: the money leaves the wallet into the transfer's own escrow, and the undo window begins. */

import { expiringAt } from '@laisee/core/expiring.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import type { ProfileName } from '@laisee/core/profile.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideSendTransfer, type TransferAsk, type TransferTimes } from '@laisee/core/send-transfer.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { lockWallet, openEscrow, post } from '../ledger/ledger.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { readMember } from '../people/members.ts'
import { deliveredData, isoOrNull } from './change.ts'
import { insertTransfer, type TransferRow } from './transfers.sql.ts'

/** A transfer as its payer asks for it. */
export interface SendTransferAsk {
  payerId: string
  payeeId: string
  amount: Amount
  /** Seconds from delivery to arrival; null for the payer's own default. */
  delayS: number | null
  note: string
  profile: ProfileName
}

/**
 * Send a transfer. Refuses in the order of core/send-transfer.ts; on success the money is in escrow, the transfer in
 * its undo window, and only its payer knows.
 */
export async function sendTransfer(tx: Tx, asked: SendTransferAsk): Promise<TransferRow> {
  const { payerId, payeeId } = asked
  const wallet = await lockWallet(tx, payerId, defaultCurrency)
  const payer = await readMember(tx, payerId)
  const payee = await readMember(tx, payeeId)
  const blocked = await isBlockedEitherWay(tx, payerId, payeeId)
  if (!payer || !wallet) throw new RefusalError(refuse('not_found'))
  const now = await tx.now()
  const ask = { ...asked, delayS: asked.delayS ?? payer.transferDelayS }
  const facts = { payeeKnown: payee !== undefined, blocked, wallet, undoS: payer.undoS }
  return await write(tx, ask, orThrow(decideSendTransfer(ask, facts, now)), now)
}

async function write(
  tx: Tx,
  ask: TransferAsk & { note: string },
  times: TransferTimes,
  now: Instant,
): Promise<TransferRow> {
  const id = tx.newId('transfer')
  await openEscrow(tx, id, defaultCurrency)
  await post(tx, {
    sourceId: id,
    postingNo: 1n,
    from: { ownerId: ask.payerId, kind: 'wallet' },
    to: { ownerId: id, kind: 'escrow' },
    currency: defaultCurrency,
    amount: ask.amount,
    reason: 'transfer_sent',
    at: now,
  })
  const rows = await tx.run(
    insertTransfer,
    id,
    ask.payerId,
    ask.payeeId,
    ask.profile,
    defaultCurrency,
    ask.amount,
    ask.note,
    ask.delayS,
    times.needsAcceptance,
    toIso(now),
    toIso(times.deliverAt),
    isoOrNull(times.acceptBy),
    isoOrNull(times.arriveAt),
    times.acceptBy === null ? null : toIso(expiringAt(times.deliverAt, times.acceptBy)),
  )
  const transfer = rows[0]!
  const audience = [transfer.payerId]
  await tell(tx, {
    sourceId: id,
    seq: 1n,
    kind: 'transfer.sent',
    at: now,
    data: deliveredData(transfer),
    audience,
  })
  return transfer
}
