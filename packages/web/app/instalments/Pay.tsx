/** The one who gives back: the next part by hand, or all that is left at once. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { walletQuery } from '../data/queries.ts'
import { service } from '../data/service.ts'
import type { PageParts } from './InstalmentsPage.tsx'
import { progressOf } from './progress.ts'
import { Sure } from './Sure.tsx'
import { useDo } from './use-do.ts'

export function Pay({ instalments }: PageParts): ReactElement | null {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  const wallet = useQuery(walletQuery)
  const { id, may, left } = instalments
  const { next, count, paid } = progressOf(instalments)
  const pay = useDo(`${id}.pay`, (body: { no: number } | { all: true }, idempotencyKey) =>
    service().payInstalment({ path: { id }, body, idempotencyKey }),
  )
  if (!may.includes('pay') || !next) return null
  const { no, amount } = next
  const balance = wallet.data?.balance
  const isPoor = balance !== undefined && balance < amount
  const close = () => {
    pay.forget()
    setAsked(false)
  }
  return (
    <div className="send-foot">
      {isPoor && (
        <p className="notice" data-tone="hold">
          {t('instalmentsPage.ask.poor', { balance })}
        </p>
      )}
      {pay.failure !== undefined && !isAsked && (
        <p className="notice" data-tone="warn" role="alert">
          {pay.failure}
        </p>
      )}
      <Button
        look="act"
        wide
        disabled={isPoor}
        busy={pay.isBusy && !isAsked}
        onClick={() => pay.run({ no }, t('instalmentsPage.done.pay', { amount }))}
      >
        {t('instalmentsPage.do.pay', { no, amount })}
      </Button>
      {count - paid > 1 && (
        <Button look="link" onClick={() => setAsked(true)}>
          {t('instalmentsPage.do.payAll', { amount: left })}
        </Button>
      )}
      <Sure
        open={isAsked}
        title={t('instalmentsPage.ask.payAll')}
        text={t('instalmentsPage.ask.payAllText', { amount: left })}
        action={t('instalmentsPage.do.payAll', { amount: left })}
        busy={pay.isBusy}
        failure={pay.failure}
        onAct={() => pay.run({ all: true }, t('instalmentsPage.done.pay', { amount: left }), close)}
        onClose={close}
      />
    </div>
  )
}
