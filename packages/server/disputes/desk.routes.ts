/** Disputes over the API, for the service's staff: the queue, who has what in hand, notes, questions, decisions. */

import { Type } from 'typebox'
import { fromIso } from '@laisee/core/instant.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, oneOf, pageFields, PageOf } from '../http/schemas.ts'
import { holdStaff, onlyStaff } from '../organisations/house.ts'
import { decideDispute } from './decide.ts'
import {
  AskBody,
  AssignBody,
  DecideBody,
  DisputeParams,
  DisputeSchema,
  SayBody,
  showDispute,
} from './disputes.schemas.ts'
import { closedOnes, queue, withFacts } from './read.ts'
import { askSide, assignDispute, noteOnDispute } from './work.ts'

const tags = ['disputes']
const agents = ['dispute_agent'] as const
const readers = ['dispute_agent', 'auditor'] as const
const work = ['not_found', 'role_missing', 'own_act', 'dispute_over', 'not_in_hand'] as const

export const disputeDeskRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/disputes',
    name: 'listDisputes',
    roles: readers,
    summary: 'The queue of disputes, most urgent first; or those that are closed, latest first',
    tags,
    callers: ['operator:disputes:read', 'member'],
    query: closed({ state: Type.Optional(oneOf(['open', 'closed'])), ...pageFields }),
    reply: PageOf(DisputeSchema),
    refusals: ['role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        await onlyStaff(tx, caller, readers)
        const isOpen = query.state !== 'closed'
        const list = isOpen ? queue : closedOnes
        const rows = await list(tx, placeOf(query.cursor), rowsFor(query))
        const shown = new Map<string, ReturnType<typeof showDispute>>()
        for (const row of rows) shown.set(row.id, showDispute(await withFacts(tx, row), null))
        return pageReply(
          query,
          rows,
          (row) => shown.get(row.id)!,
          (row) => [isOpen ? row.dueAt! : row.openedAt, row.id],
        )
      }),
  }),
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/assign',
    name: 'assignDispute',
    roles: agents,
    summary: 'Take a dispute in hand, or give it to another agent',
    description: 'Never to a party, and an appeal never to whoever decided before.',
    tags,
    callers: ['operator:disputes:write', 'member'],
    params: DisputeParams,
    body: AssignBody,
    reply: DisputeSchema,
    refusals: ['not_found', 'role_missing', 'own_act', 'agent_unfit', 'dispute_over'],
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      const { agentId = null } = body
      return showDispute(await assignDispute(tx, { disputeId: params.id, by: caller, agentId }), null)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/notes',
    name: 'noteOnDispute',
    roles: agents,
    summary: 'Keep a note that only staff read',
    tags,
    callers: ['operator:disputes:write', 'member'],
    params: DisputeParams,
    body: SayBody,
    reply: DisputeSchema,
    refusals: work,
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      return showDispute(await noteOnDispute(tx, { disputeId: params.id, by: caller, text: body.text }), null)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/ask',
    name: 'askInDispute',
    roles: agents,
    summary: 'Ask a side for more, until a moment',
    tags,
    callers: ['operator:disputes:write', 'member'],
    params: DisputeParams,
    body: AskBody,
    reply: DisputeSchema,
    refusals: work,
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      const { answerBy = null, toId, text } = body
      const until = answerBy === null ? null : fromIso(answerBy)!
      const ask = { disputeId: params.id, by: caller, toId, text, answerBy: until }
      return showDispute(await askSide(tx, ask), null)
    },
  }),
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/decide',
    name: 'decideDispute',
    roles: agents,
    summary: 'Decide a dispute, or the appeal in it, with reasons',
    description: [
      'A return is paid out of an amount that an order froze (`freezeId`); without one the service backs a return request, and',
      'says so. A freeze is of the amount, on the service’s own rules. An appeal is never decided by whoever decided before.',
    ].join('\n'),
    tags,
    callers: ['operator:disputes:write', 'member'],
    params: DisputeParams,
    body: DecideBody,
    reply: DisputeSchema,
    refusals: [
      ...work,
      'return_above_left',
      'already_given_back',
      'nothing_to_return',
      'wallet_frozen',
      'balance_too_low',
      'freeze_ended',
      'release_reason_unfit',
    ],
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      const { outcome, amount = null, reasons, freezeId = null } = body
      const sum = amount === null ? null : BigInt(amount)
      const ask = { disputeId: params.id, by: caller, outcome, amount: sum, reasons, freezeId }
      return showDispute(await decideDispute(tx, ask), null)
    },
  }),
]
