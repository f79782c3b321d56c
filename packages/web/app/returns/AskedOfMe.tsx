/** What the one who is asked may do: give back all in one tap, a part, decline, or nothing at all. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { buzz } from '../../ui/haptics.ts'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { usePersonName } from '../data/people-names.ts'
import { walletQuery } from '../data/queries.ts'
import { UnansweredError } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { DeclineSheet } from './DeclineSheet.tsx'
import { PartSheet } from './PartSheet.tsx'
import type { ReturnRequest } from './returns-data.ts'
import { useGive } from './use-give.ts'

/** That it goes back only where it came from, that whoever says otherwise is a fraud, and that nobody has to. */
export function Safe({ request }: { request: ReturnRequest }): ReactElement {
  const { t } = useTranslation()
  const name = usePersonName(request.payer.id, request.payer.name)
  return (
    <section className="cells return-safe" aria-labelledby="return-safe">
      <h2 id="return-safe">
        <Icon name="shield" size={20} />
        {t('returnAnswer.safe.title')}
      </h2>
      <ul>
        <li dir="auto">{t('returnAnswer.safe.path', { name })}</li>
        <li className="return-scam">{t('returnAnswer.safe.scam')}</li>
        <li>{t('returnAnswer.safe.free')}</li>
        {request.open && <li>{t('returnAnswer.safe.silence')}</li>}
      </ul>
    </section>
  )
}

export function AskedOfMe({ request }: { request: ReturnRequest }): ReactElement | null {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'part' | 'decline'>()
  const wallet = useQuery(walletQuery)
  const give = useGive(request)
  const name = usePersonName(request.payer.id, request.payer.name)
  const { held, left, open, may } = request
  if (held === 0) return null
  const amount = open ? Math.min(left, held) : held
  const balance = wallet.data?.balance
  const isPoor = balance !== undefined && balance < amount
  const giveAll = () =>
    give.mutate(amount, {
      onSuccess: () => {
        buzz()
        say(t('returnAnswer.give.done', { amount }))
      },
    })
  const close = () => setAsked(undefined)
  return (
    <div className="send-foot">
      {isPoor && (
        <p className="notice" data-tone="hold">
          <span>{t('returnAnswer.give.poor', { balance })}</span>
        </p>
      )}
      {give.error && (
        <p className="notice" data-tone="warn" role="alert">
          {give.error instanceof UnansweredError
            ? t('returnAnswer.give.unanswered')
            : failureText(give.error)}
        </p>
      )}
      <Button look={open ? 'act' : 'plain'} wide disabled={isPoor} busy={give.isPending} onClick={giveAll}>
        {t('returnAnswer.give.all', { amount })}
      </Button>
      <div className="buttons beside">
        <Button onClick={() => setAsked('part')}>{t('returnAnswer.give.part')}</Button>
        {may.includes('decline') && (
          <Button onClick={() => setAsked('decline')}>{t('returnAnswer.decline.open')}</Button>
        )}
      </div>
      <PartSheet request={request} name={name} isOpen={asked === 'part'} onClose={close} />
      <DeclineSheet request={request} name={name} isOpen={asked === 'decline'} onClose={close} />
    </div>
  )
}
