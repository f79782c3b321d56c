/**
 * What a host application calls a member. An external id names one member, byte by byte; a member may have several.
 * Giving it to another member takes two steps, so that no sign-in changes hands by a slip.
 */

import { toIso } from '@laisee/core/instant.ts'
import { refuseField } from '@laisee/core/field.ts'
import { externalIdLengthMax, isExternalId } from '@laisee/core/member.ts'
import { orThrow, refuse, RefusalError, type RefusalCode } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { revoke } from '../keys/revocation.ts'
import {
  deleteExternalId,
  externalIdsOfMember,
  insertExternalId,
  knownHost,
  readExternalId,
  type ExternalIdRow,
} from './external-ids.sql.ts'
import { lockMember } from './members.ts'
import { tellMember } from './tell-member.ts'

export type { ExternalIdRow } from './external-ids.sql.ts'

export interface ExternalIdName {
  hostId: string
  externalId: string
}

/** The member a host application means, or undefined. */
export function findByExternalId(
  tx: Tx,
  { hostId, externalId }: ExternalIdName,
): Promise<ExternalIdRow | undefined> {
  return tx.one(readExternalId, hostId, externalId)
}

/** All external ids of a member. */
export function externalIdsOf(tx: Tx, memberId: string): Promise<ExternalIdRow[]> {
  return tx.run(externalIdsOfMember, memberId)
}

/** Refuse where there is no such host application, or no longer. */
export async function failIfHostUnknown(tx: Tx, hostId: string, code: RefusalCode): Promise<void> {
  if (!(await tx.one(knownHost, hostId))) throw new RefusalError(refuse(code, { field: 'hostId' }))
}

/** Write an external id of a member that is new or locked; refuses `external_id_taken` where another has it. */
export async function claimExternalId(
  tx: Tx,
  memberId: string,
  name: ExternalIdName,
): Promise<{ row: ExternalIdRow; added: boolean }> {
  if (!isExternalId(name.externalId))
    orThrow(refuseField('externalId', `must be 1 to ${externalIdLengthMax} visible ASCII characters`))
  const at = await tx.now()
  const added = await tx.one(insertExternalId, name.hostId, name.externalId, memberId, toIso(at))
  if (added) return { row: added, added: true }
  const row = await tx.one(readExternalId, name.hostId, name.externalId)
  if (row?.memberId !== memberId) throw new RefusalError(refuse('external_id_taken', { field: 'externalId' }))
  return { row, added: false }
}

/** Give a member an external id. Asked again it changes nothing. */
export async function setExternalId(
  tx: Tx,
  ask: ExternalIdName & { memberId: string },
): Promise<ExternalIdRow> {
  const { hostId, externalId, memberId } = ask
  await failIfHostUnknown(tx, hostId, 'not_found')
  await lockMember(tx, memberId, 'member_unknown', { field: 'memberId' })
  const { row, added } = await claimExternalId(tx, memberId, ask)
  if (added)
    await tellMember(tx, memberId, {
      kind: 'external_id.added',
      at: row.createdAt,
      data: { memberId, hostId, externalId },
    })
  return row
}

/** Take an external id away: the host's tokens for it name nobody any more, five seconds later everywhere. */
export async function removeExternalId(tx: Tx, { hostId, externalId }: ExternalIdName): Promise<void> {
  const row = await tx.one(readExternalId, hostId, externalId)
  if (!row) throw new RefusalError(refuse('not_found'))
  const member = await lockMember(tx, row.memberId)
  const removed = await tx.one(deleteExternalId, hostId, externalId, member.id)
  if (!removed) throw new RefusalError(refuse('not_found'))
  const at = await tx.now(member.changedAt)
  await tellMember(tx, member.id, {
    kind: 'external_id.removed',
    at,
    data: { memberId: member.id, hostId, externalId },
  })
  await revoke(tx, [member.id], at)
}
