/** A new organisation, made by the operator with its first people, who are in it at once. */

import { actorName, type Actor } from '@laisee/core/actor.ts'
import { fieldOr, refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { timeZoneDefault, timeZoneFrom } from '@laisee/core/member.ts'
import { defaultCurrency } from '@laisee/core/money.ts'
import { nameFrom, nameLengthMax } from '@laisee/core/name.ts'
import { decideRoles, type OrganisationRole } from '@laisee/core/organisation.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { openWallet } from '../ledger/ledger.ts'
import { unknownMembers } from '../people/members.ts'
import { giveRoles, insertOrganisation, putMembership, type OrganisationRow } from './organisations.sql.ts'
import { claimHouse } from './house.ts'
import { lockOrganisation } from './standing.ts'
import { momentOf, writeChange } from './write-change.ts'

export interface CreateOrganisationAsk {
  name: string
  timeZone: string | null
  /** Whether it is the service's own, of which there is one at most. */
  house?: boolean
  people: readonly { memberId: string; roles: readonly OrganisationRole[] }[]
  by: Actor
}

/** The name of an organisation as it is kept; refuses one that cannot be seen whole. */
export function organisationName(text: string): string {
  return (
    nameFrom(text) ??
    orThrow<string>(
      refuseField('name', `must be a name of 1 to ${nameLengthMax} characters that can all be seen`),
    )
  )
}

/** Create an organisation with a wallet. Its first people have an administrator among them. */
export async function createOrganisation(tx: Tx, ask: CreateOrganisationAsk): Promise<OrganisationRow> {
  const name = organisationName(ask.name)
  const zone = ask.timeZone === null ? timeZoneDefault : timeZoneFrom(ask.timeZone)
  const timeZone = orThrow(fieldOr(zone, 'timeZone', 'must be an IANA time zone such as Asia/Shanghai'))
  const ids = ask.people.map(({ memberId }) => memberId)
  if (new Set(ids).size < ids.length)
    throw new RefusalError(refuseField('people', 'must name each member once'))
  const unknown = await unknownMembers(tx, ids)
  if (unknown.length > 0) throw new RefusalError(refuse('member_unknown', { field: 'people', unknown }))
  const people = ask.people.map(({ memberId, roles }) => ({ memberId, roles: orThrow(decideRoles(roles)) }))
  if (!people.some(({ roles }) => roles.includes('administrator')))
    throw new RefusalError(refuse('last_administrator', { field: 'people' }))

  const id = tx.newId('organisation')
  const at = await tx.now()
  const isHouse = ask.house ?? false
  await tx.run(insertOrganisation, id, name, timeZone, isHouse, toIso(at))
  if (isHouse) await claimHouse(tx, id)
  await openWallet(tx, id, defaultCurrency)
  const by = actorName(ask.by)
  for (const { memberId, roles } of people) {
    await tx.run(putMembership, id, memberId, 'active', roles, by, toIso(at), null, toIso(at))
    await tx.run(giveRoles, id, memberId, roles, toIso(at))
  }
  const made = { ...(await lockOrganisation(tx, id)), changedAt: at }
  return writeChange(tx, made, {
    kind: 'organisation.created',
    at,
    data: { people, timeZone, by, ...(isHouse && { house: true }) },
    memberIds: ids,
  })
}

/** Give an organisation another name: the operator may. */
export async function renameOrganisation(
  tx: Tx,
  ask: { organisationId: string; name: string; by: Actor },
): Promise<OrganisationRow> {
  const organisation = await lockOrganisation(tx, ask.organisationId)
  const name = organisationName(ask.name)
  if (name === organisation.name) return organisation
  const at = await momentOf(tx, organisation)
  return writeChange(tx, organisation, {
    kind: 'organisation.changed',
    at,
    data: { by: actorName(ask.by) },
    parts: { name },
  })
}
