/** Taking one's dispute back, asked once more before it is done. */

import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service, UnansweredError } from '../data/service.ts'
import { usePress } from '../returns/use-press.ts'
import { failureText } from '../words/failure.ts'
import { keepDispute, type Dispute } from './disputes-data.ts'

export function Withdraw({ dispute: { id } }: { dispute: Dispute }): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const press = usePress(`dispute-withdraw.${id}`, (_: void, idempotencyKey) =>
    service().withdrawDispute({ path: { id }, idempotencyKey }),
  )
  const close = () => setOpen(false)
  const send = () =>
    press.mutate(undefined, {
      onSuccess: (after) => {
        close()
        keepDispute(queries, after)
        say(t('disputeActs.withdraw.sent'))
      },
    })
  return (
    <>
      <Button look="link" wide onClick={() => setOpen(true)}>
        {t('disputeActs.withdraw.do')}
      </Button>
      <Sheet
        open={isOpen}
        onClose={close}
        title={t('disputeActs.withdraw.title')}
        says={t('disputeActs.withdraw.text')}
      >
        {press.error && (
          <p className="notice" data-tone="warn" role="alert">
            {press.error instanceof UnansweredError ? t('disputes.unanswered') : failureText(press.error)}
          </p>
        )}
        <div className="buttons beside">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button look="warn" busy={press.isPending} onClick={send}>
            {t('disputeActs.withdraw.do')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
