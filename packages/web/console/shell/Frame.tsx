/** The frame of an organisation's pages: where one is, what else there is and how much of it waits, who one is here. */

import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalError } from '../../app/data/service.ts'
import { useSession } from '../../app/session/session.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { linkTo } from '../address.ts'
import { AtDeskContext, organisationQuery, useAtDesk, type Organisation } from '../data/organisation-data.ts'
import { Money } from '../parts/Said.tsx'
import { Read } from '../parts/States.tsx'
import { Door, Lost, LostDoor } from './Lost.tsx'
import { isPageName, pageNames, pages, type PageName } from './pages.ts'
import { TopBar } from './TopBar.tsx'

const icons: Record<PageName, IconName> = {
  disputes: 'hand',
  freezes: 'snow',
  reports: 'warn',
  limits: 'wallet',
  approvals: 'checkAll',
  sends: 'out',
  people: 'people',
  policy: 'shield',
  log: 'log',
}

interface FrameProps {
  organisationId: string
  page: string | undefined
}

export function Frame({ organisationId, page }: FrameProps): ReactElement {
  const organisation = useQuery(organisationQuery(organisationId))
  if (organisation.error instanceof RefusalError && organisation.error.code === 'not_found')
    return <LostDoor />
  const read = (
    <Read query={organisation}>{(data) => <Pages organisation={data} page={page ?? firstPage(data)} />}</Read>
  )
  return organisation.data === undefined ? <Door>{read}</Door> : read
}

/** The first page that has anything to show here: its own work for the service's staff, approvals for anybody else. */
function firstPage(organisation: Organisation): PageName {
  return pageNames.find((name) => isShown(name, organisation)) ?? 'approvals'
}

function isShown(name: PageName, organisation: Organisation): boolean {
  return pages[name].isFor?.(organisation.myRoles, organisation) ?? true
}

function Pages({ organisation, page }: { organisation: Organisation; page: string }): ReactElement {
  const { t } = useTranslation()
  const memberId = useSession()?.memberId ?? ''
  const at = useMemo(() => ({ organisation, memberId }), [organisation, memberId])
  const known = isPageName(page) ? page : undefined
  const Page = known ? pages[known].Page : Lost
  useEffect(() => {
    document.title = [known && t(`desk.${known}`), organisation.name, t('desk.name')]
      .filter(Boolean)
      .join(' · ')
  }, [t, known, organisation.name])
  return (
    <AtDeskContext value={at}>
      <a className="skip" href="#content">
        {t('desk.skip')}
      </a>
      <div className="frame">
        <TopBar />
        <Navigation page={known} />
        <main id="content" tabIndex={-1}>
          <Notices organisation={organisation} />
          <Page key={page} />
        </main>
      </div>
    </AtDeskContext>
  )
}

function Navigation({ page }: { page: PageName | undefined }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const shown = pageNames.filter((name) => name === page || isShown(name, organisation))
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    // Where the pages stand side by side, the one that is open is never beyond the edge.
    const here = bar.current?.querySelector<HTMLElement>('[aria-current]')
    if (here) bar.current?.scrollTo({ left: here.offsetLeft - here.offsetWidth / 2 })
  }, [page])
  return (
    <nav ref={bar} aria-label={t('desk.navigation')} className="desk-nav">
      <ul>
        {shown.map((name) => (
          <li key={name}>
            <NavigationLink name={name} isHere={name === page} />
          </li>
        ))}
      </ul>
      <Purse />
    </nav>
  )
}

function NavigationLink({ name, isHere }: { name: PageName; isHere: boolean }): ReactElement {
  const { t } = useTranslation()
  const { id } = useAtDesk().organisation
  const count = pages[name].useCount(id)
  return (
    <a {...linkTo(`/${id}/${name}`)} aria-current={isHere ? 'page' : undefined}>
      <Icon name={icons[name]} size={18} />
      <span className="nav-name">{t(`desk.${name}`)}</span>
      {count !== undefined && count > 0 && <span className="nav-count">{count}</span>}
    </a>
  )
}

/** What the organisation has, for those who answer for its money. */
function Purse(): ReactElement | null {
  const { t } = useTranslation()
  const { wallet } = useAtDesk().organisation
  return (
    wallet && (
      <p className="purse">
        <span>{t('desk.wallet')}</span>
        <Money fen={wallet.balance} />
      </p>
    )
  )
}

function Notices({ organisation: { suspended, myRoles } }: { organisation: Organisation }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {suspended && (
        <Alert
          type="warning"
          showIcon
          title={t('desk.suspended')}
          description={t('desk.suspendedText', { reason: suspended.reason })}
        />
      )}
      {myRoles.length === 0 && (
        <Alert type="info" showIcon title={t('desk.noRoles')} description={t('desk.noRolesText')} />
      )}
    </>
  )
}
