/**
 * Who is who in an organisation, as other features ask. A send or an approval shares the organisation's row and is
 * dated no earlier than its last change, so that a role that is taken away, or a suspension, counts from the next one.
 */

import type { Actor } from '@laisee/core/actor.ts'
import {
  decideSeeOrganisation,
  organisationRoles,
  type Membership,
  type OrganisationRole,
} from '@laisee/core/organisation.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import {
  lockOrganisationRow,
  membersOfOrganisation,
  readMembershipRow,
  readOrganisationRow,
  rolesEverHeld,
  rolesOfMember,
  rolesOfOrganisation,
  shareOrganisationRow,
  type MembershipRow,
  type OrganisationRow,
} from './organisations.sql.ts'

export type { OrganisationRow } from './organisations.sql.ts'

/** Everybody in an organisation or invited into it, by id. */
export type People = ReadonlyMap<string, MembershipRow & Membership>

/** An organisation as it stands, without a lock; undefined where there is none. */
export function readOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  return tx.one(readOrganisationRow, id)
}

/** Hold an organisation, its people and its policy as they are until the transaction ends. */
export function shareOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  return tx.one(shareOrganisationRow, id)
}

/** An organisation under lock, for a change. Refuses `not_found` where there is none. */
export async function lockOrganisation(tx: Tx, id: string): Promise<OrganisationRow> {
  const organisation = await tx.one(lockOrganisationRow, id)
  if (!organisation) throw new RefusalError(refuse('not_found'))
  return organisation
}

/** Everybody who is in an organisation or invited into it, with the roles in force. */
export async function peopleOf(tx: Tx, organisationId: string): Promise<People> {
  const roles = Map.groupBy(await tx.run(rolesOfOrganisation, organisationId), (row) => row.memberId)
  const rows = await tx.run(membersOfOrganisation, organisationId)
  return new Map(rows.map((row) => [row.memberId, { ...row, roles: inOrder(roles.get(row.memberId) ?? []) }]))
}

/** What an organisation knows of one member; undefined where they were never in it. */
export async function membershipOf(
  tx: Tx,
  organisationId: string,
  memberId: string,
): Promise<(MembershipRow & Membership) | undefined> {
  const row = await tx.one(readMembershipRow, organisationId, memberId)
  if (!row) return undefined
  const held = await tx.run(rolesOfMember, organisationId, memberId)
  return { ...row, roles: inOrder(held.filter(({ until }) => until === null)) }
}

function inOrder(held: readonly { role: OrganisationRole }[]): OrganisationRole[] {
  return organisationRoles.filter((role) => held.some((one) => one.role === role))
}

/** What each of an organisation's people was in it at a moment. */
export async function roleHistory(
  tx: Tx,
  organisationId: string,
): Promise<(memberId: string, at: Instant) => OrganisationRole[]> {
  const held = Map.groupBy(await tx.run(rolesEverHeld, organisationId), (row) => row.memberId)
  return (memberId, at) =>
    inOrder(
      (held.get(memberId) ?? []).filter(({ since, until }) => since <= at && (until === null || at < until)),
    )
}

/** The standing of whoever asks; an operator has none of their own. */
export function ownOf(people: People, actor: Actor) {
  return actor.kind === 'member' ? people.get(actor.memberId) : undefined
}

/** Whoever holds one of these roles now. */
export function whoHolds(people: People, ...roles: OrganisationRole[]): string[] {
  return [...people.values()]
    .filter((one) => one.state === 'active' && one.roles.some((role) => roles.includes(role)))
    .map(({ memberId }) => memberId)
}

/** An organisation and its people, for somebody who may see them; `not_found` for anybody else. */
export async function seeOrganisation(
  tx: Tx,
  id: string,
  actor: Actor,
): Promise<{ organisation: OrganisationRow; people: People }> {
  const organisation = await readOrganisation(tx, id)
  if (!organisation) throw new RefusalError(refuse('not_found'))
  const people = await peopleOf(tx, id)
  orThrow(decideSeeOrganisation(actor, ownOf(people, actor)))
  return { organisation, people }
}
