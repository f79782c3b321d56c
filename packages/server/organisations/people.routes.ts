/** The people of an organisation over the API: invited, given roles, suspended, taken out by its administrators. */

import type { Actor } from '@laisee/core/actor.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { acceptInvitation, changeRoles, endPlace, inviteMember } from './change-people.ts'
import {
  InviteMemberBody,
  MembershipSchema,
  OrganisationParams,
  OrganisationSchema,
  PersonParams,
  RolesBody,
  showOrganisation,
  showPeople,
  SuspendBody,
} from './organisations.schemas.ts'
import { peopleOf, type OrganisationRow } from './standing.ts'
import { suspendSending } from './suspend.ts'

const tags = ['organisations']

async function shown(tx: Tx, organisation: OrganisationRow, by: Actor) {
  return showOrganisation(tx, organisation, await peopleOf(tx, organisation.id), by)
}

/** One of an organisation's people, as the organisation stands now. */
async function shownPerson(tx: Tx, organisation: OrganisationRow, memberId: string) {
  const people = await showPeople(tx, await peopleOf(tx, organisation.id), organisation.changedAt)
  return people.find(({ member }) => member.id === memberId)!
}

const placeRoutes = [
  route({
    method: 'POST',
    path: '/v1/organisations/{id}/members',
    name: 'inviteOrganisationMember',
    roles: ['administrator'],
    summary: 'Invite a member into an organisation, in roles',
    description:
      'Theirs to accept within a week. The operator’s word brings a member in at once. Roles that do not go together are refused.',
    tags,
    callers: ['operator:organisations:write', 'member'],
    params: OrganisationParams,
    body: InviteMemberBody,
    reply: MembershipSchema,
    status: 201,
    refusals: [
      'not_found',
      'role_missing',
      'member_unknown',
      'own_act',
      'roles_apart',
      'already_in_organisation',
      'organisation_full',
    ],
    handle: async ({ tx, caller, params, body }) => {
      const ask = { organisationId: params.id, ...body, by: caller }
      return shownPerson(tx, await inviteMember(tx, ask), body.memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organisations/{id}/accept',
    name: 'acceptOrganisationInvitation',
    summary: 'Accept an invitation into an organisation',
    tags,
    callers: ['member'],
    params: OrganisationParams,
    reply: OrganisationSchema,
    refusals: ['not_found', 'invitation_over'],
    handle: async ({ tx, caller, params }) =>
      shown(tx, await acceptInvitation(tx, { organisationId: params.id, memberId: caller.memberId }), caller),
  }),
  route({
    method: 'PUT',
    path: '/v1/organisations/{id}/members/{memberId}/roles',
    name: 'changeOrganisationRoles',
    roles: ['administrator'],
    summary: 'Give a member these roles in place of theirs, from now on',
    description: 'Never one’s own; and an organisation keeps an administrator.',
    tags,
    callers: ['operator:organisations:write', 'member'],
    params: PersonParams,
    body: RolesBody,
    reply: MembershipSchema,
    refusals: ['not_found', 'role_missing', 'own_act', 'roles_apart', 'last_administrator'],
    handle: async ({ tx, caller, params, body }) => {
      const ask = { organisationId: params.id, memberId: params.memberId, roles: body.roles, by: caller }
      return shownPerson(tx, await changeRoles(tx, ask), params.memberId)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/organisations/{id}/members/{memberId}',
    name: 'endOrganisationMembership',
    roles: ['administrator'],
    summary: 'Take a member out of an organisation, take an invitation back, or leave',
    tags,
    callers: ['operator:organisations:write', 'member'],
    params: PersonParams,
    reply: OrganisationSchema,
    refusals: ['not_found', 'role_missing', 'last_administrator'],
    handle: async ({ tx, caller, params }) => {
      const ask = { organisationId: params.id, memberId: params.memberId, by: caller }
      return shown(tx, await endPlace(tx, ask), caller)
    },
  }),
]

const suspensionRoutes = [
  route({
    method: 'PUT',
    path: '/v1/organisations/{id}/suspension',
    name: 'suspendOrganisation',
    roles: ['administrator'],
    summary: 'Stop every send on behalf of an organisation, from the next one on',
    tags,
    callers: ['operator:organisations:write', 'member'],
    params: OrganisationParams,
    body: SuspendBody,
    reply: OrganisationSchema,
    refusals: ['not_found', 'role_missing', 'already_suspended'],
    handle: async ({ tx, caller, params, body }) => {
      const ask = { organisationId: params.id, memberId: null, by: caller, reason: body.reason }
      return shown(tx, await suspendSending(tx, ask), caller)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/organisations/{id}/suspension',
    name: 'resumeOrganisation',
    roles: ['administrator'],
    summary: 'Let sends on behalf of an organisation go on',
    tags,
    callers: ['operator:organisations:write', 'member'],
    params: OrganisationParams,
    reply: OrganisationSchema,
    refusals: ['not_found', 'role_missing', 'not_suspended'],
    handle: async ({ tx, caller, params }) => {
      const ask = { organisationId: params.id, memberId: null, by: caller, reason: null }
      return shown(tx, await suspendSending(tx, ask), caller)
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/organisations/{id}/members/{memberId}/suspension',
    name: 'suspendOrganisationMember',
    roles: ['administrator'],
    summary: 'Stop a member’s sends on behalf of an organisation, from the next one on',
    tags,
    callers: ['operator:organisations:write', 'member'],
    params: PersonParams,
    body: SuspendBody,
    reply: MembershipSchema,
    refusals: ['not_found', 'role_missing', 'already_suspended'],
    handle: async ({ tx, caller, params, body }) => {
      const { id: organisationId, memberId } = params
      const ask = { organisationId, memberId, by: caller, reason: body.reason }
      return shownPerson(tx, await suspendSending(tx, ask), memberId)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/organisations/{id}/members/{memberId}/suspension',
    name: 'resumeOrganisationMember',
    roles: ['administrator'],
    summary: 'Let a member send on behalf of an organisation again: never oneself',
    tags,
    callers: ['operator:organisations:write', 'member'],
    params: PersonParams,
    reply: MembershipSchema,
    refusals: ['not_found', 'role_missing', 'own_act', 'not_suspended'],
    handle: async ({ tx, caller, params }) => {
      const { id: organisationId, memberId } = params
      const ask = { organisationId, memberId, by: caller, reason: null }
      return shownPerson(tx, await suspendSending(tx, ask), memberId)
    },
  }),
]

export const organisationPeopleRoutes: readonly Route[] = [...placeRoutes, ...suspensionRoutes]
