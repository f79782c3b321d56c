/** The money of a dispute over the API, for the service's staff: what the ledger says, before anybody says anything. */

import { Type } from 'typebox'
import { isIdOf } from '@laisee/core/ids.ts'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import { amountToJson, defaultCurrency } from '@laisee/core/money.ts'
import { stateAt } from '@laisee/core/packet.ts'
import { returnStateAt, returnStates } from '@laisee/core/return-request.ts'
import { sendKinds, sendStates } from '@laisee/core/sends-on-behalf.ts'
import { transferStateAt } from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import { lastingFreezes } from '../freezes/read.ts'
import { FreezeRecordSchema, showRecords } from '../freezes/record.schemas.ts'
import { route, type Route } from '../http/route.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  NamesSchema,
  nullable,
  oneOf,
} from '../http/schemas.ts'
import { readFrozenAmount } from '../ledger/frozen.ts'
import { readWallet } from '../ledger/ledger.ts'
import { seeAsStaff } from '../organisations/house.ts'
import { namesOf } from '../organisations/names.ts'
import { sharesOfClaimers } from '../packets/claimed-shares.ts'
import { readPacketToFreeze } from '../packets/freeze-packet.ts'
import { allRequestsOf, shareKey, sharesOf, type ReturnRow } from '../returns/read-requests.ts'
import { seeAnyTransfer } from '../transfers/read.ts'
import { DisputeParams } from './disputes.schemas.ts'
import { readDispute, type DisputeRow, type FactRow } from './read.ts'

const readers = ['dispute_agent', 'auditor'] as const

const RequestSchema = closed({
  id: IdSchema('returnRequest'),
  kind: oneOf(['asked', 'offered']),
  state: oneOf(returnStates),
  amount: AmountSchema,
  returned: BalanceSchema,
  askedAt: MomentSchema,
})

const DisputeMoneySchema = named('DisputeMoney', 'Where the money of a dispute is, by the ledger.', {
  kind: oneOf(sendKinds),
  state: oneOf(sendStates),
  total: { ...AmountSchema, description: 'What was sent in all, in fen.' },
  sentAt: MomentSchema,
  closedAt: nullable(MomentSchema),
  payerId: IdSchema('member'),
  paidFromId: Type.String({ description: 'Whose wallet paid: where a return goes.' }),
  holderId: IdSchema('member', 'Who received what is disputed.'),
  received: AmountSchema,
  receivedAt: nullable(MomentSchema),
  givenBack: BalanceSchema,
  held: { ...BalanceSchema, description: 'What of it has not been given back.' },
  wallet: closed({ balance: BalanceSchema, frozen: BalanceSchema, state: oneOf(['open', 'frozen']) }),
  requests: Type.Array(RequestSchema),
  freezes: Type.Array(FreezeRecordSchema, {
    description: 'What of the packet, and of who received, is frozen now.',
  }),
  names: NamesSchema,
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

async function packetOf(tx: Tx, id: string, memberId: string) {
  const packet = (await readPacketToFreeze(tx, id))!
  const [share] = await sharesOfClaimers(tx, [{ packetId: id, memberId }])
  const { kind, total, sentAt, closedAt, payerId, paidFromId } = packet
  const state = stateAt(packet, await tx.now(packet.changedAt))
  return { ...{ kind, state, total, sentAt, closedAt, payerId, paidFromId }, receivedAt: share?.at ?? null }
}

async function transferOf(tx: Tx, id: string) {
  const { transfer, now } = await seeAnyTransfer(tx, id)
  const { amount, sentAt, closedAt, payerId, paidFromId } = transfer
  const state = transferStateAt(transfer, now)
  const kind = 'transfer' as const
  return { ...{ kind, state, total: amount, sentAt, closedAt, payerId, paidFromId }, receivedAt: closedAt }
}

function showRequest(request: ReturnRow, now: Instant) {
  const { id, kind, amount, returned, askedAt } = request
  const sums = { amount: amountToJson(amount), returned: amountToJson(returned) }
  return { id, kind, state: returnStateAt(request, now), ...sums, askedAt: toIso(askedAt) }
}

async function walletOf(tx: Tx, memberId: string) {
  const { balance, state } = (await readWallet(tx, memberId, defaultCurrency))!
  const frozen = await readFrozenAmount(tx, memberId, defaultCurrency)
  return { balance: amountToJson(balance), frozen: amountToJson(frozen), state }
}

/** Everything of the ledger that a decision looks at. */
async function moneyOf(tx: Tx, dispute: DisputeRow, facts: readonly FactRow[], now: Instant) {
  const { sourceId, openerId, otherId, amount } = dispute
  const holderId = dispute.payerId === openerId ? otherId : openerId
  const isPacket = isIdOf('packet', sourceId)
  const source = isPacket ? await packetOf(tx, sourceId, holderId) : await transferOf(tx, sourceId)
  const pair = { sourceId, recipientId: holderId }
  const givenBack = (await sharesOf(tx, [pair])).get(shareKey(pair))?.returned ?? 0n
  const requests = (await allRequestsOf(tx, sourceId)).filter(({ recipientId }) => recipientId === holderId)
  const frozen = await lastingFreezes(tx, holderId)
  if (isPacket) frozen.push(...(await lastingFreezes(tx, sourceId)))
  const paidFromId = source.paidFromId ?? source.payerId
  const acted = facts.flatMap(({ by, toId }) => [by, toId])
  return {
    ...{ kind: source.kind, state: source.state, payerId: source.payerId, paidFromId, holderId },
    total: amountToJson(source.total),
    sentAt: toIso(source.sentAt),
    closedAt: isoOrNull(source.closedAt),
    received: amountToJson(amount),
    receivedAt: isoOrNull(source.receivedAt),
    givenBack: amountToJson(givenBack),
    held: amountToJson(amount - givenBack),
    wallet: await walletOf(tx, holderId),
    requests: requests.map((request) => showRequest(request, now)),
    freezes: [...(await showRecords(tx, frozen)).values()],
    names: await namesOf(tx, [openerId, otherId, dispute.agentId, source.payerId, paidFromId, ...acted]),
  }
}

export const disputeMoneyRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/disputes/{id}/money',
    name: 'readDisputeMoney',
    roles: readers,
    summary:
      'The money of a dispute, by the ledger: what was received, given back and frozen, and what is there',
    tags: ['disputes'],
    callers: ['operator:disputes:read', 'member'],
    params: DisputeParams,
    reply: DisputeMoneySchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        await seeAsStaff(tx, caller, readers)
        const { dispute, facts, now } = await readDispute(tx, params.id)
        return moneyOf(tx, dispute, facts, now)
      }),
  }),
]
