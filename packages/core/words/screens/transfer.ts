/** Words of sending a transfer and of its page. */

import { area } from './tree.ts'

export const transferWords = area({ title: '转账' }, { title: 'Transfer' })
