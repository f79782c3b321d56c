/** Beside paying: standing consent, agreeing anew, letting go of the rest. */

import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { service } from '../data/service.ts'
import type { PageParts } from './InstalmentsPage.tsx'
import { Sure } from './Sure.tsx'
import { useDo } from './use-do.ts'

export function More({ instalments, isDebtor }: PageParts): ReactElement | null {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const { id, about, may, left, consent, proposed, state } = instalments
  const otherId = (isDebtor ? instalments.creditor : instalments.debtor).id
  const setConsent = useDo(`${id}.consent`, (body: { consent: boolean }, idempotencyKey) =>
    service().setInstalmentsConsent({ path: { id }, body, idempotencyKey }),
  )
  const release = useDo(`${id}.release`, (_: null, idempotencyKey) =>
    service().releaseInstalments({ path: { id }, idempotencyKey }),
  )
  const close = () => {
    release.forget()
    setAsked(false)
  }
  if (state !== 'active') return null
  return (
    <Cells>
      {may.includes('consent') && (
        <SwitchRow
          label={t('instalmentsPage.ask.consent')}
          note={setConsent.failure ?? t('instalmentsPage.ask.consentNote')}
          checked={consent}
          disabled={setConsent.isBusy}
          onChange={(on) =>
            setConsent.run({ consent: on }, t(`instalmentsPage.done.${on ? 'consentOn' : 'consentOff'}`))
          }
        />
      )}
      {may.includes('propose') && proposed === null && (
        <Link
          to="/instalments/new/$sourceId"
          params={{ sourceId: about }}
          search={{ with: otherId }}
          className="cell"
        >
          <CellInside start={<Icon name="chat" />} label={t('instalmentsPage.do.renegotiate')} leads />
        </Link>
      )}
      {may.includes('release') && (
        <CellButton
          start={<Icon name="hand" />}
          label={t('instalmentsPage.do.release')}
          leads
          onClick={() => setAsked(true)}
        />
      )}
      <Sure
        open={isAsked}
        title={t('instalmentsPage.ask.release')}
        text={t('instalmentsPage.ask.releaseText', { amount: left })}
        action={t('instalmentsPage.do.release')}
        isWarning
        busy={release.isBusy}
        failure={release.failure}
        onAct={() => release.run(null, t('instalmentsPage.done.release', { amount: left }), close)}
        onClose={close}
      />
    </Cells>
  )
}
