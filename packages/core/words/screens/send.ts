/** Words of sending a packet. */

import { area } from './tree.ts'

export const sendWords = area({ title: '发红包' }, { title: 'Send a packet' })
