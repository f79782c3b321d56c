/** Policies over the API: drafted by one administrator, published by another; read by everybody they bind. */

import { Type } from 'typebox'
import { outcomes } from '@laisee/core/guard/rule.ts'
import { toIso } from '@laisee/core/instant.ts'
import { decideAs } from '@laisee/core/organisation.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { numberOf, pageReply, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import {
  AmountSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  oneOf,
  PageOf,
  PageQuery,
} from '../http/schemas.ts'
import { ownOf, seeOrganisation } from '../organisations/standing.ts'
import { contentToPolicy } from './content.ts'
import { PolicySchema, PolicyVersionSchema } from './policies.schemas.ts'
import { showPolicy, showVersion } from './show-policy.schemas.ts'
import { listPolicies, readPolicyRow } from './policies.sql.ts'
import { policyOf } from './read-policy.ts'
import { trialDaysMax, tryDraft } from './try-draft.ts'

const tags = ['policies']
const byOrganisation = closed({ id: IdSchema('organisation') })
const byPolicy = closed({ id: IdSchema('organisation'), policyId: IdSchema('policy') })
const stoppedShownMax = 200

/** Who may look at drafts and earlier versions. */
const readers = ['administrator', 'auditor'] as const

const readRoutes = [
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/policy',
    name: 'readCurrentPolicy',
    summary: 'The policy that holds, for everybody it binds',
    tags,
    callers: ['operator:organisations:read', 'member'],
    params: byOrganisation,
    reply: PolicySchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id } }) =>
      ctx.db.snapshot(async (tx) => {
        const { organisation, people } = await seeOrganisation(tx, id, caller)
        const now = await tx.now(organisation.changedAt)
        const { row, version } = await policyOf(tx, id, now)
        return showPolicy(tx, id, row, { people, currentVersion: version, now })
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/policies',
    name: 'listPolicies',
    roles: ['administrator', 'auditor'],
    summary: 'Every version of a policy, drafts too, newest first',
    tags,
    callers: ['operator:organisations:read', 'member'],
    params: byOrganisation,
    query: PageQuery,
    reply: PageOf(PolicyVersionSchema),
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id }, query }) =>
      ctx.db.snapshot(async (tx) => {
        const { organisation, people } = await seeOrganisation(tx, id, caller)
        orThrow(decideAs(caller, ownOf(people, caller), readers))
        const now = await tx.now(organisation.changedAt)
        const { version } = await policyOf(tx, id, now)
        const below = Number(numberOf(query.cursor) ?? 2_147_483_647n)
        const rows = await tx.run(listPolicies, id, Math.min(below, 2_147_483_647), rowsFor(query))
        return pageReply(
          query,
          rows,
          (row) => showVersion(id, row, { currentVersion: version, now }),
          (row) => [row.version],
        )
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/policies/{policyId}',
    name: 'readPolicy',
    roles: ['administrator', 'auditor'],
    summary: 'A version in full: in sentences, what is wrong with it, how it differs from its base',
    tags,
    callers: ['operator:organisations:read', 'member'],
    params: byPolicy,
    reply: PolicySchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id, policyId } }) =>
      ctx.db.snapshot(async (tx) => {
        const { organisation, people } = await seeOrganisation(tx, id, caller)
        orThrow(decideAs(caller, ownOf(people, caller), readers))
        const row = await tx.one(readPolicyRow, id, policyId)
        if (!row) throw new RefusalError(refuse('not_found'))
        const now = await tx.now(organisation.changedAt)
        const { version } = await policyOf(tx, id, now)
        return showPolicy(tx, id, row, { people, currentVersion: version, now })
      }),
  }),
]

const TriedSchema = closed({
  sendId: Type.String(),
  payerId: IdSchema('member'),
  at: MomentSchema,
  amount: AmountSchema,
  outcome: oneOf(outcomes),
  by: Type.Array(Type.String(), { description: 'The rules, limits and chains that asked.' }),
})
const CountSchema = Type.Integer({ minimum: 0 })
const TrialSchema = named('PolicyTrial', 'What a policy would have stopped.', {
  tried: CountSchema,
  stopped: CountSchema,
  byOutcome: Type.Record(Type.String(), CountSchema),
  byCause: Type.Record(Type.String(), CountSchema),
  sends: Type.Array(TriedSchema, { description: `The latest ${stoppedShownMax} of them.` }),
})

const tryRoute = route({
  method: 'POST',
  path: '/v1/organisations/{id}/policies/{policyId}/trial',
  name: 'tryPolicy',
  roles: ['administrator', 'auditor'],
  summary: 'Try a version on what was sent in the last days; moves nothing',
  tags,
  callers: ['member'],
  params: byPolicy,
  body: closed({ days: Type.Integer({ minimum: 1, maximum: trialDaysMax }) }),
  reply: TrialSchema,
  refusals: ['not_found', 'role_missing', 'policy_invalid'],
  idempotent: 'read',
  handle: ({ ctx, caller, params: { id, policyId }, body }) =>
    ctx.db.snapshot(async (tx) => {
      const { organisation, people } = await seeOrganisation(tx, id, caller)
      orThrow(decideAs(caller, ownOf(people, caller), readers))
      const row = await tx.one(readPolicyRow, id, policyId)
      if (!row) throw new RefusalError(refuse('not_found'))
      const trial = await tryDraft(tx, organisation, contentToPolicy(row.content), body.days)
      return {
        tried: trial.tried,
        stopped: trial.stopped.length,
        byOutcome: trial.byOutcome,
        byCause: trial.byCause,
        sends: trial.stopped.slice(0, stoppedShownMax).map(({ send, outcome, by }) => ({
          sendId: send.sendId,
          payerId: send.payerId,
          at: toIso(send.at),
          amount: Number(send.amount),
          outcome,
          by,
        })),
      }
    }),
})

export const policyRoutes: readonly Route[] = [...readRoutes, tryRoute]
