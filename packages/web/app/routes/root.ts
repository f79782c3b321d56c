/** What every page is below: the frame of nothing, and what stands there when an address or a page is broken. */

import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { BrokenPage, LostPage } from '../shell/BrokenPage.tsx'

interface Context {
  queries: QueryClient
}

export const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  notFoundComponent: LostPage,
  errorComponent: BrokenPage,
})

/** Text of an address's query, or nothing. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
