/** A member's own care over the API: which of their sends wait before they go out. */

import { Type, type Static } from 'typebox'
import { holdMaxS, holdMinS, type CareSettings } from '@laisee/core/care.ts'
import { relations } from '@laisee/core/contact.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { AmountSchema, closed, named, nullable, oneOf } from '../http/schemas.ts'
import { route, type Route } from '../http/route.ts'
import { readCare, setCare } from './care.ts'

const fields = {
  holdFrom: nullable(AmountSchema),
  holdRelations: Type.Array(oneOf(relations), {
    uniqueItems: true,
    description: 'Sends to a contact kept as one of these wait.',
  }),
  holdS: Type.Integer({
    minimum: holdMinS,
    maximum: holdMaxS,
    description: 'How long they wait, in seconds.',
  }),
}

const CareSchema = named(
  'Care',
  'Which of one’s own sends wait before they go out: from `holdFrom` fen on, and to some relations.',
  fields,
)

function careJson({ holdFrom, holdRelations, holdS }: CareSettings): Static<typeof CareSchema> {
  return {
    holdFrom: holdFrom === null ? null : amountToJson(holdFrom),
    holdRelations: [...holdRelations],
    holdS,
  }
}

export const careRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/me/care',
    name: 'getMyCare',
    summary: 'Which of one’s own sends wait before they go out',
    tags: ['members'],
    callers: ['member'],
    reply: CareSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller }) => ctx.db.snapshot(async (tx) => careJson(await readCare(tx, caller.memberId))),
  }),
  route({
    method: 'PUT',
    path: '/v1/me/care',
    name: 'setMyCare',
    summary: 'Set which of one’s own sends wait before they go out; holds from the next send on',
    tags: ['members'],
    callers: ['member'],
    body: closed(fields),
    reply: CareSchema,
    refusals: ['not_found'],
    handle: async ({ tx, caller, body }) => {
      const holdFrom = body.holdFrom === null ? null : BigInt(body.holdFrom)
      return careJson(await setCare(tx, caller.memberId, { ...body, holdFrom }))
    },
  }),
]
