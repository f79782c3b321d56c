/** An amount as people type it: read exactly, or not at all. */

import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { readAmountInput } from '@laisee/core/amount-input.ts'
import { formatYuan, type Amount } from '@laisee/core/money.ts'
import { Button } from '../../ui/Button.tsx'

interface AmountQuestionProps {
  amount: Amount | null
  onAnswer: (amount: Amount) => void
}

export function AmountQuestion({ amount, onAnswer }: AmountQuestionProps): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState(amount === null ? '' : formatYuan(amount))
  const [isWrong, setWrong] = useState(false)
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const reading = readAmountInput(text)
    if ('problem' in reading || reading.amount === 0n) setWrong(true)
    else onAnswer(reading.amount)
  }
  return (
    <form className="help-amount" onSubmit={submit}>
      <label htmlFor={id}>{t('advisorPage.ask.amountLabel')}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        maxLength={80}
        value={text}
        aria-invalid={isWrong}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setText(event.target.value)
          setWrong(false)
        }}
      />
      <p
        id={`${id}-note`}
        className={isWrong ? 'help-wrong' : 'help-note'}
        role={isWrong ? 'alert' : undefined}
      >
        {t(isWrong ? 'advisorPage.ask.amountWrong' : 'advisorPage.ask.amountNote')}
      </p>
      <Button wide look="act" type="submit">
        {t('advisorPage.ask.next')}
      </Button>
    </form>
  )
}
