/** What goes in and comes out of the packet routes, and how a row becomes a reply. */

import { Type, type Static } from 'typebox'
import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { packetKinds, packetStates, stateAt } from '@laisee/core/packet.ts'
import { profileNames } from '@laisee/core/profile.ts'
import { recallReasons } from '@laisee/core/recall.ts'
import { amountToJson } from '@laisee/core/money.ts'
import {
  AmountSchema,
  BalanceSchema,
  closed,
  CurrencySchema,
  IdSchema,
  MomentSchema,
  named,
  nullable,
  oneOf,
  TextSchema,
} from '../http/schemas.ts'
import type { Tx } from '../db/db.ts'
import { guardFields } from '../guard/guard-fields.schemas.ts'
import { heldFields, heldJson } from '../held.schemas.ts'
import { onBehalfFields, onBehalfJson, onBehalfShown } from '../on-behalf.schemas.ts'
import { stepUpField } from '../passkeys/passkeys.schemas.ts'
import { cardsOf } from '../people/members.ts'
import { CardSchema, showCard } from '../people/people.schemas.ts'
import { claimJson, ClaimSchema } from './claims.schemas.ts'
import { knowsAmounts, mayNow, seeOrRefuse, type PacketSight } from './view.ts'

export const PacketParams = closed({ id: IdSchema('packet') })

export const SendPacketBody = closed({
  kind: oneOf(packetKinds, '普通 one-to-one, 普通群, 拼手气, 专属.'),
  total: AmountSchema,
  count: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  splitMethod: Type.Optional(
    oneOf(['wechat', 'provable'], 'How a lucky packet is split; `wechat` where it is not said.'),
  ),
  recipientIds: Type.Optional(
    Type.Array(IdSchema('member'), { minItems: 1, maxItems: 500, uniqueItems: true }),
  ),
  groupId: Type.Optional(IdSchema('group')),
  link: Type.Optional(
    Type.Literal(true, { description: 'Claimable by link instead of by named people or a group.' }),
  ),
  greeting: Type.Optional(TextSchema(120)),
  passphrase: Type.Optional(TextSchema(40, { lengthMin: 1 })),
  notBefore: Type.Optional(MomentSchema),
  expireAfterS: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 31_536_000, description: 'From delivery, in seconds.' }),
  ),
  openAs: Type.Optional(oneOf(['open', 'paused'], 'Sent open, or paused until the sender releases it.')),
  test: Type.Optional(Type.Boolean({ description: 'A test packet cannot be claimed.' })),
  paidFrom: Type.Optional(
    IdSchema('family', 'The allowance that pays; one’s own wallet where it is not said.'),
  ),
  ...onBehalfFields('packet'),
  profile: Type.Optional(
    oneOf(profileNames, 'The product profile; where it is not said `laisee`, or `enterprise` on behalf.'),
  ),
  ...stepUpField,
  ...guardFields,
})

const verbs = [
  'undo',
  'end_hold',
  'claim',
  'pause',
  'release',
  'recall',
  'decline',
  'expire',
  'ask_not_to_open',
] as const

export const PacketSchema = named('Packet', 'A red packet as the caller may see it.', {
  id: IdSchema('packet'),
  payerId: IdSchema('member'),
  payer: CardSchema,
  kind: oneOf(packetKinds),
  profile: oneOf(profileNames),
  currency: CurrencySchema,
  total: nullable(AmountSchema),
  count: Type.Integer({ minimum: 1 }),
  splitMethod: nullable(oneOf(['wechat', 'provable'])),
  commitment: nullable(Type.String({ description: 'The commitment to a provable split, in hex.' })),
  audience: oneOf(['member', 'members', 'group', 'link']),
  recipientId: nullable(IdSchema('member')),
  groupId: nullable(IdSchema('group')),
  greeting: Type.String(),
  hasPassphrase: Type.Boolean(),
  notBefore: nullable(MomentSchema),
  test: Type.Boolean(),
  state: oneOf(packetStates),
  claimedCount: Type.Integer({ minimum: 0 }),
  claimedAmount: nullable(BalanceSchema),
  returnedAmount: nullable(BalanceSchema),
  ...onBehalfShown,
  ...heldFields,
  ...{ deliverAt: MomentSchema, expireAt: MomentSchema },
  ...{ askedNotToOpenAt: nullable(MomentSchema), frozenUntil: nullable(MomentSchema) },
  closedAt: nullable(MomentSchema),
  closedBy: nullable(IdSchema('member')),
  closeReason: nullable(Type.String()),
  familyId: nullable(
    IdSchema('family', 'The allowance that paid, for its payer; null where their own wallet did.'),
  ),
  myShare: nullable(ClaimSchema),
  may: Type.Array(oneOf(verbs), { description: 'What can succeed for the caller now.' }),
})

