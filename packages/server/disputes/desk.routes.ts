/** Disputes over the API, for the service's staff: the queue, who has what in hand, notes, questions, decisions. */

import { Type } from 'typebox'
import type { Actor } from '@laisee/core/actor.ts'
import { fromIso } from '@laisee/core/instant.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, NamesSchema, oneOf, pageFields, PageOf } from '../http/schemas.ts'
import { holdStaff, onlyStaff } from '../organisations/house.ts'
import { namesOf } from '../organisations/names.ts'
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
import { closedOnes, queue, withFacts, type InHandOf } from './read.ts'
import { askSide, assignDispute, noteOnDispute } from './work.ts'

const tags = ['disputes']
const agents = ['dispute_agent'] as const
const readers = ['dispute_agent', 'auditor'] as const
const work = ['not_found', 'role_missing', 'own_act', 'dispute_over', 'not_in_hand'] as const

const ListQuery = closed({
  state: Type.Optional(oneOf(['open', 'closed'])),
  inHandOf: Type.Optional(
    oneOf(['me', 'nobody'], 'Of the open ones: those the caller has, or those nobody has yet.'),
  ),
  ...pageFields,
})

/** A page of disputes, with what everybody in it is called. */
const DisputePage = closed({ ...PageOf(DisputeSchema).properties, names: NamesSchema })

const listRoute = route({
  method: 'GET',
  path: '/v1/disputes',
  name: 'listDisputes',
  roles: readers,
  summary: 'The queue of disputes, most urgent first; or those that are closed, latest first',
  tags,
  callers: ['operator:disputes:read', 'member'],
  query: ListQuery,
  reply: DisputePage,
  refusals: ['role_missing'],
  idempotent: 'read',
  handle: ({ ctx, caller, query }) =>
    ctx.db.snapshot(async (tx) => {
      await onlyStaff(tx, caller, readers)
      const isOpen = query.state !== 'closed'
      const [place, limit] = [placeOf(query.cursor), rowsFor(query)]
      const rows = isOpen
        ? await queue(tx, inHandOf(caller, query.inHandOf), place, limit)
        : await closedOnes(tx, place, limit)
      const shown = new Map<string, ReturnType<typeof showDispute>>()
      for (const row of rows) shown.set(row.id, showDispute(await withFacts(tx, row), null))
      const page = pageReply(
        query,
        rows,
        (row) => shown.get(row.id)!,
        (row) => [isOpen ? row.dueAt! : row.openedAt, row.id],
      )
      const ids = rows.flatMap(({ openerId, otherId, agentId }) => [openerId, otherId, agentId])
      return { ...page, names: await namesOf(tx, ids) }
    }),
})

/** An operator's key has nothing in hand. */
function inHandOf(caller: Actor, asked: 'me' | 'nobody' | undefined): InHandOf {
  if (asked !== 'me') return asked ?? 'all'
  return { agentId: caller.kind === 'member' ? caller.memberId : caller.keyId }
}

export const disputeDeskRoutes: readonly Route[] = [
  listRoute,
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
      'By whoever has it in hand, once the other side has spoken or has had their time for it (`hearing`). A return is paid',
      'out of an amount that an order froze for this dispute (`freezeId`), on the further word of that authority (`order`);',
      'without one the service backs a return request, and says so. To freeze is no decision: it is for now, on the service’s',
      'own rules, waits for nobody’s word, and everything can still be decided after it. An appeal is never decided by whoever',
      'decided before.',
    ].join('\n'),
    tags,
    callers: ['operator:disputes:write', 'member'],
    params: DisputeParams,
    body: DecideBody,
    reply: DisputeSchema,
    refusals: [
      ...work,
      'not_assigned',
      'side_unheard',
      'nothing_to_return',
      'already_given_back',
      'return_above_left',
      'payer_forgotten',
      'wallet_frozen',
      'balance_too_low',
      'already_frozen',
      'freeze_ended',
      'freeze_sum_max',
      'paying_order_needed',
      'release_reason_unfit',
      'document_unknown',
    ],
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      const { outcome, amount = null, reasons, freezeId = null, order = null } = body
      const sum = amount === null ? null : BigInt(amount)
      const ask = { disputeId: params.id, by: caller, outcome, amount: sum, reasons, freezeId, order }
      return showDispute(await decideDispute(tx, ask), null)
    },
  }),
]
