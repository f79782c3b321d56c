/** Words of the inbox around its notices. */

import { area } from './tree.ts'

export const inboxWords = area({ title: '通知' }, { title: 'Inbox' })
