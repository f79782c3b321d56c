/** A document in its list: handed in, or on its way, or not sent for a reason that is said. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { isFinalNo } from '../data/final-no.ts'
import { failureText } from '../words/failure.ts'
import { DocumentSheet } from './DocumentSheet.tsx'
import type { HandedIn, Sending, Uploads } from './use-uploads.ts'

interface HandedInRowProps {
  document: HandedIn
  onRemove: ((id: string) => void) | undefined
}

export function HandedInRow({ document: { id, kind, type }, onRemove }: HandedInRowProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const name = t(`documents.kinds.${kind}`)
  return (
    <li className="document-row">
      <span className="cell-main case-second">
        {type === 'application/pdf' ? 'PDF' : null} {t('documents.sent')}
      </span>
      <Button
        small
        look="link"
        aria-label={t('documents.lookKind', { kind: name })}
        onClick={() => setOpen(true)}
      >
        {t('documents.look')}
      </Button>
      {onRemove && (
        <Button
          small
          look="link"
          aria-label={t('documents.removeKind', { kind: name })}
          onClick={() => onRemove(id)}
        >
          {t('documents.remove')}
        </Button>
      )}
      <DocumentSheet id={id} open={isOpen} onClose={() => setOpen(false)} />
    </li>
  )
}

export function SendingRow({ sending, uploads }: { sending: Sending; uploads: Uploads }): ReactElement {
  const { t } = useTranslation()
  const { no, kind, percent, error } = sending
  const name = t(`documents.kinds.${kind}`)
  const progress = t('documents.sending', { percent })
  if (error === undefined)
    return (
      <li className="document-row">
        <span className="cell-main case-second numbers">
          {progress}
          <progress className="document-progress" max={100} value={percent} aria-label={progress} />
        </span>
      </li>
    )
  return (
    <li className="document-row" role="alert">
      <span className="cell-main document-failed">
        {isFinalNo(error) ? failureText(error) : t('documents.failed')}
      </span>
      {!isFinalNo(error) && (
        <Button small look="link" onClick={() => uploads.retry(sending)}>
          {t('common.retry')}
        </Button>
      )}
      <Button
        small
        look="link"
        aria-label={t('documents.removeKind', { kind: name })}
        onClick={() => uploads.drop(no)}
      >
        {t('documents.remove')}
      </Button>
    </li>
  )
}
