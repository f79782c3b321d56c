/** Organisations over the API: made and funded by the operator, run by their administrators, seen by their people. */

import { Type } from 'typebox'
import type { Actor } from '@laisee/core/actor.ts'
import { toIso } from '@laisee/core/instant.ts'
import { stateOfMembership } from '@laisee/core/organisation.ts'
import type { Tx } from '../db/db.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, named, NameSchema, PageOf, PageQuery } from '../http/schemas.ts'
import { nameLengthMax } from '@laisee/core/name.ts'
import { createOrganisation, renameOrganisation } from './create-organisation.ts'
import { fundOrganisation } from './fund-organisation.ts'
import { listOrganisations, placesOf } from './list-organisations.ts'
import {
  CreateOrganisationBody,
  InvitationSchema,
  MembershipSchema,
  OrganisationFundingBody,
  OrganisationFundingSchema,
  OrganisationParams,
  OrganisationSchema,
  showOrganisation,
  showOrganisationFunding,
  showPeople,
} from './organisations.schemas.ts'
import { peopleOf, seeOrganisation, type OrganisationRow } from './standing.ts'

const tags = ['organisations']

async function shown(tx: Tx, organisation: OrganisationRow, by: Actor) {
  return showOrganisation(tx, organisation, await peopleOf(tx, organisation.id), by)
}

const readRoutes = [
  route({
    method: 'GET',
    path: '/v1/organisations',
    name: 'listOrganisations',
    summary: 'List all organisations, newest first',
    tags,
    callers: ['operator:organisations:read'],
    query: PageQuery,
    reply: PageOf(OrganisationSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await listOrganisations(tx, placeOf(query.cursor), rowsFor(query))
        const shownRows = new Map<string, Awaited<ReturnType<typeof shown>>>()
        for (const row of rows) shownRows.set(row.id, await shown(tx, row, caller))
        return pageReply(
          query,
          rows,
          (row) => shownRows.get(row.id)!,
          (row) => [row.createdAt, row.id],
        )
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/me/organisations',
    name: 'listMyOrganisations',
    summary: 'The organisations one is in, and those that invite one',
    tags,
    callers: ['member'],
    reply: named('MyOrganisations', 'The places a member has.', { items: Type.Array(InvitationSchema) }),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller }) =>
      ctx.db.snapshot(async (tx) => {
        const now = await tx.now()
        const places = await placesOf(tx, caller.memberId)
        const items = places.map(({ organisation, own }) => ({
          organisationId: organisation.id,
          name: organisation.name,
          house: organisation.isHouse,
          state: stateOfMembership(own, now),
          roles: [...own.roles],
          offeredRoles: own.state === 'invited' ? [...own.offeredRoles] : [],
          invitationExpiresAt: own.invitationExpiresAt === null ? null : toIso(own.invitationExpiresAt),
          suspended: organisation.suspendedAt !== null || own.suspendedAt !== null,
        }))
        return { items: items.filter(({ state }) => state !== 'ended') }
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/organisations/{id}',
    name: 'readOrganisation',
    summary: 'An organisation, for its people and the operator',
    tags,
    callers: ['operator:organisations:read', 'member'],
    params: OrganisationParams,
    reply: OrganisationSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        const { organisation, people } = await seeOrganisation(tx, params.id, caller)
        return showOrganisation(tx, organisation, people, caller)
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/members',
    name: 'listOrganisationMembers',
    summary: 'Everybody in an organisation or invited into it, with their roles',
    tags,
    callers: ['operator:organisations:read', 'member'],
    params: OrganisationParams,
    reply: named('OrganisationPeople', 'The people of an organisation.', {
      items: Type.Array(MembershipSchema),
    }),
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        const { people } = await seeOrganisation(tx, params.id, caller)
        return { items: await showPeople(tx, people, await tx.now()) }
      }),
  }),
]

const operatorRoutes = [
  route({
    method: 'POST',
    path: '/v1/organisations',
    name: 'createOrganisation',
    summary: 'Make an organisation, with its first people and a wallet',
    tags,
    callers: ['operator:organisations:write'],
    body: CreateOrganisationBody,
    reply: OrganisationSchema,
    status: 201,
    refusals: ['member_unknown', 'roles_apart', 'last_administrator', 'house_taken'],
    handle: async ({ tx, caller, body, remember }) => {
      const { name, timeZone = null, house = false, people } = body
      const organisation = await createOrganisation(tx, { name, timeZone, house, people, by: caller })
      remember(organisation.id)
      return shown(tx, organisation, caller)
    },
  }),
  route({
    method: 'PATCH',
    path: '/v1/organisations/{id}',
    name: 'renameOrganisation',
    summary: 'Give an organisation another name',
    tags,
    callers: ['operator:organisations:write'],
    params: OrganisationParams,
    body: closed({ name: NameSchema(nameLengthMax) }),
    reply: OrganisationSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, params, body }) => {
      const ask = { organisationId: params.id, name: body.name, by: caller }
      return shown(tx, await renameOrganisation(tx, ask), caller)
    },
  }),
  ...(['top_up', 'withdrawal'] as const).map((direction) =>
    route({
      method: 'POST',
      path: `/v1/organisations/{id}/${direction === 'top_up' ? 'top-ups' : 'withdrawals'}`,
      name: direction === 'top_up' ? 'topUpOrganisation' : 'withdrawFromOrganisation',
      summary:
        direction === 'top_up'
          ? 'Credit an organisation’s wallet with money from outside'
          : 'Pay money out of an organisation’s wallet',
      tags,
      callers: ['operator:money:write'],
      params: OrganisationParams,
      body: OrganisationFundingBody,
      reply: OrganisationFundingSchema,
      status: 201,
      refusals: [
        'not_found',
        ...(direction === 'top_up'
          ? (['balance_above_max'] as const)
          : (['wallet_frozen', 'balance_too_low'] as const)),
      ],
      handle: async ({ tx, caller, params, body, remember }) => {
        const { amount, reference = null } = body
        const ask = { organisationId: params.id, direction, amount: BigInt(amount), reference, by: caller }
        const funding = await fundOrganisation(tx, ask)
        remember(funding.id)
        return showOrganisationFunding(funding)
      },
    }),
  ),
]

export const organisationRoutes: readonly Route[] = [...readRoutes, ...operatorRoutes]
