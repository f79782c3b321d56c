/** The bar above an organisation's pages: which one, who one is in it, and the ways out. */

import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../app/data/queries.ts'
import { service } from '../../app/data/service.ts'
import { setLooks } from '../../app/session/looks.ts'
import { session, setSession, useSession } from '../../app/session/session.ts'
import { linkTo } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { PersonName } from '../parts/Said.tsx'
import { useIsDark } from '../theme.ts'
import { languageNow, speak } from '../words.ts'

export function TopBar(): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  return (
    <header className="top-bar">
      <a {...linkTo('/', { choose: 'yes' })} className="organisation" title={t('desk.switchOrganisation')}>
        <span className="one-line">{organisation.name}</span>
      </a>
      <ul className="my-roles" aria-label={t('desk.myRoles')}>
        {organisation.myRoles.map((role) => (
          <li key={role}>
            <Tag>{t(`desk.roles.${role}`)}</Tag>
          </li>
        ))}
      </ul>
      <Settings />
    </header>
  )
}

/** Language, light or dark, who one is, and signing out: on every page of the desk. */
export function Settings(): ReactElement {
  const { t } = useTranslation()
  const isSignedIn = useSession() !== undefined
  const me = useQuery({ ...meQuery, enabled: isSignedIn }).data
  const isDark = useIsDark()
  const other = languageNow() === 'zh' ? 'en' : 'zh'
  return (
    <div className="settings">
      {me && (
        <span className="me" aria-label={t('desk.signedInAs', { name: me.name })} role="group">
          <PersonName id={me.id} name={me.name} photoUrl={me.photoUrl} />
        </span>
      )}
      <Button type="text" lang={other} title={t('desk.languageLabel')} onClick={() => speak(other)}>
        {t('desk.language')}
      </Button>
      <Button type="text" onClick={() => setLooks({ theme: isDark ? 'light' : 'dark' })}>
        {t(isDark ? 'desk.light' : 'desk.dark')}
      </Button>
      {isSignedIn && (
        <Button type="text" onClick={() => void signOut()}>
          {t('desk.signOut')}
        </Button>
      )}
    </div>
  )
}

/** Sign out at the desk; the service forgets the session where it can be told. */
async function signOut(): Promise<void> {
  const current = session()
  if (!current) return
  try {
    await service().settle('revokeSession', { path: { id: current.memberId, sessionId: current.id } })
  } catch {
    // Without an answer the desk forgets the session all the same; it ends by itself.
  }
  setSession(undefined)
}
