/** The pages of collections. */

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withWords } from '../words/i18n.ts'
import { text } from './root.ts'
import { inShell, shell } from './shell.ts'

const list = inShell('/collections', () => import('../collections/CollectionsPage.tsx'), 'CollectionsPage')
const one = inShell(
  '/collections/$collectionId',
  () => import('../collections/CollectionPage.tsx'),
  'CollectionPage',
)
/** `group` is the one whose people are asked. */
const begin = createRoute({
  getParentRoute: () => shell,
  path: '/collections/new',
  validateSearch: (search): { group?: string } => {
    const asked = text(search.group)
    return asked === undefined ? {} : { group: asked }
  },
  component: lazyRouteComponent(
    withWords(() => import('../collections/NewCollectionPage.tsx')),
    'NewCollectionPage',
  ),
})

export const collectionRoutes = [list, one, begin] as const
