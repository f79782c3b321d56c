/** Freezes over the API, for whose money it is: read, and objected to. What staff do with them is in desk.routes.ts. */

import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { PageOf, PageQuery } from '../http/schemas.ts'
import { appealFreeze } from './appeal.ts'
import { AppealBody, FreezeParams, FreezeSchema, showFreezes } from './freezes.schemas.ts'
import { freezeById, listOwnFreezes, ownsFreeze } from './read.ts'

const tags = ['freezes']

export const freezeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/me/freezes',
    name: 'listMyFreezes',
    summary: 'Freezes of one’s own money, and of organisations one is an administrator of, latest first',
    tags,
    callers: ['member'],
    query: PageQuery,
    reply: PageOf(FreezeSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller, query }) =>
      ctx.db.snapshot(async (tx) => {
        const rows = await listOwnFreezes(tx, caller.memberId, placeOf(query.cursor), rowsFor(query))
        const shown = await showFreezes(tx, rows)
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
    path: '/v1/me/freezes/{id}',
    name: 'readMyFreeze',
    summary: 'A freeze of one’s own money: why, on what basis, until when, and what was said against it',
    tags,
    callers: ['member'],
    params: FreezeParams,
    reply: FreezeSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        const row = await freezeById(tx, params.id)
        if (!row || !(await ownsFreeze(tx, row, caller.memberId))) throw new RefusalError(refuse('not_found'))
        return (await showFreezes(tx, [row])).get(row)!
      }),
  }),
  route({
    method: 'POST',
    path: '/v1/freezes/{id}/appeal',
    name: 'appealFreeze',
    summary: 'Object to a freeze of one’s own money',
    description: 'Answered by somebody else than whoever froze it. One waits at a time.',
    tags,
    callers: ['member'],
    params: FreezeParams,
    body: AppealBody,
    reply: FreezeSchema,
    refusals: ['not_found', 'freeze_ended', 'already_appealed', 'appeals_max'],
    handle: async ({ tx, caller, params, body }) => {
      const row = await appealFreeze(tx, { freezeId: params.id, memberId: caller.memberId, text: body.text })
      return (await showFreezes(tx, [row])).get(row)!
    },
  }),
]
