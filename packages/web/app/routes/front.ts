/** The pages before the app's frame: the first one, signing in, a packet by link, two people side by side. */

import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { seat } from '../session/seat.ts'
import { session } from '../session/session.ts'
import { placeToGoOn } from '../sign-in/fragment.ts'
import { withWords } from '../words/i18n.ts'
import { root, text } from './root.ts'

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search): { next?: string } => {
    const next = text(search.next)
    return next === undefined ? {} : { next }
  },
  beforeLoad: ({ search }) => {
    if (session()) redirect({ ...placeToGoOn(search.next, seat.base), replace: true, throw: true })
  },
  component: lazyRouteComponent(() => import('../sign-in/WelcomePage.tsx'), 'WelcomePage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(
    withWords(() => import('../sign-in/SignInPage.tsx')),
    'SignInPage',
  ),
})
/** A packet that came by link; its token is in the fragment. */
const claimLink = createRoute({
  getParentRoute: () => root,
  path: '/claim',
  component: lazyRouteComponent(
    withWords(() => import('../claim/ClaimLinkPage.tsx')),
    'ClaimLinkPage',
  ),
})
/** Two people side by side, for a first try. */
const duo = createRoute({
  getParentRoute: () => root,
  path: '/duo',
  component: lazyRouteComponent(
    withWords(() => import('../duo/DuoPage.tsx')),
    'DuoPage',
  ),
})

export const frontRoutes = [welcome, signIn, claimLink, duo] as const
