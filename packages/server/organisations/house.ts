/**
 * The service's own organisation. Its dispute agents and auditors are the service's staff: agents work on disputes and
 * freezes, auditors read everything. The operator's keys may do the same by their scopes.
 */

import type { Actor } from '@laisee/core/actor.ts'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { insertHouse, readHouse } from './house.sql.ts'
import { membershipOf, shareOrganisation } from './standing.ts'

/** The service's own organisation; undefined where the operator has made none. */
export async function houseId(tx: Tx): Promise<string | undefined> {
  return (await tx.one(readHouse))?.organisationId
}

/** Let an organisation be the service's own. Refuses `house_taken` where there is one. */
export async function claimHouse(tx: Tx, organisationId: string): Promise<void> {
  if (!(await tx.one(insertHouse, organisationId)))
    throw new RefusalError(refuse('house_taken', { field: 'house' }))
}

/** The roles a member has in the service's own organisation now: none for everybody else. */
export async function staffRole(tx: Tx, memberId: string): Promise<readonly OrganisationRole[]> {
  const id = await houseId(tx)
  const own = id === undefined ? undefined : await membershipOf(tx, id, memberId)
  return own?.state === 'active' ? own.roles : []
}

/** Whether this actor is the operator, or holds one of these roles in the service's own organisation. */
export async function isStaff(tx: Tx, actor: Actor, roles: readonly OrganisationRole[]): Promise<boolean> {
  if (actor.kind === 'operator') return true
  return (await staffRole(tx, actor.memberId)).some((role) => roles.includes(role))
}

/** Refuse `role_missing` to whoever is none of these: for a list, of which everybody may know that it is there. */
export async function onlyStaff(tx: Tx, actor: Actor, roles: readonly OrganisationRole[]): Promise<void> {
  if (!(await isStaff(tx, actor, roles)))
    throw new RefusalError(refuse('role_missing', { roles: [...roles] }))
}

/** The same for a thing of its own: whoever is not of the house is told that there is none, `not_found`. */
export async function seeAsStaff(tx: Tx, actor: Actor, roles: readonly OrganisationRole[]): Promise<void> {
  if (actor.kind === 'member' && (await staffRole(tx, actor.memberId)).length === 0)
    throw new RefusalError(refuse('not_found'))
  await onlyStaff(tx, actor, roles)
}

/** The same for what changes something: a role that is taken away counts from the next change on. */
export async function holdStaff(tx: Tx, actor: Actor, roles: readonly OrganisationRole[]): Promise<void> {
  const id = actor.kind === 'member' ? await houseId(tx) : undefined
  if (id !== undefined) await shareOrganisation(tx, id)
  await seeAsStaff(tx, actor, roles)
}
