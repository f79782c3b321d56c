/** A word that needs its why: it is kept, and shown to whom it concerns. */

import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { noteLengthMax } from '@laisee/core/approval.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { failureText } from '../words/failure.ts'
import '../../ui/words-field.css'

interface ReasonSheetProps {
  title: string
  text: string
  label: string
  action: string
  isWarning: boolean
  busy: boolean
  error: Error | null
  onSay: (note: string) => void
  onClose: () => void
}

export function ReasonSheet(props: ReasonSheetProps): ReactElement {
  const { title, text, label, action, isWarning, busy, error, onSay, onClose } = props
  const { t } = useTranslation()
  const id = useId()
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const act = () => {
    if (note.trim() === '') setMissing(true)
    else onSay(note.trim())
  }
  return (
    <Sheet open onClose={onClose} title={title} says={text}>
      <div className="words-field reason-field">
        <label htmlFor={id}>{label}</label>
        <textarea
          id={id}
          rows={3}
          dir="auto"
          maxLength={noteLengthMax}
          value={note}
          aria-invalid={isMissing}
          aria-describedby={`${id}-says`}
          onChange={(event) => {
            setNote(event.target.value)
            setMissing(false)
          }}
        />
        <p id={`${id}-says`} className="field-error" aria-live="polite">
          {isMissing && t('approvals.reasonMissing')}
        </p>
      </div>
      {error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look={isWarning ? 'packet' : 'act'} busy={busy} onClick={act}>
          {action}
        </Button>
      </div>
    </Sheet>
  )
}
