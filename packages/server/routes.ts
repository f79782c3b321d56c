/** Every feature's routes, in the order of the API's description. */

import type { Route } from './http/route.ts'

export const routes: readonly Route[] = []
