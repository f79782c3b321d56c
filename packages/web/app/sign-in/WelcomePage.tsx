/** The first page of someone who is not signed in: what this is, and the ways in. */

import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { failureText } from '../words/failure.ts'
import { CodeForm } from './CodeForm.tsx'
import { DemoDoors } from './DemoDoors.tsx'
import { Envelope } from './Envelope.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { healthQuery } from './welcome-data.ts'
import './sign-in.css'

export function WelcomePage(): ReactElement {
  const { t } = useTranslation()
  const health = useQuery(healthQuery)
  useEffect(() => {
    document.title = t('shell.name')
  }, [t])
  return (
    <main className="welcome">
      <header className="welcome-head">
        <div className="welcome-language">
          <LanguageSwitch />
        </div>
        <Envelope />
        <h1>{t('shell.name')}</h1>
        <p className="welcome-line">{t('signIn.oneLine')}</p>
        <p className="welcome-more">{t('signIn.more')}</p>
      </header>
      <div className="welcome-doors">
        <HelpDoor />
        {health.isPending && <Skeleton height={64} count={6} />}
        {health.isError && <Failed onRetry={() => void health.refetch()}>{failureText(health.error)}</Failed>}
        {health.data && (health.data.demo ? <DemoDoors /> : <CodeDoor />)}
      </div>
    </main>
  )
}

/** For whoever has just sent money by mistake, here or elsewhere: no account is needed. */
function HelpDoor(): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells>
      <Link to="/help" className="cell help-door">
        <CellInside start={<Icon name="undo" />} label={t('signIn.help')} note={t('signIn.helpNote')} leads />
      </Link>
    </Cells>
  )
}

/** In production: how one gets in, and a field for a code. */
function CodeDoor(): ReactElement {
  const { t } = useTranslation()
  const router = useRouter()
  return (
    <Cells title={t('signIn.howTitle')} foot={t('signIn.privacy')}>
      <p className="welcome-how">{t('signIn.how')}</p>
      <CodeForm
        busy={false}
        onCode={(code) => void router.navigate({ to: '/sign-in', hash: `code=${code}` })}
      />
    </Cells>
  )
}
