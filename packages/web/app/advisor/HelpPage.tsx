/** The front door of whoever has just sent money by mistake: no account, and nothing leaves the device. */

import { Link, useRouter } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { serviceNow } from '../data/service-time.ts'
import { recall } from '../session/keep.ts'
import { setLooks, useLooks } from '../session/looks.ts'
import { useSession } from '../session/session.ts'
import { LanguageSwitch } from '../sign-in/LanguageSwitch.tsx'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { begin } from './begin.ts'
import { Frame } from './Frame.tsx'
import { forget, hasTold, nowName, readSaved, reopen, savedOnes, type Saved } from './kept.ts'

export function HelpPage(): ReactElement {
  const { t } = useTranslation()
  const router = useRouter()
  const kept = readSaved(recall(nowName))
  const isSignedIn = useSession() !== undefined
  const isHalfWay = kept !== undefined && hasTold(kept)
  const goTo = (cause: 'deceived' | 'asked_to_return') => {
    begin({ cause })
    void router.navigate({ to: '/help/plan' })
  }
  const start = () => {
    begin({})
    void router.navigate({ to: '/help/ask', search: { q: 1 } })
  }
  return (
    <Frame title={t('advisorPage.title')} above="/" actions={<LanguageSwitch />}>
      <p className="help-lead">{t('advisorPage.lead')}</p>
      <StartDoor onStart={start} />
      <p className="notice" data-tone="ice">
        <Icon name="lock" size={18} />
        <span>{t('advisorPage.promise')}</span>
      </p>
      <Cells>
        {isHalfWay && (
          <Link to="/help/plan" className="cell">
            <CellInside start={<Icon name="clock" />} label={t('advisorPage.goOn')} leads />
          </Link>
        )}
        <CellButton
          start={<Icon name="warn" />}
          label={t('advisorPage.fraud')}
          note={t('advisorPage.fraudNote')}
          onClick={() => goTo('deceived')}
          leads
        />
        <CellButton
          start={<Icon name="recall" />}
          label={t('advisorPage.asked')}
          note={t('advisorPage.askedNote')}
          onClick={() => goTo('asked_to_return')}
          leads
        />
        {isSignedIn && (
          <Link to="/cases" className="cell">
            <CellInside start={<Icon name="shield" />} label={t('advisorPage.cases')} leads />
          </Link>
        )}
        <Link to="/help/scam" className="cell">
          <CellInside
            start={<Icon name="shield" />}
            label={t('advisorPage.scam')}
            note={t('advisorPage.scamNote')}
            leads
          />
        </Link>
        <Link to="/help/never" className="cell">
          <CellInside
            start={<Icon name="info" />}
            label={t('advisorPage.never')}
            note={t('advisorPage.neverNote')}
            leads
          />
        </Link>
      </Cells>
      <SavedList />
      <ElderSwitch />
    </Frame>
  )
}

function StartDoor({ onStart }: { onStart: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <button type="button" className="help-start" onClick={onStart}>
      <Icon name="undo" size={28} />
      <span className="help-start-text">
        <span>{t('advisorPage.start')}</span>
        <span>{t('advisorPage.startNote')}</span>
      </span>
      <Icon name="next" size={18} />
    </button>
  )
}

function SavedList(): ReactElement | null {
  const { t } = useTranslation()
  const router = useRouter()
  const [all, setAll] = useState(savedOnes)
  if (all.length === 0) return null
  const open = (one: Saved) => {
    reopen(one)
    void router.navigate({ to: '/help/plan' })
  }
  const drop = (one: Saved) => {
    forget(one.id)
    setAll(savedOnes())
    say(t('advisorPage.forgotten'))
  }
  return (
    <Cells title={t('advisorPage.savedTitle')} foot={t('advisorPage.savedFoot')}>
      <ul>
        {all.map((one) => (
          <li key={one.id} className="help-saved">
            <CellButton
              label={one.name}
              note={momentText(t, one.savedAt, languageNow(), serviceNow())}
              onClick={() => open(one)}
              leads
            />
            <button
              type="button"
              className="icon-button"
              aria-label={t('advisorPage.forget', { name: one.name })}
              onClick={() => drop(one)}
            >
              <Icon name="close" size={18} />
            </button>
          </li>
        ))}
      </ul>
    </Cells>
  )
}

function ElderSwitch(): ReactElement {
  const { t } = useTranslation()
  const { elder } = useLooks()
  return (
    <Cells>
      <CellButton
        role="switch"
        aria-checked={elder}
        label={t('advisorPage.elder')}
        note={t('advisorPage.elderNote')}
        end={t(elder ? 'advisorPage.on' : 'advisorPage.off')}
        onClick={() => setLooks({ elder: !elder })}
      />
    </Cells>
  )
}
