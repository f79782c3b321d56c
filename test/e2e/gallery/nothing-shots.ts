/** The shots of pages with nothing on them, of what is not there, and of what could not be read. */

import type { Page } from 'playwright-core'
import type { Shot } from './shot.ts'

const none = (name: string, title: string, path: string): Shot => ({
  ...{ name: `none-${name}`, title: `Nothing yet: ${title}`, says: 'What will be here.' },
  ...{ who: 'xiaoyu', path: () => path },
})

const lost = (name: string, title: string, path: string): Shot => ({
  ...{ name: `lost-${name}`, title: `Not there: ${title}`, says: 'Not there, or not for this person.' },
  ...{ who: 'xiaoyu', path: () => path },
})

/** The page is asked for while the service answers nothing of this kind. */
const failed = (name: string, title: string, place: { asks: string; path: string }): Shot => ({
  ...{ name: `failed-${name}`, title: `Could not be read: ${title}`, says: '', who: 'liuyang' },
  path: () => '/settings',
  act: async (page: Page) => {
    await page.route(place.asks, (route) => route.abort())
    await page.goto(place.path)
    await page.getByRole('alert').first().waitFor({ timeout: 40_000 })
  },
})

const no = '00000000000000000000000000'

export const nothingShots: readonly Shot[] = [
  none('returns', 'returns', '/returns'),
  none('collections', 'collections', '/collections'),
  none('approvals', 'approvals', '/approvals'),
  none('limits', 'limits', '/limits'),
  none('receipts', 'receipts', `/receipts/tr_${no}`),
  lost('return', 'a return request', `/returns/rr_${no}`),
  lost('dispute', 'a dispute', `/disputes/dsp_${no}`),
  lost('freeze', 'a freeze', `/freezes/frz_${no}`),
  lost('instalments', 'instalments', `/instalments/ins_${no}`),
  failed('returns', 'returns', { asks: '**/v1/return-requests**', path: '/returns' }),
  failed('cases', 'disputes and freezes', { asks: '**/v1/me/disputes**', path: '/cases' }),
  failed('family', 'the family', { asks: '**/v1/families**', path: '/family' }),
  failed('passkeys', 'passkeys', { asks: '**/v1/me/passkeys**', path: '/settings/passkeys' }),
]
