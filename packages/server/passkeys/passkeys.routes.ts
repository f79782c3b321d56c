/** Passkeys over the API: added, named and removed by their member; recovery codes; and the operator's way out. */

import { Type } from 'typebox'
import { actorName } from '@laisee/core/actor.ts'
import { toIso } from '@laisee/core/instant.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named, NoContent, nullable } from '../http/schemas.ts'
import { addPasskey, startPasskey } from './add-passkey.ts'
import { makeRecoveryCodes, removePasskey, renamePasskey, resetPasskeys } from './change-passkeys.ts'
import {
  AttestationSchema,
  CodesSchema,
  givenOf,
  oneStepUpAtATime,
  passkeyJson,
  PasskeyNameSchema,
  PasskeySchema,
  stepUpField,
} from './passkeys.schemas.ts'
import { readPasskeys } from './passkeys.sql.ts'
import { proofRefusals } from './prove-step-up.ts'
import { codesLeft } from './recovery-codes.ts'
import { CreationOptionsSchema, creationOptions } from './webauthn.schemas.ts'

const tags = ['passkeys']
const PasskeyParams = closed({ id: IdSchema('passkey') })

const listRoute = route({
  method: 'GET',
  path: '/v1/me/passkeys',
  name: 'listPasskeys',
  summary: "One's passkeys and security keys, oldest first",
  tags,
  callers: ['member'],
  reply: named('Passkeys', 'The passkeys of a member.', {
    items: Type.Array(PasskeySchema),
    recoveryCodesLeft: Type.Integer({ minimum: 0 }),
  }),
  refusals: [],
  idempotent: 'read',
  handle: ({ ctx, caller }) =>
    ctx.db.snapshot(async (tx) => ({
      items: (await tx.run(readPasskeys, caller.memberId)).map(passkeyJson),
      recoveryCodesLeft: await codesLeft(tx, caller.memberId),
    })),
})

const startRoute = route({
  method: 'POST',
  path: '/v1/me/passkeys/options',
  name: 'startPasskey',
  summary: 'Ask for what a new passkey is made with',
  description: 'The first needs nothing. Every further one needs a step-up with one that is there.',
  tags,
  callers: ['member'],
  body: closed(stepUpField),
  reply: named('StartedPasskey', 'What a new passkey is made with, and until when.', {
    options: CreationOptionsSchema,
    expiresAt: MomentSchema,
  }),
  status: 201,
  before: oneStepUpAtATime,
  refusals: ['not_found', 'passkeys_max', ...proofRefusals],
  ownLimit: 'stepUps',
  async handle({ tx, ctx, caller, body }) {
    const started = await startPasskey(tx, caller.memberId, givenOf(body.stepUp, ctx.site))
    return { options: creationOptions(ctx.site, started), expiresAt: toIso(started.expiresAt) }
  },
})

const addRoute = route({
  method: 'POST',
  path: '/v1/me/passkeys',
  name: 'addPasskey',
  summary: 'Keep a new passkey',
  description: 'The first comes with recovery codes, which are shown once.',
  tags,
  callers: ['member'],
  body: closed({ name: PasskeyNameSchema, credential: AttestationSchema }),
  reply: named('AddedPasskey', 'A new passkey.', {
    passkey: PasskeySchema,
    recoveryCodes: nullable(CodesSchema),
  }),
  status: 201,
  refusals: ['not_found', 'passkeys_max', 'passkey_invalid', 'passkey_taken', 'step_up_needed'],
  showsSecret: true,
  async handle({ tx, ctx, caller, body: { name, credential } }) {
    const ask = { memberId: caller.memberId, name, attestation: credential, site: ctx.site }
    const { passkey, recoveryCodes } = await addPasskey(tx, ask)
    return { passkey: passkeyJson(passkey), recoveryCodes }
  },
})

const renameRoute = route({
  method: 'PATCH',
  path: '/v1/me/passkeys/{id}',
  name: 'renamePasskey',
  summary: 'Call a passkey something else',
  tags,
  callers: ['member'],
  params: PasskeyParams,
  body: closed({ name: PasskeyNameSchema }),
  reply: PasskeySchema,
  refusals: ['not_found'],
  handle: async ({ tx, caller: { memberId }, params, body: { name } }) =>
    passkeyJson(await renamePasskey(tx, { memberId, passkeyId: params.id, name })),
})

const removeRoute = route({
  method: 'POST',
  path: '/v1/me/passkeys/{id}/remove',
  name: 'removePasskey',
  summary: 'Remove a passkey',
  description:
    'By a step-up with any of one’s passkeys, or by a recovery code. With the last one go the recovery codes and the sum from which sends ask for it.',
  tags,
  callers: ['member'],
  params: PasskeyParams,
  body: closed(stepUpField),
  reply: NoContent,
  status: 204,
  before: oneStepUpAtATime,
  refusals: ['not_found', ...proofRefusals],
  async handle({ tx, ctx, caller: { memberId }, params, body }) {
    await removePasskey(tx, { memberId, passkeyId: params.id, given: givenOf(body.stepUp, ctx.site) })
    return null
  },
})

const codesRoute = route({
  method: 'POST',
  path: '/v1/me/recovery-codes',
  name: 'makeRecoveryCodes',
  summary: 'Make new recovery codes',
  description: 'Each stands for a passkey once. The set before is void.',
  tags,
  callers: ['member'],
  body: closed(stepUpField),
  reply: named('RecoveryCodes', 'A new set of recovery codes.', { recoveryCodes: CodesSchema }),
  status: 201,
  before: oneStepUpAtATime,
  refusals: ['not_found', 'passkey_missing', ...proofRefusals],
  showsSecret: true,
  async handle({ tx, ctx, caller: { memberId }, body }) {
    const given = givenOf(body.stepUp, ctx.site)
    return { recoveryCodes: await makeRecoveryCodes(tx, { memberId, given }) }
  },
})

const resetRoute = route({
  method: 'DELETE',
  path: '/v1/members/{id}/passkeys',
  name: 'resetPasskeys',
  summary: 'Remove all passkeys of a member who has lost them',
  description:
    'Their recovery codes and the sum from which their sends ask for a passkey go with them. Make sure who asks: the member is told.',
  tags,
  callers: ['operator:members:write'],
  params: closed({ id: IdSchema('member') }),
  reply: NoContent,
  status: 204,
  refusals: ['not_found'],
  async handle({ tx, caller, params }) {
    await resetPasskeys(tx, { memberId: params.id, by: actorName(caller) })
    return null
  },
})

export const passkeyRoutes: readonly Route[] = [
  listRoute,
  startRoute,
  addRoute,
  renameRoute,
  removeRoute,
  codesRoute,
  resetRoute,
]
