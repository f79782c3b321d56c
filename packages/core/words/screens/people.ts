/** Words of contacts and groups. */

import { area } from './tree.ts'

export const peopleWords = area({ title: '通讯录' }, { title: 'Contacts' })
