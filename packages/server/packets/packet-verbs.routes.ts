/** The verbs of a packet over the API: the sender's, and the one recipient's. Claims are in claims.routes.ts. */

import type { Tx } from '../db/db.ts'
import { route, type Route } from '../http/route.ts'
import { recallRightRefusals } from '../policies/recall-right.ts'
import { closed } from '../http/schemas.ts'
import { askNotToOpen } from './ask-not-to-open.ts'
import { declinePacket } from './decline.ts'
import { claimJson } from './claims.schemas.ts'
import { endHoldOfPacket } from './end-hold.ts'
import { PacketParams, packetReply, PacketSchema, RecallBody, RecallSchema } from './packets.schemas.ts'
import type { PacketRow } from './packets.sql.ts'
import { pausePacket, releasePacket } from './pause.ts'
import { recallPacket } from './recall.ts'
import { undoPacket, type PacketAsk } from './undo.ts'

const tags = ['packets']

/** How a packet its recipient may see can have ended. */
const fatesForRecipient = [
  'already_recalled',
  'already_declined',
  'already_expired',
  'already_claimed_out',
] as const
const fates = ['already_rejected', 'already_undone', ...fatesForRecipient] as const

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
      return packetReply(tx, packet.id, caller.memberId)
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
  refusals: [
    'not_found',
    ...fates,
    'not_delivered_yet',
    'not_recallable',
    ...recallRightRefusals,
    'packet_frozen',
  ],
  async handle({ tx, caller, params, body }) {
    const { packet, result, returned, claims } = await recallPacket(tx, {
      packetId: params.id,
      memberId: caller.memberId,
      manner: body.manner ?? 'remainder',
      reason: body.reason ?? 'CUST',
      note: body.note ?? null,
    })
    return {
      result,
      returned: Number(returned),
      claims: claims.map(claimJson),
      packet: await packetReply(tx, packet.id, caller.memberId),
    }
  },
})

export const packetVerbRoutes: readonly Route[] = [
  verbRoute({
    path: '/v1/packets/{id}/undo',
    name: 'undoPacket',
    summary: 'Undo a packet while it is held or within its undo window',
    refusals: ['not_found', ...fates, 'undo_window_over', 'packet_frozen'],
    verb: undoPacket,
  }),
  verbRoute({
    path: '/v1/packets/{id}/end-hold',
    name: 'endPacketHold',
    summary: 'End the hold of a packet early: its undo window begins now',
    refusals: ['not_found', 'not_before_after_expiry', ...fates, 'not_held', 'hold_not_over_yet'],
    verb: endHoldOfPacket,
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
    refusals: ['not_found', ...fatesForRecipient, 'packet_frozen'],
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
