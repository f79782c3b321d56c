/** The log over the API: signed checkpoints, proofs between them, and receipts of what happened to a packet or transfer. */

import { Type } from 'typebox'
import { writeBase64 } from '@laisee/core/log/base64.ts'
import { consistencyPath } from '@laisee/core/log/merkle.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { route, type Route } from '../http/route.ts'
import { closed, MomentSchema, named, nullable } from '../http/schemas.ts'
import { checkpointsAbove, lastCheckpoint, logKeysOf } from './checkpoint.ts'
import { receiptsOf } from './receipts.ts'
import { nodesFor } from './tiles.ts'

const SizeSchema = (description: string) => Type.Integer({ minimum: 0, maximum: 2 ** 53 - 1, description })

const CheckpointSchema = named('LogCheckpoint', 'The log at some size, signed.', {
  size: SizeSchema('Leaves.'),
  note: Type.String({ description: 'A signed note with origin, size and root (C2SP tlog-checkpoint).' }),
})

const checkpointsMax = 100

const lastRoute = route({
  method: 'GET',
  path: '/v1/log/checkpoint',
  name: 'readLogCheckpoint',
  summary: 'The log as it stands, signed',
  description:
    'Keep it: whoever has an old checkpoint can prove by `GET /v1/log/consistency` that nothing before it was changed.',
  tags: ['log'],
  callers: ['public'],
  reply: named('LogHead', 'The newest checkpoint, and the keys it is checked with.', {
    checkpoint: CheckpointSchema,
    keys: Type.Array(Type.String(), {
      description: 'The keys of the log, newest first, each as `name+id+base64` (C2SP signed-note).',
    }),
  }),
  refusals: [],
  handle: ({ ctx }) =>
    ctx.db.snapshot(async (tx) => ({
      checkpoint: await lastCheckpoint(tx, ctx.secrets),
      keys: await logKeysOf(tx, ctx.secrets),
    })),
})

const listRoute = route({
  method: 'GET',
  path: '/v1/log/checkpoints',
  name: 'listLogCheckpoints',
  summary: 'Checkpoints above a size, the smaller first',
  tags: ['log'],
  callers: ['public'],
  query: closed({ above: Type.Optional(SizeSchema('Leaves; 0 where it is not said.')) }),
  reply: closed({ items: Type.Array(CheckpointSchema, { maxItems: checkpointsMax }) }),
  refusals: [],
  handle: ({ ctx, query }) =>
    ctx.db.snapshot(async (tx) => ({
      items: await checkpointsAbove(tx, ctx.secrets, query.above ?? 0, checkpointsMax),
    })),
})

const consistencyRoute = route({
  method: 'GET',
  path: '/v1/log/consistency',
  name: 'proveLogConsistency',
  summary: 'The proof that one tree is the beginning of a later one',
  description: 'As RFC 6962, 2.1.2 has it. Neither size may be above that of the newest checkpoint.',
  tags: ['log'],
  callers: ['public'],
  query: closed({
    from: SizeSchema('Leaves of the earlier tree.'),
    to: SizeSchema('Leaves of the later tree.'),
  }),
  reply: named('LogConsistency', 'The hashes of the proof, in base64.', {
    from: SizeSchema('As asked.'),
    to: SizeSchema('As asked.'),
    path: Type.Array(Type.String()),
  }),
  refusals: [],
  handle: ({ ctx, query: { from, to } }) =>
    ctx.db.snapshot(async (tx) => {
      const { size } = await lastCheckpoint(tx, ctx.secrets)
      if (from > to) throw outside('from', 'must not be above to')
      if (to > size) throw outside('to', `must not be above ${size}, the leaves of the newest checkpoint`)
      const read = await nodesFor(tx, (node) => void consistencyPath(from, to, node))
      return { from, to, path: consistencyPath(from, to, read).map(writeBase64) }
    }),
})

const receiptsRoute = route({
  method: 'GET',
  path: '/v1/log/receipts',
  name: 'listLogReceipts',
  summary: 'Receipts of a packet or transfer, to be checked without this service',
  description: [
    'Each is a `.tlog-proof` file (C2SP): the event with your own line of it, its place in the log, and a signed',
    'checkpoint. `laisee verify` checks one with a key from `GET /v1/log/checkpoint`. What happened in the last second',
    'may not be in the log yet.',
  ].join('\n'),
  tags: ['log'],
  callers: ['member', 'operator:events:read'],
  query: closed({
    sourceId: Type.String({ minLength: 1, maxLength: 100, description: 'A packet’s or transfer’s id.' }),
  }),
  reply: closed({
    items: Type.Array(
      named('LogReceipt', 'One event as the log has it.', {
        index: SizeSchema('Its place in the log, from 0.'),
        seq: Type.Integer({ minimum: 1 }),
        kind: Type.String(),
        at: MomentSchema,
        receipt: nullable(
          Type.String({
            description: 'The file’s text; null where the event was forgotten or altered since.',
          }),
        ),
      }),
    ),
  }),
  refusals: ['not_found'],
  handle: ({ ctx, caller, query: { sourceId } }) =>
    ctx.db.snapshot(async (tx) => {
      const memberId = caller.kind === 'member' ? caller.memberId : null
      return { items: await receiptsOf(tx, ctx.secrets, memberId, sourceId) }
    }),
})

function outside(field: string, message: string): RefusalError {
  return new RefusalError(refuse('invalid_request', { errors: [{ field, message }] }))
}

export const logRoutes: readonly Route[] = [lastRoute, listRoute, consistencyRoute, receiptsRoute]
