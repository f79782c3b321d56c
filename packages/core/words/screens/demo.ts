/** Words of the demo: two people side by side, the movable clock, the first run. */

import { area } from './tree.ts'

export const demoWords = area({ title: '体验' }, { title: 'Try it' })
