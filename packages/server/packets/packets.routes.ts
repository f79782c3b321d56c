/** Packets over the API: send and see. Their verbs are in packet-verbs.routes.ts, claims in claims.routes.ts. */

import type { Static } from 'typebox'
import { confirmationRefusals, guardRefusals } from '../guard/gate.ts'
import { guardAskOf } from '../guard/guard-fields.schemas.ts'
import { alertOnRefusal } from '../families/alert-on-send.ts'
import { officeRefusals } from '../approvals/office.ts'
import { spendingRefusals } from '../limits/gather-spending.ts'
import { pageReply, placeOf, rowsFor } from '../http/page.ts'
import { PageOf, PageQuery } from '../http/schemas.ts'
import { route, type Route } from '../http/route.ts'
import { toIso } from '@laisee/core/instant.ts'
import { givenOf, oneStepUpAtATime } from '../passkeys/passkeys.schemas.ts'
import { proofRefusals } from '../passkeys/prove-step-up.ts'
import { packetReply, PacketParams, PacketSchema, SendPacketBody } from './packets.schemas.ts'
import { packetsOfPayer } from './packets.sql.ts'
import { sendAskOf } from './send-ask.schemas.ts'
import { sendPacket } from './send.ts'

const tags = ['packets']

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
    ...officeRefusals,
    ...spendingRefusals,
    'wallet_frozen',
    'balance_too_low',
    'giver_cannot_pay',
    ...guardRefusals,
    ...proofRefusals,
    ...confirmationRefusals,
  ],
  before: oneStepUpAtATime,
  onRefusal: alertOnRefusal,
  async handle({ tx, ctx, caller, body, remember }) {
    const stepUp = givenOf(body.stepUp, ctx.site)
    const guard = guardAskOf(body, ctx.guard)
    const ask = { ...sendAskOf(body, caller.memberId), stepUp, guard }
    const packet = await sendPacket(tx, ctx.secrets, ask)
    remember(packet.id)
    return packetReply(tx, packet.id, caller.memberId)
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
      for (const packet of rows) sights.set(packet.id, await packetReply(tx, packet.id, caller.memberId))
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
    const memberId = caller.kind === 'member' ? caller.memberId : null
    return ctx.db.snapshot((tx) => packetReply(tx, params.id, memberId))
  },
})

export const packetRoutes: readonly Route[] = [sendRoute, listRoute, readRoute]
