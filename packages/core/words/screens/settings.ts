/** Words of the settings. */

import { area } from './tree.ts'

export const settingsWords = area({ title: '我' }, { title: 'Me' })
