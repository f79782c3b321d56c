/** Every feature's routes, in the order of the API's description. */

import type { Route } from './http/route.ts'
import { contactRoutes } from './people/contacts.routes.ts'
import { externalIdRoutes } from './people/external-ids.routes.ts'
import { groupRoutes } from './people/groups.routes.ts'
import { peopleRoutes } from './people/people.routes.ts'
import { transferRoutes } from './transfers/transfers.routes.ts'
import { walletRoutes } from './wallets/wallets.routes.ts'

export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...externalIdRoutes,
  ...contactRoutes,
  ...groupRoutes,
  ...walletRoutes,
  ...transferRoutes,
]
