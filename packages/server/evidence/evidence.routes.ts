/** Evidence packs over the API: made for a party of a case, read and downloaded by whoever they were made for. */

import { Type } from 'typebox'
import { toIso } from '@laisee/core/instant.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, PageOf, pageFields } from '../http/schemas.ts'
import {
  EvidencePackSchema,
  MakePackBody,
  openedPackJson,
  OpenedPackSchema,
  PackFileSchema,
  packFileJson,
  packJson,
  PackParams,
  wishOf,
} from './evidence.schemas.ts'
import { pageOfPacks } from './evidence.sql.ts'
import { makePack } from './make-pack.ts'
import { openPack } from './read-packs.ts'

const tags = ['evidence']

const makeRoute = route({
  method: 'POST',
  path: '/v1/evidence-packs',
  name: 'makeEvidencePack',
  summary: 'Make an evidence pack of a packet or transfer for one of its parties, or of money sent elsewhere',
  description: [
    'A ZIP with every fact this service has of the case and the caller may see, each with its hash, where it comes from',
    'and how it was captured; an index in Chinese in the order a court asks; what is missing for the claim; and receipts',
    'of the log. It is not notarised and not on a third party’s chain, and says so. Needs no key: asked again with',
    'nothing new, it answers with the pack that is there. `laisee verify` checks it without a network.',
  ].join('\n'),
  tags,
  callers: ['member'],
  idempotent: 'natural',
  ownLimit: 'evidencePacks',
  body: MakePackBody,
  reply: OpenedPackSchema,
  refusals: ['not_found'],
  async handle({ ctx, caller, body }) {
    const { id } = await makePack(ctx, wishOf(body, caller.memberId))
    const { pack, manifest } = await ctx.db.snapshot((tx) => openPack(tx, ctx.secrets, caller.memberId, id))
    return openedPackJson(pack, manifest)
  },
})

const listRoute = route({
  method: 'GET',
  path: '/v1/evidence-packs',
  name: 'listEvidencePacks',
  summary: 'The packs that were made for the caller, newest first',
  description: 'The newest fifty are kept.',
  tags,
  callers: ['member'],
  query: closed({
    sourceId: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'Those of one case.' })),
    ...pageFields,
  }),
  reply: PageOf(EvidencePackSchema),
  refusals: [],
  handle({ ctx, caller, query }) {
    const place = placeOf(query.cursor)
    return ctx.db.snapshot(async (tx) => {
      const [before, beforeId] = place ? [toIso(place.at), place.id] : ['infinity', '']
      const { sourceId = null } = query
      const rows = await tx.run(pageOfPacks, caller.memberId, sourceId, before, beforeId, rowsFor(query))
      return pageReply(query, rows, packJson, ({ madeAt, id }) => [madeAt, id])
    })
  },
})

const readRoute = route({
  method: 'GET',
  path: '/v1/evidence-packs/{id}',
  name: 'readEvidencePack',
  summary: 'What is in a pack, and what is missing',
  tags,
  callers: ['member'],
  params: PackParams,
  reply: OpenedPackSchema,
  refusals: ['not_found'],
  handle: ({ ctx, caller, params }) =>
    ctx.db.snapshot(async (tx) => {
      const { pack, manifest } = await openPack(tx, ctx.secrets, caller.memberId, params.id)
      return openedPackJson(pack, manifest)
    }),
})

const fileRoute = route({
  method: 'GET',
  path: '/v1/evidence-packs/{id}/file',
  name: 'downloadEvidencePack',
  summary: 'The file of a pack, the same bytes each time',
  tags,
  callers: ['member'],
  params: PackParams,
  reply: PackFileSchema,
  refusals: ['not_found'],
  handle: ({ ctx, caller, params }) =>
    ctx.db.snapshot(async (tx) => {
      return packFileJson(await openPack(tx, ctx.secrets, caller.memberId, params.id))
    }),
})

export const evidenceRoutes: readonly Route[] = [makeRoute, listRoute, readRoute, fileRoute]
