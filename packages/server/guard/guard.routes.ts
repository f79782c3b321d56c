/** The guard over the API: a send looked at before it is sent, and the verdict on one that was. */

import { officeRefusals } from '../approvals/office.ts'
import { spendingRefusals } from '../limits/gather-spending.ts'
import { route, type Route } from '../http/route.ts'
import { PacketParams, SendPacketBody } from '../packets/packets.schemas.ts'
import { sendAskOf } from '../packets/send-ask.schemas.ts'
import { sendPacket } from '../packets/send.ts'
import { sendTransfer } from '../transfers/send.ts'
import { SendTransferBody, TransferParams, transferAskOf } from '../transfers/transfers.schemas.ts'
import { previewAskOf } from './guard-fields.schemas.ts'
import { previewJson, PreviewSchema, verdictJson, VerdictSchema } from './guard.schemas.ts'
import { previewSend } from './preview.ts'
import { seeVerdict } from './read-verdict.ts'

const tags = ['guard']
const looked =
  'The same body as the send. It moves nothing and is not remembered; what the send would be refused for before its step-up is refused here as well.'

const previewPacketRoute = route({
  method: 'POST',
  path: '/v1/packets/preview',
  name: 'previewPacket',
  summary: 'What the guard says of a red packet before it is sent',
  description: looked,
  tags,
  callers: ['member'],
  body: SendPacketBody,
  reply: PreviewSchema,
  idempotent: 'read',
  refusals: [
    'not_found',
    'member_unknown',
    'group_unknown',
    'self_not_allowed',
    'recipient_blocked',
    'not_a_group_member',
    'count_not_one',
    'count_above_max',
    'count_above_recipients',
    'total_below_min',
    'total_not_divisible',
    'total_above_max',
    'expiry_out_of_bounds',
    'not_before_after_expiry',
    ...officeRefusals,
    ...spendingRefusals,
    'wallet_frozen',
    'balance_too_low',
    'giver_cannot_pay',
  ],
  async handle({ ctx, caller, body }) {
    const ask = { ...sendAskOf(body, caller.memberId), guard: previewAskOf(body, ctx.guard) }
    return previewJson(await previewSend(ctx.db, caller.memberId, (tx) => sendPacket(tx, ctx.secrets, ask)))
  },
})

const previewTransferRoute = route({
  method: 'POST',
  path: '/v1/transfers/preview',
  name: 'previewTransfer',
  summary: 'What the guard says of a transfer before it is sent',
  description: looked,
  tags,
  callers: ['member'],
  body: SendTransferBody,
  reply: PreviewSchema,
  idempotent: 'read',
  refusals: [
    'not_found',
    'member_unknown',
    'self_not_allowed',
    'recipient_blocked',
    'amount_above_max',
    'delay_out_of_bounds',
    ...officeRefusals,
    ...spendingRefusals,
    'wallet_frozen',
    'balance_too_low',
    'giver_cannot_pay',
  ],
  async handle({ ctx, caller, body }) {
    const ask = { ...transferAskOf(body, caller.memberId), guard: previewAskOf(body, ctx.guard) }
    return previewJson(await previewSend(ctx.db, caller.memberId, (tx) => sendTransfer(tx, ask)))
  },
})

const packetVerdictRoute = route({
  method: 'GET',
  path: '/v1/packets/{id}/verdict',
  name: 'readPacketVerdict',
  summary: 'What the guard said of a packet when it was sent, for its payer and the operator',
  tags,
  callers: ['member', 'operator:packets:read'],
  params: PacketParams,
  reply: VerdictSchema,
  refusals: ['not_found'],
  handle({ ctx, caller, params }) {
    const memberId = caller.kind === 'member' ? caller.memberId : null
    return ctx.db.snapshot(async (tx) => verdictJson(await seeVerdict(tx, params.id, memberId)))
  },
})

const transferVerdictRoute = route({
  method: 'GET',
  path: '/v1/transfers/{id}/verdict',
  name: 'readTransferVerdict',
  summary: 'What the guard said of a transfer when it was sent, for its payer and the operator',
  tags,
  callers: ['member', 'operator:transfers:read'],
  params: TransferParams,
  reply: VerdictSchema,
  refusals: ['not_found'],
  handle({ ctx, caller, params }) {
    const memberId = caller.kind === 'member' ? caller.memberId : null
    return ctx.db.snapshot(async (tx) => verdictJson(await seeVerdict(tx, params.id, memberId)))
  },
})

export const guardRoutes: readonly Route[] = [
  previewPacketRoute,
  previewTransferRoute,
  packetVerdictRoute,
  transferVerdictRoute,
]
