/** Words of a packet that came by link. */

import { area } from './tree.ts'

export const claimWords = area({ title: '领红包' }, { title: 'Claim' })
