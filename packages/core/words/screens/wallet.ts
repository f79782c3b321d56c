/** Words of the wallet and its statement. */

import { area } from './tree.ts'

export const walletWords = area({ title: '零钱' }, { title: 'Wallet' })
