/** Words of one's own, in as many lines as they take; how many are left is said as the end comes near. */

import { useId, type ReactElement } from 'react'
import './cases.css'

interface TextAreaProps {
  label: string
  note?: string | undefined
  placeholder?: string
  value: string
  lengthMax: number
  rows?: number
  onChange: (text: string) => void
}

const saysFrom = 0.8

export function TextArea(props: TextAreaProps): ReactElement {
  const { label, note, placeholder, value, lengthMax, rows = 4, onChange } = props
  const id = useId()
  const noteId = useId()
  return (
    <div className="text-area">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={rows}
        maxLength={lengthMax}
        placeholder={placeholder}
        value={value}
        aria-describedby={noteId}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={noteId} className="text-area-note">
        <span>{note}</span>
        {value.length > lengthMax * saysFrom && (
          <span className="numbers">
            {value.length}/{lengthMax}
          </span>
        )}
      </p>
    </div>
  )
}
