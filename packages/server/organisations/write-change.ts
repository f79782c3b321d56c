/** Writing down a change of an organisation: its row, and an event told to those who answer for it. */

import type { EventKind } from '@laisee/core/events.ts'
import { momentOfChange } from '@laisee/core/group.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { tell } from '../events/append.ts'
import { updateOrganisation, type OrganisationRow } from './organisations.sql.ts'
import { peopleOf, whoHolds } from './standing.ts'

/** The moment a change counts from: after every send and approval that held the organisation before it. */
export async function momentOf(tx: Tx, organisation: OrganisationRow): Promise<Instant> {
  return momentOfChange(await tx.now(), organisation.changedAt)
}

export interface OrganisationChange {
  kind: EventKind
  at: Instant
  data: Record<string, unknown>
  /** Whom it concerns, beside administrators and auditors. */
  memberIds?: readonly string[]
  /** What changes of the row itself. */
  parts?: Partial<Pick<OrganisationRow, 'name' | 'suspendedAt' | 'suspendedBy' | 'suspensionReason'>>
}

/** Apply a change to an organisation whose row is locked. Gives the row as it now stands. */
export async function writeChange(
  tx: Tx,
  organisation: OrganisationRow,
  { kind, at, data, memberIds = [], parts = {} }: OrganisationChange,
): Promise<OrganisationRow> {
  const seq = organisation.eventCount + 1n
  const after = { ...organisation, ...parts, eventCount: seq, changedAt: at }
  await tx.run(
    updateOrganisation,
    after.id,
    after.name,
    after.suspendedAt === null ? null : toIso(after.suspendedAt),
    after.suspendedBy,
    after.suspensionReason,
    seq,
    toIso(at),
  )
  const answering = whoHolds(await peopleOf(tx, after.id), 'administrator', 'auditor')
  await tell(tx, {
    sourceId: after.id,
    seq,
    kind,
    at,
    data: { organisationId: after.id, name: after.name, ...data },
    audience: [...answering, ...memberIds],
  })
  return after
}
