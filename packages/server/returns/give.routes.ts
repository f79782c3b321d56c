/** Giving back over the API, asked or not. */

import type { RefusalCode } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { returnClaim } from './return-claim.ts'
import { PacketSourceParams, ReturnBody, TransferSourceParams } from './returns.schemas.ts'
import { ReturnRequestSchema, showRequest } from './show-request.schemas.ts'

const tags = ['returns']

const giveRefusals: RefusalCode[] = [
  'not_found',
  'self_not_allowed',
  'nothing_to_return',
  'already_given_back',
  'return_above_left',
  'instalments_agreed',
  'payer_forgotten',
  'wallet_frozen',
  'balance_too_low',
]

const giveDescription = [
  'The money goes back to the account it came from, whoever calls; no other can be named. It answers the open request, if',
  'there is one; otherwise it stands as one that nobody had asked (`kind` is `offered`).',
].join('\n')

async function given(tx: Tx, sourceId: string, memberId: string, amount: number | undefined) {
  const sum = amount === undefined ? null : BigInt(amount)
  const { request } = await returnClaim(tx, { sourceId, memberId, amount: sum })
  return showRequest(tx, request, memberId)
}

export const giveReturnRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/packets/{id}/return',
    name: 'returnPacketShare',
    summary: 'Give back one’s share of a packet, whole or in part, asked or not',
    description: giveDescription,
    tags,
    callers: ['member'],
    params: PacketSourceParams,
    body: ReturnBody,
    reply: ReturnRequestSchema,
    status: 201,
    refusals: giveRefusals,
    handle: ({ tx, caller, params, body }) => given(tx, params.id, caller.memberId, body.amount),
  }),
  route({
    method: 'POST',
    path: '/v1/transfers/{id}/return',
    name: 'returnTransferMoney',
    summary: 'Give back a transfer that has arrived, whole or in part, asked or not',
    description: giveDescription,
    tags,
    callers: ['member'],
    params: TransferSourceParams,
    body: ReturnBody,
    reply: ReturnRequestSchema,
    status: 201,
    refusals: giveRefusals.filter((code) => code !== 'self_not_allowed'),
    handle: ({ tx, caller, params, body }) => given(tx, params.id, caller.memberId, body.amount),
  }),
]
