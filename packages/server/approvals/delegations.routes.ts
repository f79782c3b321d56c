/** Delegations over the API: who approves for whom, and until when. */

import { Type } from 'typebox'
import { refuseField } from '@laisee/core/field.ts'
import { fromIso, toIso } from '@laisee/core/instant.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named } from '../http/schemas.ts'
import { seeOrganisation } from '../organisations/standing.ts'
import { delegateApprovals, endDelegation } from './delegate.ts'
import { listDelegations } from './list-approvals.ts'

const tags = ['approvals']
const byOrganisation = closed({ id: IdSchema('organisation') })
const DelegationsSchema = named('Delegations', 'Who approves for whom in an organisation.', {
  items: Type.Array(
    closed({
      fromId: IdSchema('member'),
      toId: IdSchema('member'),
      since: MomentSchema,
      until: MomentSchema,
    }),
  ),
})

async function shown(tx: Tx, organisationId: string) {
  const rows = await listDelegations(tx, organisationId)
  return {
    items: rows.map(({ fromId, toId, since, until }) => ({
      fromId,
      toId,
      since: toIso(since),
      until: toIso(until),
    })),
  }
}

function momentOf(text: string, field: string): number {
  const at = fromIso(text)
  if (at === undefined || at < 0) throw new RefusalError(refuseField(field, 'must be a moment after 1970'))
  return at
}

export const delegationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/delegations',
    name: 'listDelegations',
    summary: 'Who approves for whom, and until when',
    tags,
    callers: ['operator:organisations:read', 'member'],
    params: byOrganisation,
    reply: DelegationsSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id } }) =>
      ctx.db.snapshot(async (tx) => {
        await seeOrganisation(tx, id, caller)
        return shown(tx, id)
      }),
  }),
  route({
    method: 'PUT',
    path: '/v1/organisations/{id}/delegation',
    name: 'delegateApprovals',
    roles: ['approver', 'administrator'],
    summary: 'Have another approver approve for one, for 90 days at most',
    tags,
    callers: ['member'],
    params: byOrganisation,
    body: closed({ toId: IdSchema('member'), since: Type.Optional(MomentSchema), until: MomentSchema }),
    reply: DelegationsSchema,
    refusals: ['not_found', 'role_missing', 'self_not_allowed', 'stand_in_unfit'],
    async handle({ tx, caller, params: { id }, body: { toId, since, until } }) {
      await delegateApprovals(tx, {
        organisationId: id,
        memberId: caller.memberId,
        toId,
        since: since === undefined ? null : momentOf(since, 'since'),
        until: momentOf(until, 'until'),
      })
      return shown(tx, id)
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/organisations/{id}/delegation',
    name: 'endDelegation',
    summary: 'Approve for oneself again',
    tags,
    callers: ['member'],
    params: byOrganisation,
    reply: DelegationsSchema,
    refusals: ['not_found'],
    async handle({ tx, caller, params: { id } }) {
      await endDelegation(tx, { organisationId: id, memberId: caller.memberId })
      return shown(tx, id)
    },
  }),
]
