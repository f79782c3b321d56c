/** The app's frame, for whoever is signed in, and how a page comes inside it. */

import { createRoute, lazyRouteComponent, redirect, type RouteComponent } from '@tanstack/react-router'
import { session } from '../session/session.ts'
import { Shell } from '../shell/Shell.tsx'
import { withWords } from '../words/i18n.ts'
import { root } from './root.ts'

export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: ({ location }) => {
    if (!session()) redirect({ to: '/', search: { next: location.href }, replace: true, throw: true })
  },
})

/** A page inside the frame, by its address; its code and words are loaded when it is first opened. */
export function inShell<const Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, RouteComponent>>,
  name: Name,
) {
  return createRoute({
    getParentRoute: () => shell,
    path,
    component: lazyRouteComponent(withWords(load), name),
  })
}
