/**
 * The pack of a dispute over the API, for the service's staff: made by whoever has it in hand, read by all of its staff
 * but a party. It holds what both sides may see together, and nothing that staff keep to themselves. Who made it, and who
 * looked, is put into the log.
 */

import type { Actor } from '@laisee/core/actor.ts'
import { packClaims } from '@laisee/core/evidence/claim.ts'
import { decideMakePack, decideReadPack, type PackStaff } from '@laisee/core/evidence/staff-pack.ts'
import { toIso } from '@laisee/core/instant.ts'
import { orThrow } from '@laisee/core/refusals.ts'
import { noteAccess } from '../access/note-access.ts'
import type { Tx } from '../db/db.ts'
import { agentFacts } from '../disputes/lock.ts'
import { readDispute, type DisputeRow } from '../disputes/read.ts'
import { DisputeParams } from '../disputes/disputes.schemas.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, oneOf, PageOf, pageFields } from '../http/schemas.ts'
import { seeAsStaff } from '../organisations/house.ts'
import {
  EvidencePackSchema,
  openedPackJson,
  OpenedPackSchema,
  packFileJson,
  PackFileSchema,
  packJson,
} from './evidence.schemas.ts'
import { pageOfPacks } from './evidence.sql.ts'
import { makePack } from './make-pack.ts'
import { openPack } from './read-packs.ts'

const tags = ['evidence', 'disputes']
const makers = ['dispute_agent'] as const
const readers = ['dispute_agent', 'auditor'] as const

interface Work {
  dispute: DisputeRow
  staff: PackStaff
}

/** A dispute for one of the staff. Refuses `not_found`, `role_missing`. */
async function workOf(
  tx: Tx,
  caller: Actor,
  id: string,
  roles: typeof makers | typeof readers,
): Promise<Work> {
  await seeAsStaff(tx, caller, roles)
  const { dispute } = await readDispute(tx, id)
  const facts = await agentFacts(tx, dispute, caller)
  return { dispute, staff: { ...facts, isOperator: caller.kind === 'operator' } }
}

async function failUnlessReader(tx: Tx, caller: Actor, id: string): Promise<void> {
  orThrow<'read'>(decideReadPack((await workOf(tx, caller, id, readers)).staff))
}

export const disputePackRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/disputes/{id}/evidence-packs',
    name: 'makeDisputePack',
    roles: makers,
    summary: 'Make the evidence pack of a dispute that one has in hand',
    description: [
      'What both its sides may see of the packet or transfer, and what both handed in, as one file; without the notes of staff.',
      'Never by a party. Needs no key: asked again with nothing new, it answers with the pack that is there.',
    ].join('\n'),
    tags,
    callers: ['operator:disputes:write', 'member'],
    idempotent: 'natural',
    ownLimit: 'evidencePacks',
    params: DisputeParams,
    body: closed({
      claim: oneOf(packClaims, 'What it is to show: what is missing depends on it.'),
    }),
    reply: OpenedPackSchema,
    refusals: ['not_found', 'role_missing', 'own_act', 'not_in_hand'],
    async handle({ ctx, caller, params: { id }, body: { claim }, requestId }) {
      const { staff } = await ctx.db.snapshot(async (tx) => {
        const work = await workOf(tx, caller, id, makers)
        orThrow<'make'>(decideMakePack(work.dispute.agentId, work.staff))
        return work
      })
      const { by } = staff
      await noteAccess(ctx.db, { by, what: 'makeDisputePack', about: { id } }, requestId)
      const made = await makePack(ctx, { disputeId: id, claim, by })
      const { pack, manifest } = await ctx.db.snapshot((tx) => openPack(tx, ctx.secrets, id, made.id))
      return openedPackJson(pack, manifest)
    },
  }),
  route({
    method: 'GET',
    path: '/v1/disputes/{id}/evidence-packs',
    name: 'listDisputePacks',
    roles: readers,
    summary: 'The packs that staff have made of a dispute, newest first',
    tags,
    callers: ['operator:disputes:read', 'member'],
    params: DisputeParams,
    query: closed(pageFields),
    reply: PageOf(EvidencePackSchema),
    refusals: ['not_found', 'role_missing', 'own_act'],
    idempotent: 'read',
    handle: ({ ctx, caller, params, query }) =>
      ctx.db.snapshot(async (tx) => {
        await failUnlessReader(tx, caller, params.id)
        const place = placeOf(query.cursor)
        const [before, beforeId] = place ? [toIso(place.at), place.id] : ['infinity', '']
        const rows = await tx.run(pageOfPacks, params.id, null, before, beforeId, rowsFor(query))
        return pageReply(query, rows, packJson, ({ madeAt, id }) => [madeAt, id])
      }),
  }),
  route({
    method: 'GET',
    path: '/v1/disputes/{id}/evidence-packs/{packId}/file',
    name: 'downloadDisputePack',
    roles: readers,
    summary: 'The file of a dispute’s pack, the same bytes each time',
    tags,
    callers: ['operator:disputes:read', 'member'],
    params: closed({ id: IdSchema('dispute'), packId: IdSchema('evidencePack') }),
    reply: PackFileSchema,
    refusals: ['not_found', 'role_missing', 'own_act'],
    idempotent: 'read',
    handle: ({ ctx, caller, params: { id, packId } }) =>
      ctx.db.snapshot(async (tx) => {
        await failUnlessReader(tx, caller, id)
        return packFileJson(await openPack(tx, ctx.secrets, id, packId))
      }),
  }),
]
