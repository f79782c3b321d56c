/** The shapes of conversations and of what passed in them; a packet and a transfer are shown as their own routes show them. */

import { Type, type Static } from 'typebox'
import { relations } from '@laisee/core/contact.ts'
import { idPattern } from '@laisee/core/ids.ts'
import { packetStates } from '@laisee/core/packet.ts'
import { transferStates } from '@laisee/core/transfer.ts'
import type { Tx } from '../db/db.ts'
import { AmountSchema, closed, IdSchema, MomentSchema, named, nullable, oneOf } from '../http/schemas.ts'
import { packetReply, PacketSchema } from '../packets/packets.schemas.ts'
import { seeTransfer } from '../transfers/read.ts'
import { transferJson, TransferSchema } from '../transfers/transfers.schemas.ts'
import type { ChatItem } from './items.ts'
import type { Chat } from './list-chats.ts'

const ChatIdSchema = Type.String({
  pattern: `${idPattern('group')}|${idPattern('member')}`,
  description: 'A group’s id, or the other member’s.',
})
const KindSchema = oneOf(['packet', 'transfer'])

export const ChatParams = closed({ chatId: ChatIdSchema })

export const ChatItemSchema = named(
  'ChatItem',
  'A packet or a transfer in a conversation: the one of its kind is there.',
  {
    kind: KindSchema,
    packet: nullable(PacketSchema),
    transfer: nullable(TransferSchema),
  },
)

const LatestSchema = named('ChatLatest', 'The newest packet or transfer of a conversation, in short.', {
  kind: KindSchema,
  id: Type.String({ description: 'The id of the packet or transfer.' }),
  at: MomentSchema,
  text: Type.String({ description: 'The greeting or the note.' }),
  state: oneOf([...new Set([...packetStates, ...transferStates])]),
  direction: oneOf(['sent', 'received'], 'Sent where the caller pays it.'),
  payerId: IdSchema('member'),
  amount: nullable(AmountSchema),
  canClaim: Type.Boolean({ description: 'Whether the caller can claim a share now.' }),
})

export const ChatSchema = named('Chat', 'A conversation with a member or of a group.', {
  chatId: ChatIdSchema,
  kind: oneOf(['group', 'member']),
  name: Type.String({ description: 'Their own; a contact’s alias goes before it.' }),
  alias: nullable(Type.String()),
  relation: nullable(oneOf(relations)),
  relationNote: nullable(Type.String()),
  photoUrl: nullable(Type.String()),
  isContact: Type.Boolean(),
  memberCount: nullable(Type.Integer({ minimum: 0, description: 'How many are in the group now.' })),
  latest: nullable(LatestSchema),
})

/** An item as the caller may see it: the very packet or transfer that its own route would give. */
export async function showItem(
  tx: Tx,
  memberId: string,
  { kind, id }: Pick<ChatItem, 'kind' | 'id'>,
): Promise<Static<typeof ChatItemSchema>> {
  if (kind === 'packet') return { kind, packet: await packetReply(tx, id, memberId), transfer: null }
  return { kind, packet: null, transfer: transferJson(await seeTransfer(tx, memberId, id), memberId) }
}

/** A conversation with its newest item in short. */
export async function showChat(tx: Tx, memberId: string, chat: Chat): Promise<Static<typeof ChatSchema>> {
  const { contact, latest } = chat
  return {
    chatId: chat.chatId,
    kind: chat.kind,
    name: chat.name,
    alias: contact?.alias ?? null,
    relation: contact?.relation ?? null,
    relationNote: contact?.relationNote ?? null,
    photoUrl: chat.photoUrl,
    isContact: contact !== undefined,
    memberCount: chat.memberCount,
    latest: latest ? inShort(await showItem(tx, memberId, latest), memberId) : null,
  }
}

function inShort(
  { kind, packet, transfer }: Static<typeof ChatItemSchema>,
  memberId: string,
): Static<typeof LatestSchema> {
  const item = (packet ?? transfer)!
  const { id, state, payerId } = item
  const isSent = payerId === memberId
  return {
    kind,
    id,
    at: isSent ? item.sentAt : item.deliverAt,
    text: packet ? packet.greeting : transfer!.note,
    state,
    direction: isSent ? 'sent' : 'received',
    payerId,
    amount: packet ? packet.total : transfer!.amount,
    canClaim: packet?.may.includes('claim') ?? false,
  }
}
