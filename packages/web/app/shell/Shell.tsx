/** The frame around every screen of someone signed in: the tabs, the banner of the connection, the undo bar. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'
import { listen } from '../data/live.ts'
import { inboxCountQuery } from '../inbox/inbox-data.ts'
import { useSession } from '../session/session.ts'
import { useTellTable } from '../tour/tell-table.ts'
import { withWords } from '../words/i18n.ts'
import { Banner } from './Banner.tsx'

/** What stands over every page, and is needed once something was sent or comes. */
const NewsToast = lazyPart(
  withWords(async () => ({ default: (await import('../inbox/NewsToast.tsx')).NewsToast })),
)
const PendingSends = lazyPart(
  withWords(async () => ({ default: (await import('../send/PendingSends.tsx')).PendingSends })),
)
const UndoBars = lazyPart(
  withWords(async () => ({ default: (await import('../send/UndoBars.tsx')).UndoBars })),
)

const tabs = [
  { to: '/chats', icon: 'chat', label: 'shell.chats' },
  { to: '/inbox', icon: 'bell', label: 'shell.inbox' },
  { to: '/wallet', icon: 'wallet', label: 'shell.wallet' },
  { to: '/settings', icon: 'person', label: 'shell.me' },
] as const satisfies readonly { to: string; icon: IconName; label: string }[]

/** Only the first page of each tab shows the tabs on a phone; a wide window always does. */
const firstPages: readonly string[] = tabs.map(({ to }) => to)

export function Shell(): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const who = useSession()
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => (who ? listen(queries) : undefined), [queries, who?.token])
  useTellTable()
  return (
    <div className="shell" key={who?.memberId} data-tabs={firstPages.includes(path) ? 'shown' : 'wide'}>
      <a className="skip" href="#main">
        {t('shell.skipToContent')}
      </a>
      <Tabs />
      <main id="main" tabIndex={-1} className="shell-main">
        <Banner />
        <Outlet />
      </main>
      <div className="shell-bars">
        <Suspense>
          <PendingSends />
          <UndoBars />
        </Suspense>
      </div>
      <Suspense>{who && <NewsToast />}</Suspense>
    </div>
  )
}

function Tabs(): ReactElement {
  const { t } = useTranslation()
  const { data: unread = 0 } = useQuery(inboxCountQuery)
  return (
    <nav className="tabs" aria-label={t('shell.navigation')}>
      {tabs.map(({ to, icon, label }) => (
        <Link key={to} to={to} className="tab" activeProps={{ 'aria-current': 'page' }}>
          <span className="tab-icon">
            <Icon name={icon} size={26} />
            {to === '/inbox' && unread > 0 && (
              <span className="dot" aria-hidden="true">
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
          {t(label)}
          {to === '/inbox' && unread > 0 && (
            <span className="unseen">
              {unread > 99 ? t('shell.unreadMany') : t('shell.unread', { count: unread })}
            </span>
          )}
        </Link>
      ))}
    </nav>
  )
}
