/** A row with a field: its label, a note, and what is the matter with it. */

import { useId, type ReactElement, type ReactNode } from 'react'

interface Says {
  'aria-describedby': string
  'aria-label': string
  'aria-invalid': boolean
}

interface RowProps {
  label: string
  note?: string | undefined
  problem: string | undefined
  children: (says: Says) => ReactNode
}

/** A row with a field, a note, and what is the matter with it. */
export function Row({ label, note, problem, children }: RowProps): ReactElement {
  const id = useId()
  return (
    <div className="field row-field">
      <div className="field-row">
        <span className="label" aria-hidden="true">
          {label}
        </span>
        {children({ 'aria-label': label, 'aria-describedby': id, 'aria-invalid': problem !== undefined })}
      </div>
      <div id={id}>
        {problem !== undefined ? (
          <p className="field-error" role="alert">
            {problem}
          </p>
        ) : (
          note !== undefined && <p className="field-note">{note}</p>
        )}
      </div>
    </div>
  )
}
