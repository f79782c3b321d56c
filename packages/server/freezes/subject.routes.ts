/** What staff are about to freeze, over the API: whose it is, what is there, and what of it is frozen already. */

import { Type } from 'typebox'
import { isIdOf } from '@laisee/core/ids.ts'
import { toIso } from '@laisee/core/instant.ts'
import { amountToJson, defaultCurrency } from '@laisee/core/money.ts'
import { packetKinds, packetStates, stateAt } from '@laisee/core/packet.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { BalanceSchema, closed, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { readFrozenAmount } from '../ledger/frozen.ts'
import { readWallet } from '../ledger/ledger.ts'
import { seeAsStaff } from '../organisations/house.ts'
import { namesOf } from '../organisations/names.ts'
import { readPacketToFreeze } from '../packets/freeze-packet.ts'
import { SubjectIdSchema } from './freezes.schemas.ts'
import { lastingFreezes } from './read.ts'
import { FreezeRecordSchema, showRecords } from './record.schemas.ts'

const FreezeSubjectSchema = named(
  'FreezeSubject',
  'A packet or a wallet, as staff see it before they freeze.',
  {
    id: SubjectIdSchema,
    ownerId: Type.String(),
    ownerName: Type.String(),
    wallet: nullable(
      closed({ balance: BalanceSchema, frozen: BalanceSchema, state: oneOf(['open', 'frozen']) }),
    ),
    packet: nullable(
      closed({
        kind: oneOf(packetKinds),
        state: oneOf(packetStates),
        total: BalanceSchema,
        claimed: BalanceSchema,
        left: { ...BalanceSchema, description: 'What a freeze would keep where it is.' },
        expireAt: MomentSchema,
      }),
    ),
    freezes: Type.Array(FreezeRecordSchema, { description: 'What of it is frozen now.' }),
  },
)

async function walletOf(tx: Tx, ownerId: string) {
  const wallet = await readWallet(tx, ownerId, defaultCurrency)
  if (!wallet) throw new RefusalError(refuse('not_found'))
  const frozen = await readFrozenAmount(tx, ownerId, defaultCurrency)
  const { balance, state } = wallet
  return { balance: amountToJson(balance), frozen: amountToJson(frozen), state }
}

async function packetOf(tx: Tx, id: string) {
  const packet = await readPacketToFreeze(tx, id)
  if (!packet) throw new RefusalError(refuse('not_found'))
  const { payerId, kind, total, claimedAmount, returnedAmount, expireAt } = packet
  const state = stateAt(packet, await tx.now(packet.changedAt))
  return {
    payerId,
    shown: {
      kind,
      state,
      total: amountToJson(total),
      claimed: amountToJson(claimedAmount),
      left: amountToJson(total - claimedAmount - returnedAmount),
      expireAt: toIso(expireAt),
    },
  }
}

async function subjectOf(tx: Tx, id: string) {
  const packet = isIdOf('packet', id) ? await packetOf(tx, id) : null
  const ownerId = packet?.payerId ?? id
  const names = await namesOf(tx, [ownerId])
  const wallet = packet ? null : await walletOf(tx, ownerId)
  const shown = await showRecords(tx, await lastingFreezes(tx, id))
  return {
    id,
    ownerId,
    ownerName: names[ownerId] ?? ownerId,
    wallet,
    packet: packet?.shown ?? null,
    freezes: [...shown.values()],
  }
}

export const freezeSubjectRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/freeze-subjects/{id}',
    name: 'readFreezeSubject',
    roles: ['dispute_agent'],
    summary: 'What is about to be frozen: whose it is, and what is there',
    tags: ['freezes'],
    callers: ['operator:freezes:read', 'member'],
    params: closed({ id: SubjectIdSchema }),
    reply: FreezeSubjectSchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        await seeAsStaff(tx, caller, ['dispute_agent'])
        return subjectOf(tx, params.id)
      }),
  }),
]
