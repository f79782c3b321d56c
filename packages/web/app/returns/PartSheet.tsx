/** Giving back a part: how much, to the account it came from. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { buzz } from '../../ui/haptics.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { UnansweredError } from '../data/service.ts'
import { AmountField } from '../send/AmountField.tsx'
import { failureText } from '../words/failure.ts'
import { readPart } from './read-part.ts'
import type { ReturnRequest } from './returns-data.ts'
import { useGive } from './use-give.ts'
import '../send/send.css'

interface PartSheetProps {
  request: ReturnRequest
  name: string
  isOpen: boolean
  onClose: () => void
}

export function PartSheet({ request, name, isOpen, onClose }: PartSheetProps): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const give = useGive(request)
  const left = request.held
  const { amount, problem } = readPart(typed, left)
  const act = () => {
    if (amount === undefined) return
    give.mutate(Number(amount), {
      onSuccess: () => {
        buzz()
        say(t('returnAnswer.give.done', { amount }))
        setTyped('')
        onClose()
      },
    })
  }
  return (
    <Sheet
      open={isOpen}
      onClose={onClose}
      title={t('returnAnswer.give.partTitle')}
      says={t('returnAnswer.give.partText', { name })}
    >
      <AmountField
        label={t('returnAnswer.give.partLabel')}
        value={typed}
        onChange={setTyped}
        amount={amount}
        problem={
          problem === 'aboveLeft'
            ? t('returns.ask.aboveLeft', { left })
            : problem && t('returns.ask.amountWrong')
        }
        disabled={false}
      />
      {give.error && (
        <p className="notice" data-tone="warn" role="alert">
          {give.error instanceof UnansweredError
            ? t('returnAnswer.give.unanswered')
            : failureText(give.error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="act" disabled={amount === undefined} busy={give.isPending} onClick={act}>
          {amount === undefined ? t('returnAnswer.give.doNothing') : t('returnAnswer.give.do', { amount })}
        </Button>
      </div>
    </Sheet>
  )
}
