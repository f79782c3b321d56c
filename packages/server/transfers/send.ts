/** Sending a transfer: the money leaves the wallet into the transfer's own escrow, and the undo window begins. */

import type { Approving } from '@laisee/core/approving.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import { heldFrom, strictestHold, type Held, type Hold } from '@laisee/core/hold.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import type { ProfileName } from '@laisee/core/profile.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import {
  decideSendTransfer,
  spendingOfTransfer,
  type TransferAsk,
  type TransferTimes,
} from '@laisee/core/send-transfer.ts'
import { signedTransfer } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import {
  enterOffice,
  fileSend,
  guardFor,
  purseFor,
  spendingFor,
  submissionFor,
  type Office,
} from '../approvals/office.ts'
import { eventsAtSend, tellSubmitted, type Submission } from '../approvals/submit.ts'
import { alertOnHold } from '../families/alert-on-send.ts'
import type { Allowance } from '../families/allowance.ts'
import { passConfirmation, passGuard } from '../guard/gate.ts'
import { guardedTransfer } from '../guard/guarded-send.ts'
import { judgeSend, type GuardAsk } from '../guard/judge-send.ts'
import { recordSend } from '../guard/record.ts'
import { openEscrow, post } from '../ledger/ledger.ts'
import { countSend } from '../limits/gather-spending.ts'
import { lockForStepUp, type StepUpGiven } from '../passkeys/prove-step-up.ts'
import { requireStepUp } from '../passkeys/require-step-up.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { ownHold } from '../people/care.ts'
import { readMember } from '../people/members.ts'
import { isoOrNull, sentData } from './change.ts'
import { lockForVerb, type LockedTransfer } from './lock.ts'
import { insertTransfer, type TransferRow } from './transfers.sql.ts'
import { undoTransfer } from './undo.ts'

/** A transfer as its payer asks for it. */
export interface SendTransferAsk {
  payerId: string
  payeeId: string
  amount: Amount
  /** Seconds from delivery to arrival; null for the payer's own default. */
  delayS: number | null
  note: string
  profile: ProfileName
  /** The allowance that pays; the payer's own wallet where it is not said. */
  paidFrom?: string | null
  /** The organisation it is sent for, which pays. */
  onBehalfOf?: string | null
  /** A transfer for the same organisation that is taken back in the same moment. */
  replaces?: string | null
  /** The step-up that came with it. */
  stepUp?: StepUpGiven | undefined
  /** What came with it for the guard; without it nothing is judged. */
  guard?: GuardAsk | undefined
}

/**
 * Send a transfer. Refuses in the order of core/send-transfer.ts; on success the money is in escrow, the transfer in
 * its undo window, and only its payer knows. It is held before that for as long as `hold`, the guard or the payer's own
 * care asks, by the strictest of them; and before that it waits for approval, where the policy of the organisation it is
 * for, or the sender's family, asks for it.
 */
