/** With whom, about how much, how it stands and until when somebody is to act. */

import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'
import { DisputeChip } from './DisputeChip.tsx'
import type { SideProps } from './DisputePage.tsx'
import { askedOf, mayAdd, saysOf } from './story.ts'

interface DisputeHeadProps extends SideProps {
  sideId: string
  onDue: () => void
}

export function DisputeHead({ dispute, memberId, other, sideId, onDue }: DisputeHeadProps): ReactElement {
  const { t } = useTranslation()
  const { amount, cause, state, isLate } = dispute
  const asked = askedOf(dispute, memberId)
  const what = t(`disputes.causes.${cause}`)
  const isMine = dispute.openerId === memberId
  return (
    <>
      <section className="case-card dispute-head">
        <div className="dispute-who">
          <Avatar id={sideId} name={other} size={40} />
          <span className="cell-main">
            <span className="case-two-lines" dir="auto">
              {other}
            </span>
            <span className="case-second">{isMine ? what : t('disputes.theySay', { what })}</span>
          </span>
          <span className="case-amount">
            <Amount fen={amount} />
          </span>
        </div>
        <div className="dispute-state">
          <DisputeChip state={state} />
          <Due dispute={dispute} memberId={memberId} onDue={onDue} />
        </div>
        <Hearing dispute={dispute} memberId={memberId} />
        {mayAdd(dispute) && <p className="case-second">{t('disputes.money')}</p>}
      </section>
      {isLate && (
        <p className="notice" data-tone="hold">
          <Icon name="clock" size={20} />
          {t('disputes.says.late')}
        </p>
      )}
      {asked && (
        <section className="notice" data-tone="hold">
          <Icon name="hand" size={20} />
          <span className="case-notice">
            <strong>{t('disputes.asked.title')}</strong>
            <span className="case-words" dir="auto">
              {asked.text}
            </span>
            <Button small onClick={() => document.querySelector<HTMLElement>('#say textarea')?.focus()}>
              {t('disputes.asked.do')}
            </Button>
          </span>
        </section>
      )}
    </>
  )
}

/** Whose word is waited for before anything is decided, and until when. */
function Hearing({ dispute, memberId }: Pick<DisputeHeadProps, 'dispute' | 'memberId'>): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { hearing } = dispute
  if (hearing === null || !mayAdd(dispute)) return null
  const at = momentText(t, hearing.until, languageNow(), now)
  return <p>{t(hearing.memberId === memberId ? 'disputes.hear.me' : 'disputes.hear.other', { at })}</p>
}

/** Its own component, so that a tick redraws one line. What time alone changes is read again when it comes. */
function Due({
  dispute,
  memberId,
  onDue,
}: Pick<DisputeHeadProps, 'dispute' | 'memberId' | 'onDue'>): ReactElement {
  const { t } = useTranslation()
  const now = useNow()
  const { dueAt, isLate } = dispute
  const left = dueAt === null ? 0 : Date.parse(dueAt) - now
  const isDue = dueAt !== null && left <= 0 && !isLate
  useEffect(() => {
    if (isDue) onDue()
    // Once for each moment that comes.
  }, [isDue, dueAt])
  const says = saysOf(dispute, memberId)
  const at = dueAt === null ? '' : momentText(t, dueAt, languageNow(), now)
  return (
    <p role="status">
      {t(`disputes.says.${says}`, { at })}
      {left > 0 && (
        <span className="case-second numbers">{t('freezes.left', { span: spanText(t, left) })}</span>
      )}
    </p>
  )
}
