/** What goes in and comes out of the routes of split plans. */

import { Type, type Static } from 'typebox'
import { refuseField } from '@laisee/core/field.ts'
import { toIso } from '@laisee/core/instant.ts'
import { amountToJson } from '@laisee/core/money.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { planOverAt, planPartsMax, type PlanAsk } from '@laisee/core/split-plan.ts'
import { guardFields } from '../guard/guard-fields.schemas.ts'
import {
  AmountSchema,
  closed,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import { stepUpField } from '../passkeys/passkeys.schemas.ts'
import { transferJson, TransferSchema } from '../transfers/transfers.schemas.ts'
import type { SeenPlan } from './read-plans.ts'

const noteLengthMax = 200

const numbers = Array.from({ length: planPartsMax }, (_, place) => String(place + 1))

export const PlanParams = closed({ id: IdSchema('plan') })
export const PartParams = closed({
  id: IdSchema('plan'),
  no: oneOf(numbers, 'Which part, from 1.'),
})

export const MakePlanBody = closed({
  payeeId: IdSchema('member'),
  total: AmountSchema,
  parts: Type.Optional(
    Type.Array(AmountSchema, { maxItems: 100, description: 'What each part is, in order: 2 to 20 of them.' }),
  ),
  count: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, description: 'In its place, how many equal parts: 2 to 20.' }),
  ),
  note: Type.Optional(TextSchema(noteLengthMax)),
})

export const SendPartBody = closed({ ...stepUpField, ...guardFields })

const PartSchema = named('SplitPart', 'One part of a split plan.', {
  no: Type.Integer({ minimum: 1 }),
  amount: AmountSchema,
  transfer: nullable(TransferSchema),
})

export const PlanSchema = named('SplitPlan', 'A sum for one person, sent in parts.', {
  id: IdSchema('plan'),
  payeeId: IdSchema('member'),
  total: AmountSchema,
  note: Type.String(),
  parts: Type.Array(PartSchema),
  madeAt: MomentSchema,
  endsAt: MomentSchema,
  endedAt: nullable(MomentSchema),
  over: Type.Boolean({ description: 'Whether no part may be sent any more.' }),
})

/** A plan as its verb takes it. Refuses `invalid_request` unless its parts are said in exactly one way. */
export function planAskOf(body: Static<typeof MakePlanBody>, payerId: string): PlanAsk & { note: string } {
  const { payeeId, total, count, note = '' } = body
  const parts = body.parts?.map((part) => BigInt(part)) ?? count
  if (parts === undefined || (body.parts !== undefined && count !== undefined))
    throw new RefusalError(refuseField('parts', 'must be given, or else `count`, and not both'))
  return { payerId, payeeId, total: BigInt(total), parts, note }
}

export function planJson({ plan, parts, now }: SeenPlan): Static<typeof PlanSchema> {
  const { id, payerId, payeeId, total, note, madeAt, endsAt, endedAt } = plan
  return {
    id,
    payeeId,
    total: amountToJson(total),
    note,
    parts: parts.map(({ no, amount, sight }) => ({
      no,
      amount: amountToJson(amount),
      transfer: sight && transferJson(sight, payerId),
    })),
    madeAt: toIso(madeAt),
    endsAt: toIso(endsAt),
    endedAt: endedAt === null ? null : toIso(endedAt),
    over: planOverAt(plan, now) !== undefined,
  }
}
