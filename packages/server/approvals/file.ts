/** An approval as it is decided on: its row, its acts, the people of its organisation, and the send under lock. */

import { everyoneAsked, type ApprovalFile, type Roster } from '@laisee/core/approval.ts'
import { waitsFor } from '@laisee/core/filling.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { familyRoster } from '@laisee/core/family-approval.ts'
import { holds, isActive } from '@laisee/core/organisation.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { together } from '../db/together.ts'
import { familyStanding } from '../families/standing.ts'
import { peopleOf, shareOrganisation, whoHolds, type People } from '../organisations/standing.ts'
import { delegationsOf, readActs, readApproval, type ActRow, type ApprovalRow } from './approvals.sql.ts'
import { waitingSend, type WaitingSend } from './waiting-send.ts'

/** An approval with everything that a decision about it needs. */
export interface OpenFile {
  row: ApprovalRow
  acts: ActRow[]
  file: ApprovalFile
  people: People
  roster: Roster
  send: WaitingSend
  now: Instant
}

/**
 * The approval of a send under lock: its organisation shared, then the send. Whoever may not look at it is told that
 * there is none.
 */
export async function lockFile(tx: Tx, sendId: string, memberId: string): Promise<OpenFile> {
  const before = await tx.one(readApproval, sendId)
  if (!before) throw new RefusalError(refuse('not_found'))
  const organisation =
    before.organisationId === null ? undefined : await shareOrganisation(tx, before.organisationId)
  const send = await waitingSend(tx, sendId, 'lock')
  if (!send) throw new RefusalError(refuse('not_found'))
  const now = await tx.now(Math.max(send.changedAt, organisation?.changedAt ?? 0))
  const opened = await openFile(tx, (await tx.one(readApproval, sendId))!, send, now)
  if (!maySee(opened, memberId)) throw new RefusalError(refuse('not_found'))
  return opened
}

/** The approval of a send as it stands, without a lock; undefined where the send waited for none. */
export async function findFile(tx: Tx, sendId: string, now: Instant): Promise<OpenFile | undefined> {
  const row = await tx.one(readApproval, sendId)
  return row && readFile(tx, row, now)
}

/** Who is in an organisation, and who may approve there. */
type Office = Pick<OpenFile, 'people' | 'roster'>

/** What a list asks for once: an organisation of hundreds is read for all of its approvals in one snapshot. */
type Offices = Map<string, Promise<Office>>

/** An approval as it stands, without a lock: to show. */
export async function readFile(tx: Tx, row: ApprovalRow, now: Instant, offices?: Offices): Promise<OpenFile> {
  const send = await waitingSend(tx, row.sendId, 'read')
  if (!send) throw new Error(`an approval of ${row.sendId}, which is not there`)
  return openFile(tx, row, send, Math.max(now, send.changedAt), offices)
}

/** Approvals as they stand, without a lock, in their order. */
export async function readFiles(tx: Tx, rows: readonly ApprovalRow[], now: Instant): Promise<OpenFile[]> {
  const offices: Offices = new Map()
  return together(rows.map((row) => readFile(tx, row, now, offices)))
}

/** An approval with what its send is now, and who may speak on it. */
export async function openFile(
  tx: Tx,
  row: ApprovalRow,
  send: WaitingSend,
  now: Instant,
  offices: Offices = new Map(),
): Promise<OpenFile> {
  const { senderId, payeeIds, steps, passOnAt, approveBy } = row
  const [acts, office] = await together([tx.run(readActs, row.sendId), officeFor(tx, row, send, offices)])
  return { row, acts, file: { senderId, payeeIds, steps, passOnAt, approveBy, acts }, ...office, send, now }
}

async function officeFor(tx: Tx, row: ApprovalRow, send: WaitingSend, offices: Offices): Promise<Office> {
  const { organisationId, senderId, chainId } = row
  if (organisationId === null) {
    const standing = await familyStanding(tx, { senderId, familyId: send.send.row.familyId })
    return { people: new Map(), roster: familyRoster(chainId, standing) }
  }
  const office = offices.get(organisationId) ?? officeOf(tx, organisationId)
  offices.set(organisationId, office)
  return office
}

async function officeOf(tx: Tx, organisationId: string): Promise<Office> {
  const people = await peopleOf(tx, organisationId)
  return { people, roster: await rosterOf(tx, organisationId, people) }
}

/** Who may approve in an organisation now. */
export async function rosterOf(tx: Tx, organisationId: string, people: People): Promise<Roster> {
  return {
    fit: new Set(whoHolds(people, 'approver', 'administrator')),
    administrators: new Set(whoHolds(people, 'administrator')),
    delegations: await tx.run(delegationsOf, organisationId),
  }
}

/** Its sender; whoever was asked, looks on or stands in, as long as they are in the organisation, or linked in the family; and auditors. */
export function maySee({ row, file, people, roster, now }: OpenFile, memberId: string): boolean {
  if (memberId === row.senderId) return true
  if (row.organisationId === null) return roster.fit.has(memberId) && everyoneAsked(file).has(memberId)
  const own = people.get(memberId)
  if (!isActive(own)) return false
  if (holds(own, 'administrator') || holds(own, 'auditor')) return true
  if (everyoneAsked(file).has(memberId) || row.copyIds.includes(memberId)) return true
  return roster.delegations.some(
    ({ fromId, toId, since, until }) =>
      toId === memberId && since <= now && now < until && everyoneAsked(file).has(fromId),
  )
}

/** Whom it waits for at a moment, with what was done by then. */
export function waitingFor({ file, roster, now }: OpenFile): string[] {
  return waitsFor(file, roster, now)
}
