/** Packets over the API: send, see, and the verbs of the sender and of the one recipient. Claims are in claims.routes.ts. */

import type { Static } from 'typebox'
import { refuseField } from '@laisee/core/field.ts'
import { RefusalError } from '@laisee/core/refusals.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { closed, PageOf, PageQuery } from '../http/schemas.ts'
import { route, type Route } from '../http/route.ts'
import { fromIso, toIso, type Instant } from '@laisee/core/instant.ts'
import type { Tx } from '../db/db.ts'
import { askNotToOpen } from './ask-not-to-open.ts'
import { declinePacket } from './decline.ts'
import {
  PacketParams,
  PacketSchema,
  packetJson,
  claimJson,
  RecallBody,
  RecallSchema,
  SendPacketBody,
} from './packets.schemas.ts'
import { packetsOfPayer, type PacketRow } from './packets.sql.ts'
import { pausePacket, releasePacket } from './pause.ts'
import { recallPacket } from './recall.ts'
import { sendPacket, type SendPacketAsk } from './send.ts'
import { undoPacket, type PacketAsk } from './undo.ts'
import { seeOrRefuse } from './view.ts'

const tags = ['packets']

/** How a packet its recipient may see can have ended. */
const fatesForRecipient = [
  'already_recalled',
  'already_declined',
  'already_expired',
  'already_claimed_out',
] as const
const fates = ['already_undone', ...fatesForRecipient] as const

/** The reply to a verb: the packet as its caller may now see it. */
async function reply(tx: Tx, packet: PacketRow, memberId: string): Promise<Static<typeof PacketSchema>> {
  return packetJson(await seeOrRefuse(tx, packet.id, memberId), memberId)
}

function invalid(field: string, message: string): RefusalError {
  return new RefusalError(refuseField(field, message))
}

/** Who a packet is for, from the three ways to say it: exactly one of them, and the ways its kind allows. */
function audienceOf(
  body: Static<typeof SendPacketBody>,
): Pick<SendPacketAsk, 'audience' | 'recipientIds' | 'groupId'> {
  const { kind, recipientIds, groupId, link } = body
  if (kind === 'direct' || kind === 'exclusive') {
    if (link)
      throw invalid(
        'link',
        `is not for a packet of kind ${kind}: it has one recipient, who may be given a named link`,
      )
    if (recipientIds?.length !== 1)
      throw invalid('recipientIds', `a packet of kind ${kind} names exactly one recipient`)
    if (kind === 'direct' && groupId !== undefined)
      throw invalid('groupId', 'is not for a packet of kind direct')
    return { audience: 'member', recipientIds, groupId: groupId ?? null }
  }
  const ways = [recipientIds, groupId, link].filter((way) => way !== undefined).length
  if (ways !== 1)
    throw invalid(
      'recipientIds',
      'say who the packet is for by exactly one of recipientIds, groupId and link',
    )
  return {
    audience: link ? 'link' : groupId === undefined ? 'members' : 'group',
    recipientIds: recipientIds ?? [],
    groupId: groupId ?? null,
  }
}

function sendAskOf(body: Static<typeof SendPacketBody>, payerId: string): SendPacketAsk {
  if (body.splitMethod !== undefined && body.kind !== 'lucky')
    throw invalid('splitMethod', 'is for packets of kind lucky only')
  return {
    payerId,
    kind: body.kind,
    profile: body.profile ?? 'laisee',
    total: BigInt(body.total),
    count: body.count,
    splitMethod: body.kind === 'lucky' ? (body.splitMethod ?? 'wechat') : null,
    ...audienceOf(body),
    greeting: body.greeting ?? '',
    passphrase: body.passphrase ?? null,
    notBefore: notBeforeOf(body.notBefore),
    expireAfterMs: body.expireAfterS === undefined ? null : body.expireAfterS * 1_000,
    openAs: body.openAs ?? 'open',
    test: body.test ?? false,
  }
}

/** A moment before 1970 is nobody's plan: it is refused rather than kept. */
function notBeforeOf(text: string | undefined): Instant | null {
  if (text === undefined) return null
  const at = fromIso(text)
  if (at === undefined || at < 0) throw invalid('notBefore', 'must be a moment after 1970')
  return at
}

const sendRoute = route({
  method: 'POST',
  path: '/v1/packets',
  name: 'sendPacket',
  summary: 'Send a red packet: the money goes into escrow and the undo window begins',
  tags,
  callers: ['member'],
  body: SendPacketBody,
  reply: PacketSchema,
  status: 201,
  refusals: [
    'not_found',
    'member_unknown',
    'group_unknown',
    'self_not_allowed',
    'recipient_blocked',
    'not_a_group_member',
    'count_not_one',
    'count_above_max',
    'count_above_recipients',
    'total_below_min',
    'total_not_divisible',
    'total_above_max',
    'expiry_out_of_bounds',
    'not_before_after_expiry',
    'wallet_frozen',
    'balance_too_low',
  ],
  async handle({ tx, ctx, caller, body, remember }) {
    const packet = await sendPacket(tx, ctx.secrets, sendAskOf(body, caller.memberId))
    remember(packet.id)
    return reply(tx, packet, caller.memberId)
  },
})

