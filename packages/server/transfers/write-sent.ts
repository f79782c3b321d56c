/**
 * Writing down a send that was decided: the money into escrow, the transfer's row, its events, and what is kept of it
 * for the guard and for those who approve. A ladder is two transfers, each with an escrow of its own, that were judged
 * as one.
 */

import type { Approving } from '@laisee/core/approving.ts'
import { expiringAt } from '@laisee/core/expiring.ts'
import type { Held } from '@laisee/core/hold.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { LadderAsk, LadderPart } from '@laisee/core/ladder.ts'
import { defaultCurrency, type Amount } from '@laisee/core/money.ts'
import { restTimes, type TransferAsk, type TransferTimes } from '@laisee/core/send-transfer.ts'
import type { PlannedPart } from '@laisee/core/split-plan.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { tell } from '../events/append.ts'
import { fileSend, type Office } from '../approvals/office.ts'
import { eventsAtSend, tellSubmitted, type Submission } from '../approvals/submit.ts'
import type { Allowance } from '../families/allowance.ts'
import type { SendToJudge } from '../guard/guarded-send.ts'
import type { Judged } from '../guard/judge-send.ts'
import { recordSend, recordVerdict } from '../guard/record.ts'
import { openEscrow, post } from '../ledger/ledger.ts'
import { isoOrNull, sentData } from './told.ts'
import { insertTransfer, type TransferRow } from './transfers.sql.ts'

/** Who pays, and whose word it waits for. */
export interface Paying {
  allowance: Allowance | null
  office: Office | null
  submission: Submission | null
}

type Ask = TransferAsk & { note: string; planned?: PlannedPart | null }
type Times = TransferTimes & Held & Approving & { now: Instant }

/** One transfer of a send. */
interface Part {
  id: string
  amount: Amount
  ladder: { part: LadderPart; otherId: string; otherAmount: Amount } | null
}

/** Write each transfer that a send makes: one, or the first part of a ladder and its rest. */
export async function writeSent(tx: Tx, ask: Ask, times: Times, paying: Paying): Promise<TransferRow[]> {
  const { ladder, amount } = ask
  if (!ladder)
    return [await write(tx, ask, times, paying, { id: tx.newId('transfer'), amount, ladder: null })]
  const [first, rest] = divide(tx, amount, ladder)
  // What waits for approval is the first; the rest lives and ends with it.
  return [
    await write(tx, ask, times, paying, first),
    await write(tx, ask, { ...times, ...restTimes(times, ladder) }, { ...paying, submission: null }, rest),
  ]
}

/** The two parts of a ladder. The first has the lower id: whoever locks both locks it first. */
function divide(tx: Tx, amount: Amount, { first }: LadderAsk): [first: Part, rest: Part] {
  const [firstId, restId] = [tx.newId('transfer'), tx.newId('transfer')].sort() as [string, string]
  const rest = amount - first
  return [
    { id: firstId, amount: first, ladder: { part: 'first', otherId: restId, otherAmount: rest } },
    { id: restId, amount: rest, ladder: { part: 'rest', otherId: firstId, otherAmount: first } },
  ]
}

async function write(
  tx: Tx,
  ask: Ask,
  times: Times,
  { allowance, office, submission }: Paying,
  { id, amount, ladder }: Part,
): Promise<TransferRow> {
  const { now } = times
  const { planned = null } = ask
  const paidFromId = office?.organisation.id ?? allowance?.giverId ?? null
  const opened = openEscrow(tx, id, defaultCurrency)
  const moved = post(tx, {
    sourceId: id,
    postingNo: 1n,
    from: { ownerId: paidFromId ?? ask.payerId, kind: 'wallet' },
    to: { ownerId: id, kind: 'escrow' },
    currency: defaultCurrency,
    amount,
    reason: allowance ? 'family_spent' : 'transfer_sent',
    at: now,
  })
  const written = tx.one(
    insertTransfer,
    id,
    ask.payerId,
    ask.payeeId,
    ask.profile,
    defaultCurrency,
    amount,
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
    ladder?.part ?? null,
    ladder?.otherId ?? null,
    ladder?.otherAmount ?? null,
    planned?.planId ?? null,
    planned?.no ?? null,
  )
  const transfer = (await together([written, opened, moved]))[0]!
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

/** What was sent, with what it was judged as and what it waits for. */
export interface Sent {
  office: Office | null
  submission: Submission | null
  sent: readonly TransferRow[]
  send: SendToJudge
  judged: Judged | undefined
  replaces: string | null
}

/**
 * Keep what was sent: once in its sender's past, whatever it was divided into (with the part that may still come back),
 * and with each transfer the verdict on all of it.
 */
export async function fileSent(tx: Tx, filed: Sent): Promise<void> {
  const { office, submission, sent, send, judged, replaces } = filed
  const last = sent.at(-1)!
  for (const { id, amount } of sent) {
    if (id === last.id) await recordSend(tx, id, send, judged)
    else await recordVerdict(tx, id, send, judged)
    const waits = id === sent[0]!.id
    await fileSend(tx, office, {
      id,
      at: send.at,
      send,
      judged,
      submission: waits ? submission : null,
      replaces: waits ? replaces : null,
      part: amount,
    })
  }
}
