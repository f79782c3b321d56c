/** Sending a transfer: the money leaves the wallet into the transfer's own escrow, and the undo window begins. */

import { heldFrom, strictestHold, type Hold } from '@laisee/core/hold.ts'
import type { LadderAsk } from '@laisee/core/ladder.ts'
import type { Amount } from '@laisee/core/money.ts'
import { organisationOf } from '@laisee/core/on-behalf.ts'
import type { ProfileName } from '@laisee/core/profile.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { decideSendTransfer, spendingOfTransfer } from '@laisee/core/send-transfer.ts'
import type { PlannedPart } from '@laisee/core/split-plan.ts'
import { signedTransfer } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { enterOffice, guardFor, officeAt, purseFor, submissionFor } from '../approvals/office.ts'
import { spendingFor, stepUpAsked } from '../approvals/office-limits.ts'
import { alertOnHold } from '../families/alert-on-send.ts'
import { passConfirmation, passGuard } from '../guard/gate.ts'
import { guardedTransfer } from '../guard/guarded-send.ts'
import { judgeSend, type GuardAsk } from '../guard/judge-send.ts'
import { countSend } from '../limits/gather-spending.ts'
import { lockForStepUp, type StepUpGiven } from '../passkeys/prove-step-up.ts'
import { requireStepUp } from '../passkeys/require-step-up.ts'
import { isBlockedEitherWay } from '../people/blocks.ts'
import { ownHold } from '../people/care.ts'
import { readMember } from '../people/members.ts'
import { lockWhole, type LockedTransfer } from './lock.ts'
import type { TransferRow } from './transfers.sql.ts'
import { undoTransfer } from './undo.ts'
import { fileSent, writeSent } from './write-sent.ts'

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
  /** How the amount goes in two parts; all at once where it is not said. */
  ladder?: LadderAsk | null
  /** The part of a split plan that it is: rules on a single send look at the plan's sum. */
  planned?: PlannedPart | null
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
  return (await sendTransfers(tx, asked, hold))[0]!
}

/** The same, with each transfer that the send made: two of a ladder, the first part and the rest, and one of any other. */
export async function sendTransfers(tx: Tx, asked: SendTransferAsk, hold?: Hold): Promise<TransferRow[]> {
  const { payerId, payeeId } = asked
  const entered = await enterOffice(tx, asked)
  const replaced = await lockReplaced(tx, asked)
  await lockForStepUp(tx, payerId, asked.stepUp)
  if (replaced) await undoTransfer(tx, { transferId: replaced.transfer.id, memberId: payerId }, replaced)
  const purse = await purseFor(tx, entered, payerId, asked.paidFrom ?? null)
  const { wallet } = purse
  const [payer, payee, blocked, now] = await together([
    readMember(tx, payerId),
    readMember(tx, payeeId),
    isBlockedEitherWay(tx, payerId, payeeId),
    tx.now(entered?.organisation.changedAt),
  ])
  if (!payer || !wallet) throw new RefusalError(refuse('not_found'))
  const office = officeAt(entered, now)
  const whole = asked.planned?.total ?? asked.amount
  const ask = { ...asked, whole, delayS: asked.delayS ?? payer.transferDelayS }
  const send = guardedTransfer(ask, now)
  const balance = purse.allowance ? null : wallet.balance
  const [own, judged, spending] = await together([
    ownHold(tx, payer, { amount: whole, recipientIds: [payeeId] }),
    judgeSend(tx, payer, send, { ask: guardFor(office, asked.guard), balance }),
    spendingFor(tx, office, payerId, spendingOfTransfer(ask), { purse, now }),
  ])
  const asking = { senderId: payerId, payeeIds: [payeeId], amount: whole, now, purse, spending }
  const submission = await submissionFor(tx, office, asking, judged)
  const from = submission?.approveBy ?? now
  const waits = strictestHold(hold, judged?.hold)
  const held = heldFrom(strictestHold(own, waits), from)
  const holdMs = (held.heldUntil ?? from) - now
  const facts = {
    payeeKnown: payee?.forgottenAt === null,
    blocked,
    wallet,
    undoS: payer.undoS,
    holdMs,
    spending,
  }
  const times = orThrow(decideSendTransfer(ask, facts, now))
  const stepUp = stepUpAsked(office, judged)
  passGuard(judged, { ...held, deliverAt: times.deliverAt, spending, submission, stepUp })
  const proof = { given: asked.stepUp, band: spending.band, asked: stepUp, whole }
  await requireStepUp(tx, signedTransfer(ask), proof)
  passConfirmation(judged)
  const approving = { approveBy: submission?.approveBy ?? null }
  const paying = { allowance: purse.allowance, office, submission }
  const sent = await writeSent(tx, ask, { ...times, ...held, ...approving, now }, paying)
  const askedIds = submission?.askedIds ?? []
  const filed = fileSent(tx, { office, submission, sent, send, judged, replaces: asked.replaces ?? null })
  const counted = office
    ? []
    : sent.map(({ id: sendId, amount, currency }) =>
        countSend(tx, { sendId, payerId, amount, currency, at: now, askedIds }, purse, spending),
      )
  await together([filed, ...counted])
  await alertOnHold(tx, payerId, waits)
  return sent
}

/** The transfer that a send takes the place of, under lock: for the same organisation, and the sender's own to undo. */
async function lockReplaced(tx: Tx, ask: SendTransferAsk): Promise<LockedTransfer | null> {
  if (ask.replaces === undefined || ask.replaces === null) return null
  const locked = await lockWhole(tx, ask.replaces)
  if (organisationOf(locked.transfer) !== ask.onBehalfOf) throw new RefusalError(refuse('not_found'))
  return locked
}
