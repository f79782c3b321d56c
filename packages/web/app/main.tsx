/** The phone app begins: words, the service's time, the router, the service worker. */

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/ui.css'
import './shell/shell.css'
import { Toasts } from '../ui/Toasts.tsx'
import { followMovedClock } from './data/moved-clock.ts'
import { createQueries } from './data/queries.ts'
import { followClock } from './data/service-time.ts'
import { createAppRouter } from './router.tsx'
import { followSession } from './session/follow-session.ts'
import { wearLooks } from './session/looks.ts'
import { keepFocus } from './shell/keep-focus.ts'
import { registerWorker } from './shell/worker.ts'
import { startWords } from './words/i18n.ts'

const words = startWords()
wearLooks()
followClock()
registerWorker()
keepFocus()
const queries = createQueries()
const router = createAppRouter(queries)
followMovedClock(queries)
followSession(queries, () => void router.invalidate())

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <Toasts>
          <RouterProvider router={router} />
        </Toasts>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
