/** The version that waits for somebody's word: whose it is, its parts, and agreeing, changing or dropping it. */

import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { service } from '../data/service.ts'
import type { Version } from './instalments-data.ts'
import type { PageParts } from './InstalmentsPage.tsx'
import { Sure } from './Sure.tsx'
import { useDo } from './use-do.ts'
import { InterestLine, PartsList } from './Versions.tsx'

export function Proposal(props: PageParts): ReactElement | null {
  const { instalments, isDebtor, name } = props
  const { t } = useTranslation()
  const { proposed, agreed, debtor, creditor } = instalments
  if (proposed === null) return null
  const isMine = proposed.by === (isDebtor ? debtor.id : creditor.id)
  const { version } = proposed
  return (
    <section className="proposal">
      <h2 className="cells-title" dir="auto">
        {t(isMine ? 'instalmentsPage.page.proposedByMe' : 'instalmentsPage.page.proposedByOther', {
          ...{ name, version },
        })}
      </h2>
      <div className="cells">
        <PartsList version={proposed} withStates={false} />
        {proposed.note !== '' && (
          <blockquote className="proposal-note" dir="auto">
            {proposed.note}
          </blockquote>
        )}
      </div>
      <InterestLine version={proposed} />
      {agreed !== null && <p className="cells-foot">{t('instalmentsPage.page.insteadOf')}</p>}
      <Answers {...props} isMine={isMine} />
    </section>
  )
}

function Answers({ instalments, isDebtor, isMine }: PageParts & { isMine: boolean }): ReactElement {
  const { t } = useTranslation()
  const { id, about, proposed, may } = instalments
  const drop = useDo(`${id}.drop.${proposed!.version}`, (_: null, idempotencyKey) =>
    service().dropInstalmentsProposal({ path: { id }, idempotencyKey }),
  )
  const otherId = (isDebtor ? instalments.creditor : instalments.debtor).id
  return (
    <div className="buttons proposal-answers">
      {drop.failure !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          {drop.failure}
        </p>
      )}
      {may.includes('accept') && <Accept id={id} proposed={proposed!} isDebtor={isDebtor} />}
      <div className="buttons beside">
        <Link
          to="/instalments/new/$sourceId"
          params={{ sourceId: about }}
          search={{ with: otherId }}
          className="button plain"
        >
          {t('instalmentsPage.do.counter')}
        </Link>
        <Button
          busy={drop.isBusy}
          onClick={() => drop.run(null, t(`instalmentsPage.done.${isMine ? 'withdraw' : 'decline'}`))}
        >
          {t(`instalmentsPage.do.${isMine ? 'withdraw' : 'decline'}`)}
        </Button>
      </div>
    </div>
  )
}

interface AcceptProps {
  id: string
  proposed: Version
  isDebtor: boolean
}

/** Agreeing, and whether each part is to be paid by itself: the one who pays back says so. */
function Accept({ id, proposed, isDebtor }: AcceptProps): ReactElement {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const [consent, setConsent] = useState(false)
  const { version, principal, interest, parts } = proposed
  const accept = useDo(`${id}.accept`, (body: { version: number; consent?: boolean }, idempotencyKey) =>
    service().acceptInstalments({ path: { id }, body, idempotencyKey }),
  )
  const close = () => {
    accept.forget()
    setAsked(false)
  }
  const act = () =>
    accept.run({ version, ...(isDebtor ? { consent } : {}) }, t('instalmentsPage.done.accept'), close)
  return (
    <>
      <Button look="act" wide onClick={() => setAsked(true)}>
        {t('instalmentsPage.do.accept')}
      </Button>
      <Sure
        open={isAsked}
        title={t('instalmentsPage.ask.accept', { count: parts.length })}
        text={t('instalmentsPage.ask.acceptText', { amount: principal + interest })}
        action={t('instalmentsPage.do.accept')}
        busy={accept.isBusy}
        failure={accept.failure}
        onAct={act}
        onClose={close}
      >
        {isDebtor && (
          <div className="cells">
            <SwitchRow
              label={t('instalmentsPage.ask.consent')}
              note={t('instalmentsPage.ask.consentNote')}
              checked={consent}
              onChange={setConsent}
            />
          </div>
        )}
      </Sure>
    </>
  )
}
