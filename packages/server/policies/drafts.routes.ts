/** Drafts of a policy over the API: begun, changed, withdrawn by administrators, and published by another of them. */

import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema } from '../http/schemas.ts'
import { peopleOf } from '../organisations/standing.ts'
import { changeDraft, draftGoingBack, draftPolicy, publishDraft, withdrawDraft } from './change-policy.ts'
import { DraftBody, GoBackBody, momentFrom, PolicySchema, PublishBody } from './policies.schemas.ts'
import { policyFrom } from './policy-content.schemas.ts'
import { showPolicy } from './show-policy.schemas.ts'
import type { PolicyRow } from './policies.sql.ts'
import { policyOf } from './read-policy.ts'

const tags = ['policies']
const byOrganisation = closed({ id: IdSchema('organisation') })
const byPolicy = closed({ id: IdSchema('organisation'), policyId: IdSchema('policy') })

async function shown(tx: Tx, organisationId: string, row: PolicyRow) {
  const people = await peopleOf(tx, organisationId)
  const now = await tx.now(row.changedAt)
  const { version } = await policyOf(tx, organisationId, now)
  return showPolicy(tx, organisationId, row, { people, currentVersion: version, now })
}

const writeRefusals = ['not_found', 'role_missing'] as const satisfies readonly RefusalCode[]
const decided = ['already_published', 'already_withdrawn'] as const

export const draftRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/organisations/{id}/policies',
    name: 'draftPolicy',
    roles: ['administrator'],
    summary: 'Begin a draft of the policy',
    description:
      'What is wrong with it is told in the reply; it holds once a second administrator publishes it.',
    tags,
    callers: ['member'],
    params: byOrganisation,
    body: DraftBody,
    reply: PolicySchema,
    status: 201,
    refusals: writeRefusals,
    handle: async ({ tx, caller, params, body: { content, note = null } }) => {
      const ask = { organisationId: params.id, memberId: caller.memberId, policy: policyFrom(content), note }
      return shown(tx, params.id, await draftPolicy(tx, ask))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organisations/{id}/policies/go-back',
    name: 'goBackToPolicy',
    roles: ['administrator'],
    summary: 'Begin a draft that says what an earlier version said',
    tags,
    callers: ['member'],
    params: byOrganisation,
    body: GoBackBody,
    reply: PolicySchema,
    status: 201,
    refusals: writeRefusals,
    handle: async ({ tx, caller, params, body: { version, note = null } }) => {
      const ask = { organisationId: params.id, memberId: caller.memberId, version, note }
      return shown(tx, params.id, await draftGoingBack(tx, ask))
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/organisations/{id}/policies/{policyId}',
    name: 'changePolicyDraft',
    roles: ['administrator'],
    summary: 'Write a draft anew; whoever does is one of its authors',
    tags,
    callers: ['member'],
    params: byPolicy,
    body: DraftBody,
    reply: PolicySchema,
    refusals: [...writeRefusals, ...decided],
    handle: async ({ tx, caller, params, body: { content, note = null } }) => {
      const { id: organisationId, policyId } = params
      const ask = { organisationId, policyId, memberId: caller.memberId, policy: policyFrom(content), note }
      return shown(tx, organisationId, await changeDraft(tx, ask))
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/organisations/{id}/policies/{policyId}',
    name: 'withdrawPolicyDraft',
    roles: ['administrator'],
    summary: 'Withdraw a draft, or a version that waits to hold: it stays to be read, and never holds',
    tags,
    callers: ['member'],
    params: byPolicy,
    reply: PolicySchema,
    refusals: [...writeRefusals, ...decided],
    handle: async ({ tx, caller, params }) => {
      const { id: organisationId, policyId } = params
      const row = await withdrawDraft(tx, { organisationId, policyId, memberId: caller.memberId })
      return shown(tx, organisationId, row)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/organisations/{id}/policies/{policyId}/publish',
    name: 'publishPolicy',
    roles: ['administrator'],
    summary: 'Publish a draft that others wrote: it holds from the next send on, or from a moment to come',
    tags,
    callers: ['member'],
    params: byPolicy,
    body: PublishBody,
    reply: PolicySchema,
    refusals: [
      ...writeRefusals,
      'own_act',
      'policy_invalid',
      ...decided,
      'policy_moved_on',
      'policy_waiting',
    ],
    handle: async ({ tx, caller, params, body }) => {
      const { id: organisationId, policyId } = params
      const effectiveAt = momentFrom(body)
      const row = await publishDraft(tx, { organisationId, policyId, memberId: caller.memberId, effectiveAt })
      return shown(tx, organisationId, row)
    },
  }),
]
