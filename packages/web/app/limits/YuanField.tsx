/** A sum of yuan that may be left empty. */

import { useId, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readAmountInput } from '@laisee/core/amount-input.ts'

/** What was typed: a sum in fen, nothing, or something that is no sum. */
export function readYuan(text: string): number | null | 'wrong' {
  const reading = readAmountInput(text)
  if ('amount' in reading) return Number(reading.amount)
  return reading.problem === 'empty' ? null : 'wrong'
}

interface YuanFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  note?: ReactNode
}

export function YuanField({ label, value, onChange, placeholder, note }: YuanFieldProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const isWrong = readYuan(value) === 'wrong'
  return (
    <div className="limit-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        dir="ltr"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        aria-invalid={isWrong}
        aria-describedby={`${id}-says`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-says`} className={isWrong ? 'field-error' : 'limit-note'}>
        {isWrong ? t('limits.amountWrong') : note}
      </p>
    </div>
  )
}
