/** The items of a conversation as one stream. Pure. */

import type { ChatItem } from './chats-data.ts'

/** The id of the packet or transfer. */
export function idOf(item: ChatItem): string {
  return item.packet?.id ?? item.transfer?.id ?? ''
}

/** The pages of a conversation, newest first, as one list: oldest first, each item once, as it was read last. */
export function streamOf(pages: readonly { items: readonly ChatItem[] }[]): ChatItem[] {
  const found = new Map<string, ChatItem>()
  for (const { items } of pages)
    for (const item of items) if (!found.has(idOf(item))) found.set(idOf(item), item)
  return [...found.values()].reverse()
}
