/** Seats and several approvals over the API: hand one on, remind those who sit, approve many at once. */

import { Type } from 'typebox'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema } from '../http/schemas.ts'
import { approvalFates as fates, shownAfter } from './after-word.schemas.ts'
import { ApprovalParams, ApprovalSchema, NoteBody, SendIdSchema } from './approvals.schemas.ts'
import { approveTogether } from './decide.ts'
import { remindApprovers, transferSeat } from './talk.ts'

const tags = ['approvals']

export const seatRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/approvals/{sendId}/transfer',
    name: 'transferApprovalSeat',
    roles: ['approver', 'administrator'],
    summary: 'Give one’s seat to another, for this send',
    tags,
    callers: ['member'],
    params: ApprovalParams,
    body: closed({ toId: IdSchema('member'), ...NoteBody.properties }),
    reply: ApprovalSchema,
    refusals: ['not_found', 'own_act', ...fates, 'acted_already', 'not_an_approver', 'stand_in_unfit'],
    async handle({ tx, caller, params, body: { toId, note = null } }) {
      const { memberId } = caller
      return shownAfter(tx, await transferSeat(tx, { sendId: params.sendId, memberId, toId, note }), memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/approvals/{sendId}/remind',
    name: 'remindApprovers',
    roles: ['sender'],
    summary: 'Remind those whose word it waits for: the sender, three times, an hour apart',
    tags,
    callers: ['member'],
    params: ApprovalParams,
    reply: ApprovalSchema,
    refusals: ['not_found', ...fates, 'not_an_approver', 'reminded_enough'],
    async handle({ tx, caller, params }) {
      const { memberId } = caller
      return shownAfter(tx, await remindApprovers(tx, { sendId: params.sendId, memberId }), memberId)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/approvals/approve',
    name: 'approveSends',
    roles: ['approver', 'administrator'],
    summary: 'Approve several at once, all or none, where together they are below what the policy allows',
    tags,
    callers: ['member'],
    body: closed({
      sendIds: Type.Array(SendIdSchema, { minItems: 1, maxItems: 100, uniqueItems: true }),
      ...NoteBody.properties,
    }),
    reply: closed({ items: Type.Array(ApprovalSchema) }),
    refusals: ['not_found', 'own_act', ...fates, 'acted_already', 'not_an_approver', 'bulk_above_max'],
    async handle({ tx, caller, body: { sendIds, note = null } }) {
      const { memberId } = caller
      const open = await approveTogether(tx, { sendIds, memberId, note })
      const items = []
      for (const one of open) items.push(await shownAfter(tx, one, memberId))
      return { items }
    },
  }),
]
