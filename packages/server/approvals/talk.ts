/** What is said while a send waits: a question, an answer, a reminder, a seat that is given to another. */

import { decideAnswer, decideAsk, decideRemind, decideTransfer } from '@laisee/core/approve.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { approvalData, failIfDecided, keepAct, noteNeeded, noteOf, type ApprovalAsk } from './decide.ts'
import { lockFile, waitingFor, type OpenFile } from './file.ts'

/** Ask the sender something, once more only after an answer. The time runs on. */
export async function askSender(tx: Tx, ask: ApprovalAsk): Promise<OpenFile> {
  const { sendId, memberId } = ask
  const open = await lockFile(tx, sendId, memberId)
  failIfDecided(open, memberId, 'barred')
  const note = noteNeeded(ask.note)
  const { file, roster, now, row, send } = open
  orThrow(decideAsk(file, memberId, roster, now))
  await keepAct(tx, open, { kind: 'asked', memberId, note })
  const data = { ...approvalData(open), by: memberId, note }
  await send.tell(tx, now, [{ kind: 'approval.questioned', data, to: [row.senderId, memberId] }])
  return open
}

/** Answer what was asked. */
export async function answerApprover(tx: Tx, ask: ApprovalAsk): Promise<OpenFile> {
  const { sendId, memberId } = ask
  const open = await lockFile(tx, sendId, memberId)
  failIfDecided(open, memberId, 'theirs')
  const note = noteNeeded(ask.note)
  const { file, now, send, acts } = open
  orThrow(decideAnswer(file, memberId))
  await keepAct(tx, open, { kind: 'answered', memberId, note })
  const askers = acts.filter(({ kind }) => kind === 'asked').map((act) => act.memberId)
  const data = { ...approvalData(open), by: memberId, note }
  const to = [memberId, ...askers, ...waitingFor(open)]
  await send.tell(tx, now, [{ kind: 'approval.answered', data, to }])
  return open
}

/** Give one's seat to another, for this send. */
export async function transferSeat(tx: Tx, ask: ApprovalAsk & { toId: string }): Promise<OpenFile> {
  const { sendId, memberId, toId } = ask
  const open = await lockFile(tx, sendId, memberId)
  failIfDecided(open, memberId, 'barred')
  const note = noteOf(ask.note)
  const { file, roster, now, row, send } = open
  const { step, seatOf } = orThrow(decideTransfer(file, { memberId, toId }, roster))
  await keepAct(tx, open, { kind: 'transferred', memberId, step, seatOf, toId, note })
  const data = { ...approvalData(open), by: memberId, toId, note }
  await send.tell(tx, now, [{ kind: 'approval.transferred', data, to: [row.senderId, memberId, toId] }])
  return open
}

/** Remind those whose word it waits for: the sender may, three times, an hour apart. */
export async function remindApprovers(tx: Tx, ask: Omit<ApprovalAsk, 'note'>): Promise<OpenFile> {
  const { sendId, memberId } = ask
  const open = await lockFile(tx, sendId, memberId)
  failIfDecided(open, memberId, 'theirs')
  const { file, now, send } = open
  orThrow(decideRemind(file, memberId, now))
  await keepAct(tx, open, { kind: 'reminded', memberId })
  const waiting = waitingFor(open)
  const data = { ...approvalData(open), by: memberId, waiting }
  await send.tell(tx, now, [{ kind: 'approval.reminded', data, to: [memberId, ...waiting] }])
  return open
}
