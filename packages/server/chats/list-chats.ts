/**
 * A member's conversations: the groups they are in, everyone they keep as a contact, and everyone something has passed
 * with. Newest first; those in which nothing has happened come after, by name. The whole list is made for each page:
 * it is as long as the people one knows, and only the page's items are read.
 */

import type { Instant } from '@laisee/core/instant.ts'
import type { MemberCard } from '@laisee/core/member.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import type { Tx } from '../db/db.ts'
import { packetsSentTo } from '../packets/between.ts'
import { contactOf, contactsById } from '../people/contacts.ts'
import { staysIn, staysOf } from '../people/groups.ts'
import { cardsOf } from '../people/members.ts'
import { groupsById, headCounts } from '../people/read-groups.ts'
import { itemsOf, type ChatItem } from './items.ts'
import { mayKnowOf, peersOf } from './peers.ts'

type Contact = NonNullable<Awaited<ReturnType<typeof contactOf>>>

/** A conversation with a member or of a group, as the one who looks has it. */
export interface Chat {
  chatId: string
  kind: 'group' | 'member'
  /** Their own; the contact's alias goes before it. */
  name: string
  photoUrl: string | null
  contact: Contact | undefined
  /** A group's, now. */
  memberCount: number | null
  latest: Pick<ChatItem, 'kind' | 'id'> | undefined
}

/** Where a conversation stands in the list: by the moment of its latest item, or by name with `at` 0 where it has none. */
export interface ChatPlace {
  at: Instant
  name: string
  id: string
}

export interface ListedChat {
  chat: Chat
  place: ChatPlace
}

const byName = new Intl.Collator('zh-CN')

function comparePlaces(a: ChatPlace, b: ChatPlace): number {
  if (a.at !== b.at) return b.at - a.at
  const names = byName.compare(a.name, b.name)
  if (names !== 0) return names
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

function listed(chat: Chat, at: Instant | undefined): ListedChat {
  const name = at === undefined ? (chat.contact?.alias ?? chat.name) : ''
  return { chat, place: { at: at ?? 0, name, id: chat.chatId } }
}

/** At most `limit` conversations, from after a place. */
export async function listChats(
  tx: Tx,
  viewerId: string,
  after: ChatPlace | undefined,
  limit: number,
): Promise<ListedChat[]> {
  const now = await tx.now()
  return [...(await groupChats(tx, viewerId, now)), ...(await memberChats(tx, viewerId, now))]
    .filter(({ place }) => after === undefined || comparePlaces(place, after) > 0)
    .sort((a, b) => comparePlaces(a.place, b.place))
    .slice(0, limit)
}

async function groupChats(tx: Tx, viewerId: string, now: Instant): Promise<ListedChat[]> {
  const stays = Map.groupBy(await staysOf(tx, viewerId), (stay) => stay.groupId)
  const groupIds = [...stays].filter(([, own]) => own.some(({ until }) => until === null)).map(([id]) => id)
  if (groupIds.length === 0) return []
  const groups = await groupsById(tx, groupIds)
  const counts = await headCounts(tx, groupIds)
  const chats: ListedChat[] = []
  for (const groupId of groupIds) {
    const page = { viewerId, now, from: undefined, limit: 1 }
    const [newest] = await packetsSentTo(tx, groupId, stays.get(groupId)!, page)
    const latest = newest && { kind: 'packet' as const, id: newest.id }
    chats.push(listed(groupChat(groups.get(groupId)!, counts.get(groupId), latest), newest?.at))
  }
  return chats
}

async function memberChats(tx: Tx, viewerId: string, now: Instant): Promise<ListedChat[]> {
  const contacts = await contactsById(tx, viewerId)
  const peers = await peersOf(tx, viewerId, now)
  const ids = [...new Set([...contacts.keys(), ...peers.keys()])]
  const cards = await cardsOf(tx, ids)
  return ids.map((id) => {
    const latest = peers.get(id)
    return listed(memberChat(cards.get(id)!, contacts.get(id), latest), latest?.at)
  })
}

function groupChat(
  { id: chatId, name }: { id: string; name: string },
  memberCount = 0,
  latest: Chat['latest'],
): Chat {
  return { chatId, kind: 'group', name, photoUrl: null, contact: undefined, memberCount, latest }
}

function memberChat(card: MemberCard, contact: Contact | undefined, latest: Chat['latest']): Chat {
  const { id: chatId, name, photoUrl } = card
  return { chatId, kind: 'member', name, photoUrl, contact, memberCount: null, latest }
}

/**
 * One conversation, also one in which nothing has happened yet. Refuses `not_found` where the member was never in the
 * group, or may not know of the other one.
 */
export async function seeChat(tx: Tx, viewerId: string, chatId: string): Promise<Chat> {
  await knowChatOrRefuse(tx, viewerId, chatId)
  const [latest] = await itemsOf(tx, chatId, { viewerId, now: await tx.now(), from: undefined, limit: 1 })
  if (isIdOf('group', chatId)) {
    const group = (await groupsById(tx, [chatId])).get(chatId)!
    return groupChat(group, (await headCounts(tx, [chatId])).get(chatId), latest)
  }
  const card = (await cardsOf(tx, [chatId])).get(chatId)!
  return memberChat(card, await contactOf(tx, viewerId, chatId), latest)
}

/** A group one is or was in, or a member one may know of; anything else is `not_found`. */
export async function knowChatOrRefuse(tx: Tx, viewerId: string, chatId: string): Promise<void> {
  const known = isIdOf('group', chatId)
    ? (await staysIn(tx, chatId, viewerId)).length > 0
    : await mayKnowOf(tx, viewerId, chatId, await tx.now())
  if (!known) throw new RefusalError(refuse('not_found'))
}