export const RecallBody = closed({
  manner: Type.Optional(
    oneOf(
      ['remainder', 'all_or_nothing'],
      'Take what is left, or only if nobody has claimed; `remainder` where it is not said.',
    ),
  ),
  reason: Type.Optional(oneOf(recallReasons, 'ISO 20022 cancellation reason; `CUST` where it is not said.')),
  note: Type.Optional(
    TextSchema(500, { description: 'Why, in words: the policy of an organisation may ask for it.' }),
  ),
})

export const RecallSchema = named('Recall', 'What a recall brought back, and who has the rest.', {
  result: oneOf(['CNCL', 'PECR', 'RJCR'], 'ISO 20022: cancelled, partially executed, rejected.'),
  returned: BalanceSchema,
  claims: Type.Array(ClaimSchema),
  packet: PacketSchema,
})

const isoOrNull = (at: Instant | null) => (at === null ? null : toIso(at))

/**
 * A packet as JSON, with how much is in it for those who may know. What the clock has ended is shown ended, also before
 * a sweep has written it down.
 */
function packetJson(
  sight: PacketSight,
  payer: MemberCard,
  memberId: string | null,
): Static<typeof PacketSchema> {
  const { packet, now, mine, right } = sight
  const state = stateAt(packet, now)
  const showAmounts = knowsAmounts(sight)
  const sum = (amount: bigint) => (showAmounts ? amountToJson(amount) : null)
  return {
    id: packet.id,
    payerId: packet.payerId,
    payer: showCard(payer),
    kind: packet.kind,
    profile: packet.profile,
    currency: packet.currency,
    total: sum(packet.total),
    count: packet.count,
    splitMethod: packet.splitMethod,
    commitment: packet.commitment?.toString('hex') ?? null,
    audience: packet.audience,
    recipientId: packet.recipientId,
    groupId: packet.groupId,
    greeting: packet.greeting,
    hasPassphrase: packet.passphraseHash !== null,
    notBefore: isoOrNull(packet.notBefore),
    test: packet.test,
    state,
    claimedCount: packet.claimedCount,
    claimedAmount: sum(packet.claimedAmount),
    returnedAmount: sum(packet.returnedAmount),
    ...onBehalfJson(packet, sight.isPayer, right),
    ...heldJson(packet, sight.isPayer),
    deliverAt: toIso(packet.deliverAt),
    expireAt: toIso(packet.expireAt),
    askedNotToOpenAt: isoOrNull(packet.askedNotToOpenAt),
    frozenUntil: isoOrNull(packet.frozenUntil),
    closedAt: isoOrNull(packet.closedAt ?? (state === 'expired' ? packet.expireAt : null)),
    closedBy: packet.closedBy,
    closeReason: packet.closeReason,
    familyId: memberId === null || memberId === packet.payerId ? packet.familyId : null,
    myShare: mine ? claimJson(mine) : null,
    may: mayNow(sight, memberId),
  }
}

/** A packet as its caller may see it now, or `not_found`; null is the operator, who may see any. */
export async function packetReply(
  tx: Tx,
  packetId: string,
  memberId: string | null,
): Promise<Static<typeof PacketSchema>> {
  return showPacket(tx, await seeOrRefuse(tx, packetId, memberId), memberId)
}

/** A packet as it was seen: who sent it is told to whoever may see it, also to somebody who only holds a link. */
export async function showPacket(
  tx: Tx,
  sight: PacketSight,
  memberId: string | null,
): Promise<Static<typeof PacketSchema>> {
  const { payerId } = sight.packet
  return packetJson(sight, (await cardsOf(tx, [payerId])).get(payerId)!, memberId)
}
