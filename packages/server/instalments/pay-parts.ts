/**
 * Paying parts, by hand or by standing consent: from the debtor's wallet to the account the money came from, as every
 * return. What was agreed to be given back comes first; interest, where both wrote it in, last and under its own name.
 */

import { decideDuePart, decidePayPart } from '@laisee/core/instalment-verbs.ts'
import { dividePayment, instalmentsLeft } from '@laisee/core/instalments.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Reader, Tx } from '../db/db.ts'
import { post } from '../ledger/ledger.ts'
import { countReturn, lockBeforeReturn } from '../limits/give-back.ts'
import { changeShare } from '../returns/change-request.ts'
import { lockBoth } from '../returns/return-claim.ts'
import { seeSource, type ReturnSource } from '../returns/source.ts'
import { changeInstalments } from './change-instalments.ts'
import { instalmentsDue, markParts, type InstalmentsRow, type PartRow } from './instalments.sql.ts'
import { agreedParts, lockInstalments, type LockedInstalments } from './lock-instalments.ts'

export interface PayAsk {
  instalmentsId: string
  memberId: string
  no: number | 'all' | 'next'
}

/** Pay a part, the next one, or all that is left: early, on the day, or late. Refuses `balance_too_low` as AM04. */
export async function payInstalment(
  tx: Tx,
  { instalmentsId, memberId, no }: PayAsk,
): Promise<InstalmentsRow> {
  const locked = await lockInstalments(tx, instalmentsId)
  const { source, wallet } = await lockMoney(tx, locked)
  const chosen = orThrow(
    decidePayPart(locked.instalments, { actorId: memberId, no }, agreedParts(locked), wallet),
  )
  return payParts(tx, locked, source, chosen as PartRow[], memberId)
}

/** The ids of instalments that the clock has something to do about, in order; read without a lock. */
export async function dueInstalments(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(instalmentsDue, toIso(now), limit)).map(({ id }) => id)
}

/** Pay by consent the part whose day it is, or write down that it was missed. Tells whether it did either. */
export async function payIfDue(tx: Tx, instalmentsId: string): Promise<boolean> {
  const locked = await lockInstalments(tx, instalmentsId)
  const { source, wallet } = await lockMoney(tx, locked)
  const { instalments, now } = locked
  const due = decideDuePart(instalments, agreedParts(locked), wallet, now)
  if (!due) return false
  const part = due.part as PartRow
  if (due.do === 'pay') await payParts(tx, locked, source, [part], 'clock')
  else await missPart(tx, locked, part, due.reason)
  return true
}

/** The allowance that paid, if one did, then both wallets. */
async function lockMoney(tx: Tx, { instalments }: LockedInstalments) {
  const source = await seeSource(tx, instalments.sourceId, null)
  await lockBeforeReturn(tx, source)
  return { source, wallet: await lockBoth(tx, instalments.debtorId, source) }
}

async function payParts(
  tx: Tx,
  locked: LockedInstalments,
  source: ReturnSource,
  chosen: readonly PartRow[],
  by: string,
): Promise<InstalmentsRow> {
  const { instalments: before, share, now: at } = locked
  const paidNow = chosen.reduce((so, { amount }) => so + amount, 0n)
  const { principal, interest } = dividePayment(before, paidNow)
  const postingCount = await postBoth(tx, before, source, { principal, interest, at })
  if (principal > 0n) await countReturn(tx, source, { end: 'returned', amount: principal, at })
  await changeShare(tx, share, { returned: share.returned + principal }, at)
  const nos = chosen.map(({ no }) => no)
  await tx.run(markParts, before.sourceId, before.id, before.agreedVersion!, nos, toIso(at), null)
  const sums = {
    principalLeft: before.principalLeft - principal,
    interestLeft: before.interestLeft - interest,
    principalPaid: before.principalPaid + principal,
    interestPaid: before.interestPaid + interest,
  }
  const isPaid = instalmentsLeft(sums) === 0n
  const over = {
    proposedVersion: null,
    proposedBy: null,
    proposedAt: null,
    state: 'paid',
    endedAt: at,
  } as const
  const fields = { ...sums, postingCount, ...(isPaid && { ...over, endedBy: by }) }
  const parts = agreedParts(locked).map((part) => (nos.includes(part.no) ? { ...part, paidAt: at } : part))
  const data = {
    parts: nos,
    paidNow,
    principal,
    interest,
    late: chosen.some(({ missedAt }) => missedAt !== null),
  }
  return changeInstalments(tx, before, fields, parts, { kind: 'instalments.paid', by, data }, at)
}

async function postBoth(
  tx: Tx,
  { id, debtorId, currency, postingCount }: InstalmentsRow,
  { paidFromId, payerId }: ReturnSource,
  { principal, interest, at }: { principal: bigint; interest: bigint; at: Instant },
): Promise<bigint> {
  let postingNo = postingCount
  const from = { ownerId: debtorId, kind: 'wallet' } as const
  const to = { ownerId: paidFromId ?? payerId, kind: 'wallet' } as const
  for (const [reason, amount] of [
    ['returned', principal],
    ['interest', interest],
  ] as const) {
    if (amount === 0n) continue
    postingNo += 1n
    await post(tx, { sourceId: id, postingNo, from, to, currency, amount, reason, at })
  }
  return postingNo
}

async function missPart(
  tx: Tx,
  locked: LockedInstalments,
  { no, amount, dueOn, version }: PartRow,
  reason: string | null,
): Promise<void> {
  const { instalments, now } = locked
  await tx.run(markParts, instalments.sourceId, instalments.id, version, [no], null, toIso(now))
  const parts = agreedParts(locked).map((part) => (part.no === no ? { ...part, missedAt: now } : part))
  const data = { no, amount, dueOn, reason }
  await changeInstalments(tx, instalments, {}, parts, { kind: 'instalments.missed', by: 'clock', data }, now)
}
