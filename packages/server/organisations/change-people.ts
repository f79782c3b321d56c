/** Who is in an organisation, and as what: invite, accept, change roles, take out or leave. Each is one event. */

import { actorName, type Actor } from '@laisee/core/actor.ts'
import { toIso } from '@laisee/core/instant.ts'
import {
  decideAcceptInvitation,
  decideChangeRoles,
  decideEndMembership,
  decideInviteMember,
  invitationLivesMs,
  type MembershipFacts,
  type OrganisationRole,
} from '@laisee/core/organisation.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { isMember } from '../people/members.ts'
import {
  acceptMembership,
  endMembership,
  endRoles,
  giveRoles,
  putMembership,
  type OrganisationRow,
} from './organisations.sql.ts'
import { lockOrganisation, ownOf, peopleOf, whoHolds } from './standing.ts'
import { momentOf, writeChange } from './write-change.ts'

export interface PersonAsk {
  organisationId: string
  memberId: string
  by: Actor
}

interface LockedPerson extends MembershipFacts {
  organisation: OrganisationRow
  membersNow: number
}

/** An organisation under lock, and what is known of whom the change is about and of whoever makes it. */
export async function lockPerson(tx: Tx, { organisationId, memberId, by }: PersonAsk): Promise<LockedPerson> {
  const organisation = await lockOrganisation(tx, organisationId)
  const people = await peopleOf(tx, organisationId)
  return {
    organisation,
    actor: by,
    own: ownOf(people, by),
    target: people.get(memberId),
    otherAdministrators: whoHolds(people, 'administrator').filter((id) => id !== memberId).length,
    membersNow: people.size,
  }
}

/** Invite a member into roles. An operator's word brings them in at once; an administrator's is theirs to accept. */
export async function inviteMember(
  tx: Tx,
  ask: PersonAsk & { roles: readonly OrganisationRole[] },
): Promise<OrganisationRow> {
  const { organisationId, memberId, by } = ask
  const facts = await lockPerson(tx, ask)
  const at = await momentOf(tx, facts.organisation)
  const memberKnown = await isMember(tx, memberId)
  const { roles } = orThrow(decideInviteMember({ ...facts, memberId, memberKnown }, ask.roles, at))
  const since = toIso(at)
  const data = { memberId, roles, by: actorName(by) }
  if (by.kind === 'operator') {
    await tx.run(putMembership, organisationId, memberId, 'active', roles, data.by, since, null, since)
    await tx.run(giveRoles, organisationId, memberId, roles, since)
    const kind = 'organisation.joined'
    return writeChange(tx, facts.organisation, { kind, at, data, memberIds: [memberId] })
  }
  const expiresAt = toIso(at + invitationLivesMs)
  await tx.run(putMembership, organisationId, memberId, 'invited', roles, data.by, since, expiresAt, null)
  return writeChange(tx, facts.organisation, {
    kind: 'organisation.invited',
    at,
    data: { ...data, expiresAt },
    memberIds: [memberId],
  })
}

/** Accept an invitation. Accepted already, nothing changes. */
export async function acceptInvitation(
  tx: Tx,
  { organisationId, memberId }: Omit<PersonAsk, 'by'>,
): Promise<OrganisationRow> {
  const by = { kind: 'member', memberId } as const
  const { organisation, own } = await lockPerson(tx, { organisationId, memberId, by })
  const at = await momentOf(tx, organisation)
  if (orThrow(decideAcceptInvitation(own, at)) === 'accepted') return organisation
  const roles = [...own!.offeredRoles]
  await tx.run(acceptMembership, organisationId, memberId, toIso(at))
  await tx.run(giveRoles, organisationId, memberId, roles, toIso(at))
  const data = { memberId, roles, by: memberId }
  return writeChange(tx, organisation, { kind: 'organisation.joined', at, data, memberIds: [memberId] })
}

/** Give a member these roles in place of theirs, from now on. */
export async function changeRoles(
  tx: Tx,
  ask: PersonAsk & { roles: readonly OrganisationRole[] },
): Promise<OrganisationRow> {
  const { organisationId, memberId, by } = ask
  const facts = await lockPerson(tx, ask)
  const at = await momentOf(tx, facts.organisation)
  const { roles } = orThrow(decideChangeRoles(facts, ask.roles))
  const before = facts.target!.roles
  const given = roles.filter((role) => !before.includes(role))
  const taken = before.filter((role) => !roles.includes(role))
  if (given.length === 0 && taken.length === 0) return facts.organisation
  await tx.run(endRoles, organisationId, memberId, taken, toIso(at))
  await tx.run(giveRoles, organisationId, memberId, given, toIso(at))
  const data = { memberId, roles, given, taken, by: actorName(by) }
  const kind = 'organisation.roles_changed'
  return writeChange(tx, facts.organisation, { kind, at, data, memberIds: [memberId] })
}

/** Take a member out, leave oneself, or take an invitation back: at once, with all roles. */
export async function endPlace(tx: Tx, ask: PersonAsk): Promise<OrganisationRow> {
  const { organisationId, memberId, by } = ask
  const facts = await lockPerson(tx, ask)
  const at = await momentOf(tx, facts.organisation)
  orThrow(decideEndMembership(facts))
  await tx.run(endMembership, organisationId, memberId, toIso(at), actorName(by))
  const data = { memberId, roles: facts.target!.roles, by: actorName(by) }
  const kind = 'organisation.left'
  return writeChange(tx, facts.organisation, { kind, at, data, memberIds: [memberId] })
}
