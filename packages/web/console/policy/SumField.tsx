/** A field for a sum in yuan, read as the rest of the house reads sums; empty where that may be. */

import { Form, Input } from 'antd'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { amountForField, readAmountInput } from '@laisee/core/amount-input.ts'

interface SumFieldProps {
  label: string
  fen: number | null
  /** Whether it may be left empty. */
  optional?: boolean
  onChange: (fen: number | null) => void
}

export function SumField({ label, fen, optional = false, onChange }: SumFieldProps): ReactElement {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(fen === null ? '' : amountForField(BigInt(fen)))
  const [isWrong, setWrong] = useState(false)
  const read = (typed: string) => {
    setText(typed)
    const isEmpty = optional && typed.trim() === ''
    const reading = readAmountInput(typed)
    setWrong(!isEmpty && 'problem' in reading)
    if (isEmpty) onChange(null)
    else if ('amount' in reading) onChange(Number(reading.amount))
  }
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      {...(isWrong && { validateStatus: 'error' as const, help: t('deskPolicy.wrongAmount') })}
    >
      <Input
        id={id}
        className="sum"
        inputMode="decimal"
        prefix="¥"
        value={text}
        aria-invalid={isWrong}
        onChange={(event) => read(event.target.value)}
      />
    </Form.Item>
  )
}
