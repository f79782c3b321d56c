/** Freezes over the API, for the service's staff: made, ended, read, and what was said against them answered. */

import { Type } from 'typebox'
import { freezeBases } from '@laisee/core/freeze-basis.ts'
import { freezeKinds } from '@laisee/core/freeze.ts'
import { fromIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Tx } from '../db/db.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, oneOf, pageFields, PageOf } from '../http/schemas.ts'
import { holdStaff, onlyStaff, seeAsStaff } from '../organisations/house.ts'
import { answerAppeal } from './appeal.ts'
import { freezeMoney } from './freeze.ts'
import { AnswerBody, FreezeBody, FreezeParams, ReleaseBody } from './freezes.schemas.ts'
import type { FreezeRow } from './freezes.sql.ts'
import { freezeById, listFreezes, listedStates } from './read.ts'
import { FreezeRecordSchema, showRecords } from './record.schemas.ts'
import { releaseFreeze } from './release.ts'

const tags = ['freezes']
const agents = ['dispute_agent'] as const
const readers = ['dispute_agent', 'auditor'] as const

async function record(tx: Tx, row: FreezeRow) {
  return (await showRecords(tx, [row])).get(row)!
}

const ListQuery = closed({
  state: Type.Optional(
    oneOf(listedStates, '`appealed`: those that last and whose objection waits for an answer.'),
  ),
  kind: Type.Optional(oneOf(freezeKinds)),
  basis: Type.Optional(oneOf(freezeBases)),
  ...pageFields,
})

export const freezeDeskRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/freezes',
    name: 'freezeMoney',
    roles: agents,
    summary: 'Freeze a packet, a wallet, or an amount in a wallet',
    description: [
      'It ends by itself, at the latest when its basis does. Of an amount, what is in the wallet is taken and the shortfall is',
      'said. The frozen person is told why, until when, and that they may object. An order of the police or a court needs its',
      'number and its document. On the service’s own rules the same is frozen for the same reason for 28 days of any 90 at',
      'most. Nobody freezes what they are a party to.',
    ].join('\n'),
    tags,
    callers: ['operator:freezes:write', 'member'],
    body: FreezeBody,
    reply: FreezeRecordSchema,
    status: 201,
    refusals: [
      'not_found',
      'role_missing',
      'own_act',
      'balance_too_low',
      'already_undone',
      'already_rejected',
      'already_recalled',
      'already_declined',
      'already_expired',
      'already_claimed_out',
      'already_frozen',
      'not_freezable',
      'freeze_reference_needed',
      'freeze_document_needed',
      'freeze_out_of_bounds',
      'freeze_times_max',
      'freeze_sum_max',
      'document_unknown',
    ],
    handle: async ({ tx, caller, body, remember }) => {
      await holdStaff(tx, caller, agents)
      const { amount = null, reference = null, documentId = null, aboutId = null, until = null } = body
      const row = await freezeMoney(tx, {
        ...body,
        amount: amount === null ? null : BigInt(amount),
        reference,
        documentId,
        aboutId,
        until: until === null ? null : fromIso(until)!,
        by: caller,
      })
      remember(row.id)
      return record(tx, row)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/freezes',
    name: 'listFreezes',
    roles: readers,
    summary:
      'List freezes, latest first: those that last, those with an objection to answer, or those that have ended',
    tags,
    callers: ['operator:freezes:read', 'member'],
    query: ListQuery,
    reply: PageOf(FreezeRecordSchema),
    refusals: ['role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        await onlyStaff(tx, caller, readers)
        const rows = await listFreezes(tx, query, placeOf(query.cursor), rowsFor(query))
        const shown = await showRecords(tx, rows)
        return pageReply(
          query,
          rows,
          (row) => shown.get(row)!,
          (row) => [row.since, row.id],
        )
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/freezes/{id}',
    name: 'readFreeze',
    roles: readers,
    summary: 'A freeze as the service’s staff read it',
    tags,
    callers: ['operator:freezes:read', 'member'],
    params: FreezeParams,
    reply: FreezeRecordSchema,
    refusals: ['not_found', 'role_missing'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        await seeAsStaff(tx, caller, readers)
        const row = await freezeById(tx, params.id)
        if (!row) throw new RefusalError(refuse('not_found'))
        return record(tx, row)
      }),
  }),
  route({
    method: 'POST',
    path: '/v1/freezes/{id}/release',
    name: 'releaseFreeze',
    roles: agents,
    summary: 'End a freeze before its time',
    description:
      'What an order froze is ended because the order was lifted, or because it was entered wrongly.',
    tags,
    callers: ['operator:freezes:write', 'member'],
    params: FreezeParams,
    body: ReleaseBody,
    reply: FreezeRecordSchema,
    refusals: ['not_found', 'role_missing', 'own_act', 'freeze_ended', 'release_reason_unfit'],
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      const { reason, note = null } = body
      return record(tx, await releaseFreeze(tx, { freezeId: params.id, reason, note, by: caller }))
    },
  }),
  route({
    method: 'POST',
    path: '/v1/freezes/{id}/appeal/answer',
    name: 'answerFreezeAppeal',
    roles: agents,
    summary: 'Answer the objection to a freeze: never whoever froze it',
    tags,
    callers: ['operator:freezes:write', 'member'],
    params: FreezeParams,
    body: AnswerBody,
    reply: FreezeRecordSchema,
    refusals: ['not_found', 'role_missing', 'own_act', 'freeze_ended', 'nothing_appealed'],
    handle: async ({ tx, caller, params, body }) => {
      await holdStaff(tx, caller, agents)
      return record(tx, await answerAppeal(tx, { freezeId: params.id, ...body, by: caller }))
    },
  }),
]
