/** Reading instalments over the API, for the two they are between. */

import { Type } from 'typebox'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, oneOf, pageFields, PageOf } from '../http/schemas.ts'
import { InstalmentsParams } from './instalments.schemas.ts'
import { instalmentSides, listInstalments, seeInstalments } from './read-instalments.ts'
import { InstalmentsSchema, showInstalments, showRow } from './show-instalments.schemas.ts'

const tags = ['instalments']
const callers = ['member'] as const

export const readInstalmentRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/v1/instalments',
    name: 'listInstalments',
    summary: 'The instalments one pays, or is paid, last changed first',
    tags,
    callers,
    query: closed({
      side: Type.Optional(oneOf(instalmentSides, '`debtor` where it is not said.')),
      ...pageFields,
    }),
    reply: PageOf(InstalmentsSchema),
    refusals: [],
    idempotent: 'read',
    handle: ({ ctx, caller: { memberId }, query }) =>
      ctx.db.snapshot(async (tx) => {
        const from = placeOf(query.cursor)
        const rows = await listInstalments(tx, memberId, {
          side: query.side ?? 'debtor',
          from,
          limit: rowsFor(query),
        })
        const seen = new Map<string, Awaited<ReturnType<typeof showRow>>>()
        for (const row of rows) seen.set(row.id, await showRow(tx, row, memberId))
        return pageReply(
          query,
          rows,
          ({ id }) => seen.get(id)!,
          ({ changedAt, id }) => [changedAt, id],
        )
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/instalments/{id}',
    name: 'readInstalments',
    summary: 'Instalments with every version, for their two',
    tags,
    callers,
    params: InstalmentsParams,
    reply: InstalmentsSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller: { memberId }, params }) =>
      ctx.db.snapshot(async (tx) =>
        showInstalments(tx, await seeInstalments(tx, params.id, memberId), memberId),
      ),
  }),
]
