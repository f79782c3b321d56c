/** The pages of asking back, giving back, and giving back in parts. */

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
    withWords(() => import('../returns/AskReturnPage.tsx')),
    'AskReturnPage',
  ),
})
const give = inShell('/returns/give/$sourceId', () => import('../returns/GivePage.tsx'), 'GivePage')

const instalments = inShell(
  '/instalments/$instalmentsId',
  () => import('../instalments/InstalmentsPage.tsx'),
  'InstalmentsPage',
)
/** `with` is the other of the two. */
const propose = createRoute({
  getParentRoute: () => shell,
  path: '/instalments/new/$sourceId',
  validateSearch: (search): { with?: string } => {
    const other = text(search.with)
    return other === undefined ? {} : { with: other }
  },
  component: lazyRouteComponent(
    withWords(() => import('../instalments/ProposePage.tsx')),
    'ProposePage',
  ),
})

export const returnRoutes = [list, request, about, ask, give, instalments, propose] as const
