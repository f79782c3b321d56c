/** The pages of asking back and giving back. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '../words/i18n.ts'
import { text } from './root.ts'
import { inShell, shell } from './shell.ts'

const list = inShell('/returns', () => import('../returns/ReturnsPage.tsx'), 'ReturnsPage')
const request = inShell('/returns/$requestId', () => import('../returns/RequestPage.tsx'), 'RequestPage')
const about = inShell('/returns/about/$packetId', () => import('../returns/AboutPage.tsx'), 'AboutPage')
/** `to` is one of those who have a share; everybody is asked where it is not said. */
const ask = createRoute({
  getParentRoute: () => shell,
  path: '/returns/ask/$sourceId',
  validateSearch: (search): { to?: string } => {
    const to = text(search.to)
    return to === undefined ? {} : { to }
  },
  component: lazyRouteComponent(
    withWords(() => import('../returns/AskPage.tsx')),
    'AskPage',
  ),
})
const give = inShell('/returns/give/$sourceId', () => import('../returns/GivePage.tsx'), 'GivePage')

export const returnRoutes = [list, request, about, ask, give] as const
