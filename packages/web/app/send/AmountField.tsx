/** An amount in big digits, in Chinese capitals under it, and what is the matter with it. */

import { useId, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField, readAmountInput } from '@laisee/core/amount-input.ts'
import type { Amount } from '@laisee/core/money.ts'
import { amountInCapitals } from '@laisee/core/words/capitals.ts'

interface AmountFieldProps {
  label: string
  /** As it was typed. */
  value: string
  onChange: (value: string) => void
  /** What it comes to, where it can be read. */
  amount: Amount | undefined
  problem: string | undefined
  disabled: boolean
  children?: ReactNode
}

export function AmountField(props: AmountFieldProps): ReactElement {
  const { label, value, onChange, amount, problem, disabled, children } = props
  const { t } = useTranslation()
  const id = useId()
  const plain = () => {
    const reading = readAmountInput(value)
    if ('amount' in reading) onChange(amountForField(reading.amount))
  }
  const size = value.length > 12 ? 'small' : value.length > 8 ? 'middle' : 'big'
  return (
    <div className="cells amount-field">
      <label htmlFor={id}>{label}</label>
      <div className="amount-input" data-size={size}>
        <span aria-hidden="true">¥</span>
        <input
          id={id}
          dir="ltr"
          inputMode="decimal"
          enterKeyHint="next"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={200}
          value={value}
          disabled={disabled}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-says`}
          onChange={(event) => onChange(event.target.value)}
          onBlur={plain}
        />
      </div>
      <div id={`${id}-says`} className="amount-says">
        {problem !== undefined ? (
          <p className="amount-problem" role="alert">
            {problem}
          </p>
        ) : (
          <p className="amount-capitals">
            {amount === undefined ? (
              t('send.amount.empty')
            ) : (
              <>
                {t('send.amount.capitals', { capitals: '' })}
                <span lang="zh-CN">{amountInCapitals(amount)}</span>
              </>
            )}
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
