/** Sends of the family that wait for one's word: who, how much, to whom and until when, with both answers beside them. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { say } from '../../ui/Toasts.tsx'
import { waitingQuery, type Approval } from '../approvals/approvals-data.ts'
import { ReasonSheet } from '../approvals/ReasonSheet.tsx'
import { TimeLeft } from '../approvals/TimeLeft.tsx'
import { useSays } from '../approvals/use-says.ts'
import { useWord } from '../approvals/use-word.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { useSession } from '../session/session.ts'
import { failureText } from '../words/failure.ts'
import '../approvals/approvals.css'

export function FamilyWaiting(): ReactElement | null {
  const { t } = useTranslation()
  const { data: waiting = [] } = useQuery(waitingQuery)
  const ofFamily = waiting.filter(({ organisationId }) => organisationId === null)
  if (ofFamily.length === 0) return null
  return (
    <section aria-labelledby="family-waiting" className="family-waiting">
      <h2 id="family-waiting" className="cells-title">
        {t('familyWaiting.title')}
      </h2>
      <ul className="approval-list">
        {ofFamily.map((approval) => (
          <li key={approval.sendId}>
            <Card approval={approval} />
          </li>
        ))}
      </ul>
      <p className="cells-foot">{t('familyWaiting.foot')}</p>
    </section>
  )
}

function Card({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays(approval)
  const word = useWord(approval.sendId)
  const [isRejecting, setRejecting] = useState(false)
  const purse = usePurseName(approval, says.nameOf)
  const { sender, send, may } = approval
  const { amount } = send
  const name = says.nameOf(sender.id)
  const speak = (verb: 'approve' | 'reject', note: string) =>
    word.mutate(
      { verb, note },
      {
        onSuccess: () => {
          setRejecting(false)
          say(
            verb === 'approve'
              ? t('familyWaiting.approved', { name })
              : t('familyWaiting.rejected', { amount, purse }),
          )
        },
      },
    )
  return (
    <div className="cells family-card">
      <What approval={approval} />
      {word.error && !isRejecting && (
        <p className="field-error" role="alert">
          {failureText(word.error)}
        </p>
      )}
      {may.includes('approve') && (
        <div className="limit-answers">
          <Button wide look="warn" onClick={() => setRejecting(true)}>
            {t('familyWaiting.reject')}
          </Button>
          <Button wide look="act" busy={word.isPending && !isRejecting} onClick={() => speak('approve', '')}>
            {t('familyWaiting.approve', { amount })}
          </Button>
        </div>
      )}
      {isRejecting && (
        <ReasonSheet
          title={t('familyWaiting.rejectTitle', { amount })}
          text={t('familyWaiting.rejectText', { name, purse })}
          label={t('familyWaiting.reason')}
          action={t('familyWaiting.reject')}
          isWarning
          busy={word.isPending}
          error={word.error}
          onSay={(note) => speak('reject', note)}
          onClose={() => {
            word.reset()
            setRejecting(false)
          }}
        />
      )}
    </div>
  )
}

/** Who, how much, to whom, with which words and until when; it leads to all that is known of it. */
function What({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays(approval)
  const { sendId, sender, send, approveBy } = approval
  return (
    <Link to="/approvals/$sendId" params={{ sendId }} className="approval-row">
      <span className="approval-row-head">
        <PersonFace {...sender} size={40} />
        <span className="approval-row-who whole-name">{says.nameOf(sender.id)}</span>
        <Amount fen={send.amount} />
      </span>
      <span className="approval-row-what" dir="auto">
        {[says.kind, says.shares, says.to()].filter(Boolean).join(' · ')}
      </span>
      {send.words !== '' && (
        <span className="approval-row-what" dir="auto">
          <q>{send.words}</q>
        </span>
      )}
      <span className="approval-chips">
        <TimeLeft until={approveBy} />
        <span className="approval-second">{t('familyWaiting.more')}</span>
      </span>
    </Link>
  )
}

/** Whose wallet it goes back to, as whoever is asked calls it. */
function usePurseName({ send, sender }: Approval, nameOf: (id: string) => string): string {
  const { t } = useTranslation()
  const ownId = useSession()?.memberId
  const paidById = send.paidFromId ?? sender.id
  return paidById === ownId ? t('familyWaiting.yours') : t('familyWaiting.theirs', { name: nameOf(paidById) })
}
