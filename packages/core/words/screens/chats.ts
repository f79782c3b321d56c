/** Words of the list of chats and of a chat. */

import { area } from './tree.ts'

export const chatsWords = area({ title: '聊天' }, { title: 'Chats' })
