/** A field for words that are kept: named, with a hint, and told where it may not stay empty. */

import { Form, Input } from 'antd'
import { useId, type ReactElement } from 'react'

interface LongTextProps {
  label: string
  hint?: string
  /** What is wrong with it; undefined where nothing is. */
  problem: string | undefined
  value: string
  lengthMax: number
  rows?: number
  onChange: (value: string) => void
}

export function LongText({
  label,
  hint,
  problem,
  value,
  lengthMax,
  rows = 3,
  onChange,
}: LongTextProps): ReactElement {
  const id = useId()
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      {...(hint !== undefined && { extra: hint })}
      {...(problem !== undefined && { validateStatus: 'error' as const, help: problem })}
    >
      <Input.TextArea
        id={id}
        rows={rows}
        maxLength={lengthMax}
        value={value}
        aria-invalid={problem !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  )
}
