/** What an organisation's policy lets its sender send now: told before an amount is typed. */

import { Type } from 'typebox'
import { limitKinds } from '@laisee/core/limits.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { decideAs } from '@laisee/core/organisation.ts'
import { organisationLayers, standingLimits } from '@laisee/core/policy-limits.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { periodsAt } from '@laisee/core/wall-day.ts'
import { route, type Route } from '../http/route.ts'
import { BalanceSchema, closed, IdSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { seeOrganisation } from '../organisations/standing.ts'
import { countedOnBehalf } from './count-send.ts'
import { policyOf } from './read-policy.ts'

const StandingSchema = named('SendingLimits', 'What an organisation’s policy lets a sender send now.', {
  policyVersion: Type.Integer({ minimum: 0 }),
  limits: Type.Array(
    closed({
      kind: oneOf(limitKinds),
      max: BalanceSchema,
      left: BalanceSchema,
      layer: oneOf(organisationLayers, 'Each sender, those in a role, or everybody together.'),
    }),
    { description: 'Of each kind the limit that leaves least; a kind without one is left out.' },
  ),
  stepUpFrom: nullable(BalanceSchema),
})

export const myLimitRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/organisations/{id}/my-limits',
    name: 'readMySendingLimits',
    roles: ['sender'],
    summary: 'What one may still send on behalf of an organisation, by its policy',
    tags: ['policies'],
    callers: ['member'],
    params: closed({ id: IdSchema('organisation') }),
    reply: StandingSchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id: organisationId } }) =>
      ctx.db.snapshot(async (tx) => {
        const { organisation, people } = await seeOrganisation(tx, organisationId, caller)
        const { memberId: payerId } = caller
        const own = people.get(payerId)
        orThrow(decideAs(caller, own, ['sender']))
        const now = await tx.now(organisation.changedAt)
        const { version, policy } = await policyOf(tx, organisationId, now)
        const { totalLimits, stepUpFrom } = policy
        const periods = periodsAt(organisation.timeZone, now)
        const counted = await countedOnBehalf(tx, { organisationId, payerId, totalLimits }, periods)
        const limits = standingLimits(policy, { roles: own?.roles ?? [], ...counted })
        return {
          policyVersion: version,
          limits: limits.map(({ kind, max, left, layer }) => ({
            kind,
            max: amountToJson(max),
            left: amountToJson(left),
            layer,
          })),
          stepUpFrom: stepUpFrom === null ? null : amountToJson(stepUpFrom),
        }
      }),
  }),
]
