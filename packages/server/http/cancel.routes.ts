/**
 * Taking a request back by its idempotency key, for a sender who never saw the answer. A request that has not come
 * leaves a tombstone: when it comes late, it is refused.
 */

import { Type } from 'typebox'
import { isIdOf, type IdKind } from '@laisee/core/ids.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { cancelSources } from '../cancel.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { fieldRefusal } from './errors.ts'
import { plantTombstone, readKept, type KeptRow } from './idempotency.sql.ts'
import { recallRightRefusals } from '../policies/recall-right.ts'
import { route, type Route } from './route.ts'
import { BalanceSchema, closed, nullable, oneOf, OutsideIdSchema } from './schemas.ts'

interface CancelReply {
  outcome: 'never_arrived' | 'undone' | 'recalled' | 'was_refused'
  sourceId: string | null
  returned: number | null
  refusal: string | null
}

const nothing = { sourceId: null, returned: null, refusal: null }

async function cancel(tx: Tx, ctx: Context, memberId: string, key: string): Promise<CancelReply> {
  if (await tx.one(plantTombstone, memberId, key)) return { outcome: 'never_arrived', ...nothing }
  const kept = await tx.one(readKept, memberId, key)
  if (!kept) throw new RefusalError(refuse('unavailable'))
  if (kept.state === 'tombstone') return { outcome: 'never_arrived', ...nothing }
  if (kept.sourceId === null) return answeredWithoutSource(kept)
  const sourceId = kept.sourceId
  const kind = (Object.keys(cancelSources) as IdKind[]).find((name) => isIdOf(name, sourceId))
  if (kind === undefined) throw new RefusalError(refuse('not_cancelable', { sourceId }))
  const { outcome, returned } = await cancelSources[kind]!(tx, ctx, { memberId, sourceId })
  return { outcome, sourceId, returned: amountToJson(returned), refusal: null }
}

function answeredWithoutSource({ status, body }: KeptRow): CancelReply {
  if (status === null || status < 400) throw new RefusalError(refuse('not_cancelable'))
  const { code } = JSON.parse(body!) as { code: string }
  return { outcome: 'was_refused', ...nothing, refusal: code }
}

export const cancelRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/cancel',
    name: 'cancelRequest',
    summary: 'Take back a request whose answer was never seen',
    description: [
      'By the idempotency key the request was sent under: a request that has not arrived will be refused as',
      '`canceled_before_arrival` when it does; a packet or transfer that was sent is undone, or recalled for what nobody',
      'has claimed; one that was refused says so.',
    ].join('\n'),
    tags: ['service'],
    callers: ['member'],
    body: closed({
      idempotencyKey: OutsideIdSchema(255, 'The `Idempotency-Key` of the request to take back.'),
    }),
    reply: closed({
      outcome: oneOf(['never_arrived', 'undone', 'recalled', 'was_refused']),
      sourceId: nullable(Type.String({ description: 'What the request had made.' })),
      returned: nullable(BalanceSchema),
      refusal: nullable(Type.String({ description: 'The code the request had been refused with.' })),
    }),
    refusals: [
      'not_found',
      'already_rejected',
      'already_undone',
      'already_recalled',
      'already_declined',
      'already_expired',
      'already_claimed_out',
      'already_arrived',
      'already_returned',
      'not_recallable',
      'packet_frozen',
      ...recallRightRefusals,
      'not_cancelable',
    ],
    async handle({ tx, ctx, caller, body, idempotencyKey }) {
      if (body.idempotencyKey === idempotencyKey) {
        throw new RefusalError(
          fieldRefusal([{ field: 'idempotencyKey', message: 'must not be the key of this request' }]),
        )
      }
      return cancel(tx, ctx, caller.memberId, body.idempotencyKey)
    },
  }),
]
