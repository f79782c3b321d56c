/** What the clock does to approvals: one reminder at half the time, the pass to administrators, and the end. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Reader, Tx } from '../db/db.ts'
import {
  approvalsTimedOut,
  approvalsToPassOn,
  approvalsToRemind,
  decideApproval,
  keepPassedOn,
  keepReminded,
  readApproval,
} from './approvals.sql.ts'
import { approvalData } from './decide.ts'
import { readStillTold } from './end-approval.ts'
import { readFile, waitingFor } from './file.ts'
import { waitingSend } from './waiting-send.ts'

/** The ids of sends that nobody approved in time; read without a lock. */
export async function dueToTimeOut(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(approvalsTimedOut, toIso(now), limit)).map((row) => row.sendId)
}

/** Reject what nobody approved in time, as of that time. Tells whether it did. */
export async function timeOutIfDue(tx: Tx, sendId: string): Promise<boolean> {
  const send = await waitingSend(tx, sendId, 'lock')
  const row = await tx.one(readApproval, sendId)
  if (!send || !row || row.outcome !== null) return false
  const now = await tx.now(send.changedAt)
  if (now < row.approveBy || send.send.row.state !== 'approving') return false
  await tx.run(decideApproval, sendId, 'timed_out', toIso(row.approveBy))
  await send.reject(tx, { at: row.approveBy, by: null, note: null, now }, await readStillTold(tx, row))
  return true
}

/** The ids of approvals at half their time; read without a lock. */
export async function dueToRemind(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(approvalsToRemind, toIso(now), limit)).map((row) => row.sendId)
}

/** Remind, once, those whose word it waits for. */
export function remindIfDue(tx: Tx, sendId: string): Promise<boolean> {
  return tellOnce(tx, sendId, keepReminded, 'approval.reminded')
}

/** The ids of approvals that nobody decided in their first time; read without a lock. */
export async function dueToPassOn(db: Reader, now: Instant, limit: number): Promise<string[]> {
  return (await db.run(approvalsToPassOn, toIso(now), limit)).map((row) => row.sendId)
}

/** Tell administrators, once, that it is theirs to decide. */
export function passOnIfDue(tx: Tx, sendId: string): Promise<boolean> {
  return tellOnce(tx, sendId, keepPassedOn, 'approval.passed_on')
}

async function tellOnce(
  tx: Tx,
  sendId: string,
  keep: typeof keepReminded,
  kind: 'approval.reminded' | 'approval.passed_on',
): Promise<boolean> {
  const send = await waitingSend(tx, sendId, 'lock')
  const row = await tx.one(readApproval, sendId)
  if (!send || !row || row.outcome !== null) return false
  const now = await tx.now(send.changedAt)
  if (send.stateAt(now) !== 'approving' || !(await tx.one(keep, sendId, toIso(now)))) return false
  const open = { ...(await readFile(tx, row, now)), send }
  const waiting = waitingFor(open)
  const data = { ...approvalData(open), by: 'clock', waiting }
  await send.tell(tx, now, [{ kind, data, to: [row.senderId, ...waiting] }])
  return true
}