export async function sendTransfer(tx: Tx, asked: SendTransferAsk, hold?: Hold): Promise<TransferRow> {
  const { payerId, payeeId } = asked
  const office = await enterOffice(tx, asked)
  const replaced = await lockReplaced(tx, asked)
  await lockForStepUp(tx, payerId, asked.stepUp)
  if (replaced) await undoTransfer(tx, { transferId: replaced.transfer.id, memberId: payerId }, replaced)
  const purse = await purseFor(tx, office, payerId, asked.paidFrom ?? null)
  const { wallet } = purse
  const payer = await readMember(tx, payerId)
  const payee = await readMember(tx, payeeId)
  const blocked = await isBlockedEitherWay(tx, payerId, payeeId)
  if (!payer || !wallet) throw new RefusalError(refuse('not_found'))
  const now = await tx.now(office?.organisation.changedAt)
  const ask = { ...asked, delayS: asked.delayS ?? payer.transferDelayS }
  const own = await ownHold(tx, payer, { amount: ask.amount, recipientIds: [payeeId] })
  const send = guardedTransfer(asked, now)
  const balance = purse.allowance ? null : wallet.balance
  const judged = await judgeSend(tx, payer, send, { ask: guardFor(office, asked.guard), balance })
  const spending = await spendingFor(tx, office, payerId, spendingOfTransfer(ask), { purse, now })
  const { amount } = ask
  const asking = { senderId: payerId, amount, now, purse, spending }
  const submission = await submissionFor(tx, office, asking, judged)
  const from = submission?.approveBy ?? now
  const waits = strictestHold(hold, judged?.hold)
  const held = heldFrom(strictestHold(own, waits), from)
  const holdMs = (held.heldUntil ?? from) - now
  const facts = { payeeKnown: payee !== undefined, blocked, wallet, undoS: payer.undoS, holdMs, spending }
  const times = orThrow(decideSendTransfer(ask, facts, now))
  passGuard(judged, { ...held, deliverAt: times.deliverAt, spending, submission })
  await requireStepUp(tx, signedTransfer(ask), { given: asked.stepUp, band: spending.band })
  passConfirmation(judged)
  const approving = { approveBy: submission?.approveBy ?? null }
  const paying = { allowance: purse.allowance, office, submission }
  const transfer = await write(tx, ask, { ...times, ...held, ...approving, now }, paying)
  const { id: sendId, currency } = transfer
  const askedIds = submission?.askedIds ?? []
  if (!office) await countSend(tx, { sendId, payerId, amount, currency, at: now, askedIds }, purse, spending)
  await recordSend(tx, sendId, send, judged)
  const replaces = asked.replaces ?? null
  await fileSend(tx, office, { id: sendId, at: now, send, judged, submission, replaces })
  await alertOnHold(tx, payerId, waits)
  return transfer
}

/** The transfer that a send takes the place of, under lock: for the same organisation, and the sender's own to undo. */
async function lockReplaced(tx: Tx, ask: SendTransferAsk): Promise<LockedTransfer | null> {
  if (ask.replaces === undefined || ask.replaces === null) return null
  const locked = await lockForVerb(tx, ask.replaces)
  if (organisationOf(locked.transfer) !== ask.onBehalfOf) throw new RefusalError(refuse('not_found'))
  return locked
}

/** Who pays, and whose word it waits for. */
interface Paying {
  allowance: Allowance | null
  office: Office | null
  submission: Submission | null
}

async function write(
  tx: Tx,
  ask: TransferAsk & { note: string },
  times: TransferTimes & Held & Approving & { now: Instant },
  { allowance, office, submission }: Paying,
): Promise<TransferRow> {
  const id = tx.newId('transfer')
  const { now } = times
  const paidFromId = office?.organisation.id ?? allowance?.giverId ?? null
  await openEscrow(tx, id, defaultCurrency)
  await post(tx, {
    sourceId: id,
    postingNo: 1n,
    from: { ownerId: paidFromId ?? ask.payerId, kind: 'wallet' },
    to: { ownerId: id, kind: 'escrow' },
    currency: defaultCurrency,
    amount: ask.amount,
    reason: allowance ? 'family_spent' : 'transfer_sent',
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
    times.approveBy !== null ? 'approving' : times.heldUntil === null ? 'undo' : 'held',
    isoOrNull(times.heldUntil),
    isoOrNull(times.heldReleaseFrom),
    [...times.heldReasons],
    allowance?.id ?? null,
    paidFromId,
    isoOrNull(times.approveBy),
    eventsAtSend(submission),
  )
  const transfer = rows[0]!
  const audience = [transfer.payerId]
  await tell(tx, {
    sourceId: id,
    seq: 1n,
    kind: 'transfer.sent',
    at: now,
    data: sentData(transfer),
    audience,
  })
  if (submission)
    await tellSubmitted(tx, submission, { id, senderId: ask.payerId, amount: ask.amount, at: now })
  return transfer
}
