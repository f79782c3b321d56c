/** Split plans over the API: made, seen and ended by their payer, who sends each part by itself. */

import { alertOnRefusal } from '../families/alert-on-send.ts'
import { guardAskOf } from '../guard/guard-fields.schemas.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, pageFields, PageOf } from '../http/schemas.ts'
import { givenOf, oneStepUpAtATime } from '../passkeys/passkeys.schemas.ts'
import { transferSendRefusals } from '../transfers/send-refusals.ts'
import { transferJson, TransferSchema } from '../transfers/transfers.schemas.ts'
import { endPlan } from './end-plan.ts'
import { makePlan } from './make-plan.ts'
import { listPlans, seePlan } from './read-plans.ts'
import { sendPart } from './send-part.ts'
import {
  MakePlanBody,
  PartParams,
  planAskOf,
  planJson,
  PlanParams,
  PlanSchema,
  SendPartBody,
} from './split-plans.schemas.ts'

const tags = ['split plans']

export const splitPlanRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/split-plans',
    name: 'makeSplitPlan',
    summary: 'Divide a sum for one person into parts that are sent one by one',
    description: 'No money moves. Its parts make the total to the fen; they may be sent within seven days.',
    tags,
    callers: ['member'],
    body: MakePlanBody,
    reply: PlanSchema,
    status: 201,
    refusals: [
      'member_unknown',
      'self_not_allowed',
      'recipient_blocked',
      'part_count_out_of_bounds',
      'parts_not_the_total',
      'total_below_min',
      'amount_above_max',
    ],
    async handle({ tx, caller, body, remember }) {
      const seen = await makePlan(tx, planAskOf(body, caller.memberId))
      remember(seen.plan.id)
      return planJson(seen)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/split-plans',
    name: 'listSplitPlans',
    summary: 'The split plans the caller has made, newest first',
    tags,
    callers: ['member'],
    query: closed(pageFields),
    reply: PageOf(PlanSchema),
    refusals: [],
    handle({ ctx, caller, query }) {
      const from = placeOf(query.cursor)
      return ctx.db.snapshot(async (tx) => {
        const plans = await listPlans(tx, caller.memberId, { from, limit: rowsFor(query) })
        return pageReply(query, plans, planJson, ({ plan }) => [plan.madeAt, plan.id])
      })
    },
  }),
  route({
    method: 'GET',
    path: '/v1/split-plans/{id}',
    name: 'readSplitPlan',
    summary: 'A split plan of the caller, with what became of each part',
    tags,
    callers: ['member'],
    params: PlanParams,
    reply: PlanSchema,
    refusals: ['not_found'],
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => planJson(await seePlan(tx, caller.memberId, params.id))),
  }),
  route({
    method: 'POST',
    path: '/v1/split-plans/{id}/parts/{no}',
    name: 'sendSplitPart',
    summary: 'Send a part of a split plan: a transfer of its own, with its own confirmation and undo',
    description: [
      'Each part once, in any order. What a single send may be and what is asked of one look at the sum of the plan; the',
      'day and the month count each part as it is sent.',
    ].join(' '),
    tags,
    callers: ['member'],
    params: PartParams,
    body: SendPartBody,
    reply: TransferSchema,
    status: 201,
    refusals: ['plan_over', 'part_sent_already', ...transferSendRefusals],
    before: oneStepUpAtATime,
    onRefusal: alertOnRefusal,
    async handle({ tx, ctx, caller, params, body, remember }) {
      const transfer = await sendPart(tx, {
        payerId: caller.memberId,
        planId: params.id,
        no: Number(params.no),
        stepUp: givenOf(body.stepUp, ctx.site),
        guard: guardAskOf(body, ctx.guard),
      })
      remember(transfer.id)
      return transferJson({ transfer, now: transfer.changedAt }, caller.memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/split-plans/{id}/end',
    name: 'endSplitPlan',
    summary: 'End a split plan: what was not sent of it is not sent any more',
    tags,
    callers: ['member'],
    params: PlanParams,
    reply: PlanSchema,
    refusals: ['not_found', 'plan_over'],
    handle: async ({ tx, caller, params }) => planJson(await endPlan(tx, caller.memberId, params.id)),
  }),
]
