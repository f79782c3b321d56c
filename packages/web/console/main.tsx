/** The desk begins: words, the service's time, who is signed in at it. */

import { QueryClientProvider } from '@tanstack/react-query'
import { App as Messages, ConfigProvider } from 'antd'
import enGB from 'antd/es/locale/en_GB'
import zhCN from 'antd/es/locale/zh_CN'
import { StrictMode, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider, useTranslation } from 'react-i18next'
import '../ui/tokens.css'
import '../ui/ui.css'
import './desk.css'
import './policy/policy.css'
import './approvals/approvals.css'
import './sends/sends.css'
import './limits/limits.css'
import './log/log.css'
import './disputes/cases.css'
import { followMovedClock } from '../app/data/moved-clock.ts'
import { createQueries } from '../app/data/queries.ts'
import { followClock } from '../app/data/service-time.ts'
import { followSession } from '../app/session/follow-session.ts'
import { wearLooks } from '../app/session/looks.ts'
import { go } from './address.ts'
import { Desk } from './Desk.tsx'
import { useDeskTheme } from './theme.ts'
import { languageNow, startDeskWords } from './words.ts'

const words = startDeskWords()
wearLooks()
followClock()
const queries = createQueries()
followMovedClock(queries)
followSession(queries, () => go('/'))

function Themed(): ReactElement {
  useTranslation()
  return (
    <ConfigProvider
      locale={languageNow() === 'en' ? enGB : zhCN}
      theme={useDeskTheme()}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <Messages>
        <Desk />
      </Messages>
    </ConfigProvider>
  )
}

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <I18nextProvider i18n={words}>
      <QueryClientProvider client={queries}>
        <Themed />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
