/** Words of opening a packet and of its page. */

import { area } from './tree.ts'

export const packetWords = area({ title: '红包' }, { title: 'Packet' })
