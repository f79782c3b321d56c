/** Whom a send could be for, each once: those of recent conversations first. Pure. */

import type { Answer } from '@laisee/client/client.ts'
import type { Relation } from '@laisee/core/contact.ts'

type Chat = Answer<'listChats'>['items'][number]
type Contact = Answer<'listContacts'>['items'][number]
type Group = Answer<'listGroups'>['items'][number]

export interface Choosable {
  /** A member's or a group's. */
  id: string
  section: 'recent' | 'people' | 'groups'
  /** Their own name, and the one they are shown by. */
  name: string
  shownAs: string
  photoUrl: string | null
  relation: Relation | null
  /** Null for a person. */
  memberCount: number | null
}

/** No groups, where only a person can be paid. */
export function choosable(
  chats: readonly Chat[],
  contacts: readonly Contact[],
  groups: readonly Group[] | undefined,
): Choosable[] {
  const all = new Map<string, Choosable>()
  for (const { chatId, kind, name, alias, photoUrl, relation, memberCount, latest } of chats) {
    if (kind === 'group' && groups === undefined) continue
    const section = latest !== null ? 'recent' : kind === 'group' ? 'groups' : 'people'
    all.set(chatId, { id: chatId, section, name, shownAs: alias ?? name, photoUrl, relation, memberCount })
  }
  for (const { member, alias, relation } of contacts) {
    const { id, name, photoUrl } = member
    const shownAs = alias ?? name
    if (!all.has(id))
      all.set(id, { id, section: 'people', name, shownAs, photoUrl, relation, memberCount: null })
  }
  for (const { id, name, memberCount } of groups ?? [])
    if (!all.has(id))
      all.set(id, { id, section: 'groups', name, shownAs: name, photoUrl: null, relation: null, memberCount })
  return [...all.values()]
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** Whether a search text is part of either name; an empty one is. */
export function matches({ name, shownAs }: Choosable, text: string): boolean {
  const part = plain(text)
  return plain(name).includes(part) || plain(shownAs).includes(part)
}
