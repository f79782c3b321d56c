/** Claims, links and the proof of a provable split, over the API. */

import { Type } from 'typebox'
import { fromIso, toIso, type Instant } from '@laisee/core/instant.ts'
import { provableVersion } from '@laisee/core/provable.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Context } from '../context.ts'
import { closed, IdSchema, MomentSchema, TextSchema } from '../http/schemas.ts'
import { route, type Route } from '../http/route.ts'
import { cardsOf } from '../people/members.ts'
import { claimPacket } from './claim.ts'
import { TokenSchema } from './link-token.schemas.ts'
import { openLink, sealLink } from './links.ts'
import {
  claimJson,
  ClaimSchema,
  LinkSchema,
  ProofSchema,
  SeenClaimSchema,
  seenClaimJson,
} from './claims.schemas.ts'
import { PacketParams, PacketSchema, showPacket } from './packets.schemas.ts'
import { knowsAmounts, listClaims, seeOrRefuse, seePacket } from './view.ts'

const tags = ['packets']

const claimRoute = route({
  method: 'POST',
  path: '/v1/packets/{id}/claims',
  name: 'claimPacket',
  summary: 'Claim one share. Asked again, it answers with the share it gave',
  tags,
  callers: ['member'],
  idempotent: 'natural',
  params: PacketParams,
  body: closed({
    token: Type.Optional(TokenSchema),
    passphrase: Type.Optional(TextSchema(40, { lengthMin: 1 })),
  }),
  reply: ClaimSchema,
  refusals: [
    'not_found',
    'link_invalid',
    'link_for_someone_else',
    'already_rejected',
    'already_undone',
    'already_recalled',
    'already_declined',
    'already_expired',
    'already_claimed_out',
    'not_delivered_yet',
    'link_expired',
    'test_packet',
    'packet_frozen',
    'packet_paused',
    'not_yet',
    'passphrase_attempts_used_up',
    'passphrase_wrong',
  ],
  async handle({ ctx, caller, params, body }) {
    const { memberId } = caller
    return claimJson(
      await claimPacket(ctx, {
        packetId: params.id,
        memberId,
        token: body.token ?? null,
        passphrase: body.passphrase ?? null,
      }),
    )
  },
})

const listRoute = route({
  method: 'GET',
  path: '/v1/packets/{id}/claims',
  name: 'listClaims',
  summary: 'Who has claimed, and what where the caller may know, in order of claim',
  description: [
    'While a packet is alive, how much each has is for its payer and for those who have claimed themselves; others see',
    'who has claimed and when. Once it is closed everyone who may see it sees everything.',
  ].join('\n'),
  tags,
  callers: ['member', 'operator:packets:read'],
  params: PacketParams,
  query: closed({
    afterShareNo: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000,
        description: 'Only later shares: for a list that is kept up to date.',
      }),
    ),
  }),
  reply: closed({ items: Type.Array(SeenClaimSchema) }),
  refusals: ['not_found'],
  handle({ ctx, caller, params, query }) {
    return ctx.db.snapshot(async (tx) => {
      const sight = await seeOrRefuse(tx, params.id, caller.kind === 'member' ? caller.memberId : null)
      const claims = await listClaims(tx, params.id, query.afterShareNo)
      const cards = await cardsOf(
        tx,
        claims.map((claim) => claim.memberId),
      )
      const showAmounts = knowsAmounts(sight)
      return { items: claims.map((claim) => seenClaimJson(claim, cards, showAmounts)) }
    })
  },
})

const makeLinkRoute = route({
  method: 'POST',
  path: '/v1/packets/{id}/links',
  name: 'makePacketLink',
  summary: 'Seal a link to a packet: for whoever holds it, or for one member',
  tags,
  callers: ['member'],
  idempotent: 'read',
  params: PacketParams,
  body: closed({ memberId: Type.Optional(IdSchema('member')), expireAt: Type.Optional(MomentSchema) }),
  reply: LinkSchema,
  refusals: ['not_found'],
  handle({ ctx, caller, params, body }) {
    return ctx.db.snapshot(async (tx) => {
      const { packet, isPayer } = await seeOrRefuse(tx, params.id, caller.memberId)
      if (!isPayer) throw new RefusalError(refuse('not_found'))
      const expireAt = Math.min(linkEnd(body.expireAt) ?? packet.expireAt, packet.expireAt)
      const memberId = body.memberId ?? null
      const token = await sealLink(ctx.secrets, { packetId: packet.id, memberId, expireAt })
      return { token, memberId, expireAt: toIso(expireAt) }
    })
  },
})

function linkEnd(text: string | undefined): Instant | undefined {
  return text === undefined ? undefined : fromIso(text)
}

const openLinkRoute = route({
  method: 'POST',
  path: '/v1/links/open',
  name: 'openPacketLink',
  summary: 'The packet behind a sealed link, as the caller may see it',
  tags,
  callers: ['member'],
  idempotent: 'read',
  body: closed({ token: TokenSchema }),
  reply: PacketSchema,
  refusals: ['not_found', 'link_invalid', 'link_for_someone_else', 'link_expired'],
  handle({ ctx, caller, body }) {
    return seeByLink(ctx, caller.memberId, body.token)
  },
})

async function seeByLink(ctx: Context, memberId: string, token: string) {
  const link = orThrow(await openLink(ctx.secrets, token, { memberId }))
  return ctx.db.snapshot(async (tx) => {
    const sight = await seePacket(tx, link.packetId, memberId, link)
    if (sight) return showPacket(tx, sight, memberId)
    const over = (await tx.now()) >= link.expireAt
    throw new RefusalError(
      over ? refuse('link_expired', { expiredAt: toIso(link.expireAt) }) : refuse('not_found'),
    )
  })
}

const proofRoute = route({
  method: 'GET',
  path: '/v1/packets/{id}/proof',
  name: 'readSplitProof',
  summary: 'The seed of a closed provable packet, and all that is needed to recompute its shares',
  tags,
  callers: ['member'],
  params: PacketParams,
  reply: ProofSchema,
  refusals: ['not_found', 'split_not_provable', 'seed_not_revealed_yet'],
  handle({ ctx, caller, params }) {
    return ctx.db.snapshot(async (tx) => {
      const { packet } = await seeOrRefuse(tx, params.id, caller.memberId)
      if (packet.seed === null || packet.commitment === null)
        throw new RefusalError(refuse('split_not_provable'))
      if (packet.closedAt === null)
        throw new RefusalError(refuse('seed_not_revealed_yet', { expireAt: toIso(packet.expireAt) }))
      const shares = (await listClaims(tx, packet.id)).map((claim) => Number(claim.amount))
      return {
        packetId: packet.id,
        version: provableVersion,
        total: Number(packet.total),
        count: packet.count,
        commitment: packet.commitment.toString('hex'),
        seed: packet.seed.toString('hex'),
        shares,
        returned: Number(packet.returnedAmount),
      }
    })
  },
})

export const claimRoutes: readonly Route[] = [claimRoute, listRoute, makeLinkRoute, openLinkRoute, proofRoute]
