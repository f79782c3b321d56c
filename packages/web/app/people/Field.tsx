/** A line of text to fill in, with what is wrong with it below. */

import { useId, type ReactElement } from 'react'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  wrong?: string | undefined
}

export function Field({ label, value, onChange, placeholder, wrong }: FieldProps): ReactElement {
  const id = useId()
  const wrongId = useId()
  return (
    <div className="field">
      <div className="field-row">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          value={value}
          placeholder={placeholder}
          autoComplete="off"
          aria-invalid={wrong !== undefined}
          aria-describedby={wrongId}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p id={wrongId} className={wrong === undefined ? 'unseen' : 'field-error'} aria-live="polite">
        {wrong}
      </p>
    </div>
  )
}
