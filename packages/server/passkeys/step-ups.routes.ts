/** Step-ups over the API: what a passkey is to sign, and from which sum on one's own sends ask for it. */

import { Type, type Static } from 'typebox'
import { refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { signedPacket, signedTransfer, stepUpPolicy, type Signed } from '@laisee/core/step-up.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { AmountSchema, closed, IdSchema, MomentSchema, named, nullable } from '../http/schemas.ts'
import { SendPacketBody } from '../packets/packets.schemas.ts'
import { sendAskOf } from '../packets/send-ask.schemas.ts'
import { ladderAskOf, SendLadderBody } from '../transfers/ladders.schemas.ts'
import { SendTransferBody } from '../transfers/transfers.schemas.ts'
import { limitsOf } from '../limits/read-limits.ts'
import { readMember } from '../people/members.ts'
import { setStepUp } from './change-passkeys.ts'
import { givenOf, oneStepUpAtATime, stepUpField } from './passkeys.schemas.ts'
import { readStepUpSetting } from './passkeys.sql.ts'
import { proofRefusals } from './prove-step-up.ts'
import { startStepUp } from './start-step-up.ts'
import { RequestOptionsSchema, requestOptions } from './webauthn.schemas.ts'

const tags = ['passkeys']

const StartBody = closed({
  packet: Type.Optional(SendPacketBody),
  transfer: Type.Optional(SendTransferBody),
  ladder: Type.Optional(SendLadderBody),
  addPasskey: Type.Optional(Type.Literal(true, { description: 'A further passkey.' })),
  removePasskey: Type.Optional(closed({ id: IdSchema('passkey') })),
  makeRecoveryCodes: Type.Optional(Type.Literal(true)),
  setStepUp: Type.Optional(closed({ fromAmount: nullable(AmountSchema) })),
})

/** What is signed, from the one field that says it. A transfer's delay is its payer's own where it is not said, as it is when it is sent. */
async function signedOf(tx: Tx, body: Static<typeof StartBody>, memberId: string): Promise<Signed> {
  const { packet, transfer, ladder, removePasskey, makeRecoveryCodes, setStepUp: set } = body
  if (Object.keys(body).length !== 1)
    throw new RefusalError(refuseField('body', 'must say exactly one thing that is to be signed'))
  if (packet) return signedPacket(sendAskOf(packet, memberId))
  if (transfer) {
    const delayS = transfer.delayS ?? (await readMember(tx, memberId))?.transferDelayS ?? 0
    return signedTransfer({ ...transfer, payerId: memberId, amount: BigInt(transfer.amount), delayS })
  }
  if (ladder) return signedTransfer({ ...ladderAskOf(ladder, memberId), delayS: 0 })
  if (removePasskey) return { memberId, change: 'remove_passkey', passkeyId: removePasskey.id }
  if (set) return { memberId, change: 'set_step_up', fromAmount: amountOf(set.fromAmount) }
  return { memberId, change: makeRecoveryCodes ? 'make_recovery_codes' : 'add_passkey' }
}

const amountOf = (amount: number | null) => (amount === null ? null : BigInt(amount))

const startRoute = route({
  method: 'POST',
  path: '/v1/step-ups',
  name: 'startStepUp',
  summary: 'Ask for what a passkey is to sign',
  description: [
    'The body is the send, as it will be sent, or the change of a setting. The challenge is a hash of it: signed for',
    'one payee, one amount and one number of shares, it is worthless for any other. It moves nothing, and is good once,',
    'for five minutes.',
  ].join(' '),
  tags,
  callers: ['member'],
  body: StartBody,
  reply: named('StartedStepUp', 'What a passkey is to sign, and until when.', {
    options: RequestOptionsSchema,
    expiresAt: MomentSchema,
  }),
  status: 201,
  refusals: ['passkey_missing'],
  ownLimit: 'stepUps',
  async handle({ tx, ctx, caller, body }) {
    const started = await startStepUp(tx, caller.memberId, await signedOf(tx, body, caller.memberId))
    return { options: requestOptions(ctx.site, started), expiresAt: toIso(started.expiresAt) }
  },
})

const StepUpSchema = named('StepUp', 'When one’s own sends ask for a passkey.', {
  fromAmount: nullable(AmountSchema),
  byAge: nullable(
    Type.Integer({
      minimum: 1,
      description: 'From which sum on it is asked for because of the member’s age, whatever they set.',
    }),
  ),
})

async function stepUpReply(tx: Tx, memberId: string): Promise<Static<typeof StepUpSchema>> {
  const own = await tx.one(readStepUpSetting, memberId)
  const byAge = stepUpPolicy.from[(await limitsOf(tx, memberId)).band]
  return {
    fromAmount: own ? amountToJson(own.fromAmount) : null,
    byAge: byAge === null ? null : amountToJson(byAge),
  }
}

const readRoute = route({
  method: 'GET',
  path: '/v1/me/step-up',
  name: 'getStepUp',
  summary: "From which sum on one's own sends ask for a passkey",
  tags,
  callers: ['member'],
  reply: StepUpSchema,
  refusals: ['not_found'],
  idempotent: 'read',
  handle: ({ ctx, caller }) => ctx.db.snapshot((tx) => stepUpReply(tx, caller.memberId)),
})

const setRoute = route({
  method: 'PUT',
  path: '/v1/me/step-up',
  name: 'setStepUp',
  summary: "Set from which sum on one's own sends ask for a passkey",
  description: 'A higher sum, or none, protects less, and so asks for a passkey itself.',
  tags,
  callers: ['member'],
  body: closed({ fromAmount: nullable(AmountSchema), ...stepUpField }),
  reply: StepUpSchema,
  before: oneStepUpAtATime,
  refusals: ['not_found', 'passkey_missing', ...proofRefusals],
  async handle({ tx, ctx, caller: { memberId }, body }) {
    const given = givenOf(body.stepUp, ctx.site)
    await setStepUp(tx, { memberId, fromAmount: amountOf(body.fromAmount), given })
    return stepUpReply(tx, memberId)
  },
})

export const stepUpRoutes: readonly Route[] = [startRoute, readRoute, setRoute]
