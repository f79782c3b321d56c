/** The words that decide an approval: approve, reject, break the glass; and several approved at once. */

import { glassBreakers, noteLengthMax, type Act, type ActKind } from '@laisee/core/approval.ts'
import { waitsFor } from '@laisee/core/filling.ts'
import { decideApprove, decideBreakGlass, decideBulk, decideWord } from '@laisee/core/approve.ts'
import { refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { shareOrganisation, whoHolds } from '../organisations/standing.ts'
import { policyOf } from '../policies/read-policy.ts'
import { addAct, readApproval } from './approvals.sql.ts'
import { stillTold } from './end-approval.ts'
import { lockFile, type OpenFile } from './file.ts'
import { seeApproval } from './list-approvals.ts'

export interface ApprovalAsk {
  sendId: string
  memberId: string
  note: string | null
}

/** A note as it is kept; null where there is none. Refuses one that is too long. */
export function noteOf(text: string | null): string | null {
  const note = text?.trim() ?? ''
  if ([...note].length > noteLengthMax)
    throw new RefusalError(refuseField('note', `must have ${noteLengthMax} characters at most`))
  return note === '' ? null : note
}

/** A note that has to be there. */
export function noteNeeded(text: string | null): string {
  const note = noteOf(text)
  if (note === null) throw new RefusalError(refuseField('note', 'must say why'))
  return note
}

/** Refuse what comes too late, and what was decided, with who decided it and when. */
export function failIfDecided(
  { row, send, now }: OpenFile,
  memberId: string,
  own: 'barred' | 'theirs',
): void {
  if (own === 'barred' && memberId === row.senderId) throw new RefusalError(refuse('own_act'))
  if (row.outcome === 'approved')
    throw new RefusalError(refuse('already_approved', { decidedAt: toIso(row.decidedAt!) }))
  const closed = send.closed(now)
  if (closed) throw new RefusalError(closed)
  if (send.stateAt(now) !== 'approving') throw new RefusalError(refuse('not_approving'))
}

/** Keep an act. */
export async function keepAct(
  tx: Tx,
  { row, now }: OpenFile,
  act: { kind: ActKind; memberId: string } & Partial<Pick<Act, 'step' | 'seatOf' | 'toId' | 'note'>>,
): Promise<void> {
  const { kind, memberId, step = null, seatOf = null, toId = null, note = null } = act
  await tx.run(addAct, row.sendId, toIso(now), kind, memberId, step, seatOf, toId, note)
}

/** What every event of an approval says: whose send it is, for whom, and how much. */
export function approvalData({ row }: OpenFile): Record<string, unknown> {
  const { sendId, senderId, organisationId, policyVersion, chainId, amount, approveBy } = row
  return { sendId, senderId, organisationId, policyVersion, chainId, amount, approveBy: toIso(approveBy) }
}

/** Approve. The last word that is needed lets the send go: its undo window begins. */
export async function approveSend(tx: Tx, ask: ApprovalAsk): Promise<OpenFile> {
  const open = await lockFile(tx, ask.sendId, ask.memberId)
  await approve(tx, open, ask)
  return open
}

async function approve(tx: Tx, open: OpenFile, ask: ApprovalAsk): Promise<void> {
  const { memberId } = ask
  failIfDecided(open, memberId, 'barred')
  const note = noteOf(ask.note)
  const { file, roster, now, row, send } = open
  const { step, seatOf, granted } = orThrow(decideApprove(file, memberId, roster, now))
  await keepAct(tx, open, { kind: 'approved', memberId, step, seatOf, note })
  const data = { ...approvalData(open), by: memberId, step, note }
  if (granted) return letGo(tx, open, { by: [memberId], broken: false })
  const act: Act = { at: now, kind: 'approved', memberId, step, seatOf, toId: null, note }
  const next = waitsFor({ ...file, acts: [...file.acts, act] }, roster, now)
  await send.tell(tx, now, [
    { kind: 'approval.approved', data: { ...data, next }, to: [row.senderId, ...next] },
  ])
}

function letGo(tx: Tx, open: OpenFile, { by, broken }: { by: string[]; broken: boolean }): Promise<void> {
  const { row, send, now, people } = open
  return send.letGo(tx, now, {
    kind: 'approval.granted',
    data: { ...approvalData(open), by, broken },
    to: [row.senderId, ...stillTold(row, people)],
  })
}

/** Reject, and say why: the money goes back at once. */
export async function rejectSend(tx: Tx, ask: ApprovalAsk): Promise<OpenFile> {
  const { sendId, memberId } = ask
  const open = await lockFile(tx, sendId, memberId)
  failIfDecided(open, memberId, 'barred')
  const note = noteNeeded(ask.note)
  const { file, roster, now, row, send, people } = open
  const filling = orThrow(decideWord(file, memberId, roster, now))
  await keepAct(tx, open, { kind: 'rejected', memberId, ...filling, note })
  await send.reject(tx, { at: now, by: memberId, note, now }, stillTold(row, people))
  return open
}

/** Let it go on without those who are asked: two administrators, each saying why, told to all who answer for it. */
export async function breakGlass(tx: Tx, ask: ApprovalAsk): Promise<OpenFile> {
  const { sendId, memberId } = ask
  const open = await lockFile(tx, sendId, memberId)
  failIfDecided(open, memberId, 'barred')
  const note = noteNeeded(ask.note)
  const { file, roster, now, row, send, people } = open
  const { granted, missing } = orThrow(decideBreakGlass(file, memberId, roster))
  await keepAct(tx, open, { kind: 'broke_glass', memberId, note })
  const loud = [
    ...whoHolds(people, 'administrator', 'auditor'),
    row.senderId,
    ...stillTold({ ...row, copyIds: [] }, people),
  ]
  const data = { ...approvalData(open), by: memberId, note, missing }
  const told = { kind: 'approval.glass_broken', data, to: loud } as const
  if (!granted) {
    await send.tell(tx, now, [told])
    return open
  }
  const first = glassBreakers(file, roster)
  await send.letGo(tx, now, { ...told, data: { ...data, by: memberId, brokenBy: [...first, memberId] } })
  return open
}

/**
 * Approve several at once, all or none, where together they stay below what the policy allows. Each is refused for what
 * it is before all of them are for their sum.
 */
export async function approveTogether(
  tx: Tx,
  ask: { sendIds: readonly string[]; memberId: string; note: string | null },
): Promise<OpenFile[]> {
  const { memberId, note } = ask
  const sendIds = [...new Set(ask.sendIds)].sort()
  const rows = []
  for (const sendId of sendIds) {
    const row = await tx.one(readApproval, sendId)
    if (!row) throw new RefusalError(refuse('not_found'))
    rows.push(row)
  }
  const organisationId = rows[0]?.organisationId ?? null
  if (organisationId === null || rows.some((row) => row.organisationId !== organisationId)) {
    for (const sendId of sendIds) await seeApproval(tx, sendId, memberId)
    throw new RefusalError(refuseField('sendIds', 'must be of one organisation'))
  }
  await shareOrganisation(tx, organisationId)
  const open: OpenFile[] = []
  for (const sendId of sendIds) open.push(await lockFile(tx, sendId, memberId))
  for (const one of open) await approve(tx, one, { sendId: one.row.sendId, memberId, note })
  const amounts = rows.map(({ amount }) => amount)
  const { policy } = await policyOf(tx, organisationId, Math.max(...open.map(({ now }) => now)))
  orThrow(decideBulk(amounts, policy.bulkMax))
  return open
}