const listRoute = route({
  method: 'GET',
  path: '/v1/packets',
  name: 'listSentPackets',
  summary: 'The packets the caller has sent, newest first',
  tags,
  callers: ['member'],
  query: PageQuery,
  reply: PageOf(PacketSchema),
  refusals: [],
  handle({ ctx, caller, query }) {
    const place = placeOf(query.cursor)
    return ctx.db.snapshot(async (tx) => {
      const [before, beforeId] = place ? [toIso(place.at), place.id] : ['infinity', '']
      const rows = await tx.run(packetsOfPayer, caller.memberId, before, beforeId, rowsFor(query))
      const sights = new Map<string, Static<typeof PacketSchema>>()
      for (const packet of rows) sights.set(packet.id, await reply(tx, packet, caller.memberId))
      return pageReply(
        query,
        rows,
        (packet) => sights.get(packet.id)!,
        (packet) => [packet.sentAt, packet.id],
      )
    })
  },
})

const readRoute = route({
  method: 'GET',
  path: '/v1/packets/{id}',
  name: 'readPacket',
  summary:
    'A packet as the caller may see it: the payer and the operator everything, others what they may know',
  tags,
  callers: ['member', 'operator:packets:read'],
  params: PacketParams,
  reply: PacketSchema,
  refusals: ['not_found'],
  handle({ ctx, caller, params }) {
    return ctx.db.snapshot(async (tx) => {
      const memberId = caller.kind === 'member' ? caller.memberId : null
      return packetJson(await seeOrRefuse(tx, params.id, memberId), memberId)
    })
  },
})

interface VerbRoute {
  path: `/v1/packets/{id}/${string}`
  name: string
  summary: string
  refusals: Route['refusals']
  verb: (tx: Tx, ask: PacketAsk) => Promise<PacketRow>
}

/** A verb without a body: post to it, and see what the packet is now. */
function verbRoute({ path, name, summary, refusals, verb }: VerbRoute): Route {
  return route({
    method: 'POST',
    path,
    name,
    summary,
    tags,
    callers: ['member'],
    params: closed({ id: PacketParams.properties.id }),
    reply: PacketSchema,
    refusals,
    async handle({ tx, caller, params }) {
      const packet = await verb(tx, { packetId: params.id, memberId: caller.memberId })
      return reply(tx, packet, caller.memberId)
    },
  })
}

const recallRoute = route({
  method: 'POST',
  path: '/v1/packets/{id}/recall',
  name: 'recallPacket',
  summary: 'Take back what nobody has claimed: CNCL, PECR with who has what, or RJCR',
  tags,
  callers: ['member'],
  params: PacketParams,
  body: RecallBody,
  reply: RecallSchema,
  refusals: ['not_found', ...fates, 'not_delivered_yet', 'not_recallable'],
  async handle({ tx, caller, params, body }) {
    const { packet, result, returned, claims } = await recallPacket(tx, {
      packetId: params.id,
      memberId: caller.memberId,
      manner: body.manner ?? 'remainder',
      reason: body.reason ?? 'CUST',
    })
    return {
      result,
      returned: Number(returned),
      claims: claims.map(claimJson),
      packet: await reply(tx, packet, caller.memberId),
    }
  },
})

export const packetRoutes: readonly Route[] = [
  sendRoute,
  listRoute,
  readRoute,
  verbRoute({
    path: '/v1/packets/{id}/undo',
    name: 'undoPacket',
    summary: 'Undo a packet within its undo window',
    refusals: ['not_found', ...fates, 'undo_window_over'],
    verb: undoPacket,
  }),
  recallRoute,
  verbRoute({
    path: '/v1/packets/{id}/pause',
    name: 'pausePacket',
    summary: 'Stop further claims; expiry runs on',
    refusals: ['not_found', ...fates, 'already_paused', 'not_pausable'],
    verb: pausePacket,
  }),
  verbRoute({
    path: '/v1/packets/{id}/release',
    name: 'releasePacket',
    summary: 'Let claims go on, or begin',
    refusals: ['not_found', ...fates, 'already_open'],
    verb: releasePacket,
  }),
  verbRoute({
    path: '/v1/packets/{id}/decline',
    name: 'declinePacket',
    summary: 'The one recipient sends the packet back at once',
    refusals: ['not_found', ...fatesForRecipient],
    verb: declinePacket,
  }),
  verbRoute({
    path: '/v1/packets/{id}/ask-not-to-open',
    name: 'askNotToOpenPacket',
    summary: 'Ask, once and politely, not to open the packet',
    refusals: ['not_found', 'recipient_blocked', ...fates, 'already_asked', 'not_delivered_yet'],
    verb: askNotToOpen,
  }),
]
