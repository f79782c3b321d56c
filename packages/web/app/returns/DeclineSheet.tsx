/** Declining: one reason in plain words, and a sentence if one likes. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  returnDeclineReasons,
  returnNoteLengthMax,
  type ReturnDeclineReason,
} from '@laisee/core/return-request.ts'
import { wrongInText } from '@laisee/core/return-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { CheckedText } from './CheckedText.tsx'
import type { ReturnRequest } from './returns-data.ts'
import { usePress } from './use-press.ts'

interface DeclineSheetProps {
  request: ReturnRequest
  name: string
  isOpen: boolean
  onClose: () => void
}

export function DeclineSheet({ request: { id }, name, isOpen, onClose }: DeclineSheetProps): ReactElement {
  const { t } = useTranslation()
  const [reason, setReason] = useState<ReturnDeclineReason | null>(null)
  const [note, setNote] = useState('')
  const decline = usePress(
    `return.${id}.decline`,
    (body: { reason: ReturnDeclineReason; note: string }, idempotencyKey) =>
      service().declineReturnRequest({ path: { id }, body, idempotencyKey }),
  )
  const { findings, blanks } = wrongInText(note)
  const isFine = findings.length === 0 && blanks.length === 0
  const act = () => {
    if (reason === null) return
    decline.mutate(
      { reason, note: note.trim() },
      {
        onSuccess: () => {
          say(t('returnAnswer.decline.done'))
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open={isOpen}
      onClose={onClose}
      title={t('returnAnswer.decline.title')}
      says={t('returnAnswer.decline.text', { name })}
    >
      <Choices
        label={t('returnAnswer.decline.reason')}
        value={reason}
        onChange={setReason}
        options={returnDeclineReasons.map((value) => ({
          value,
          label: t(`returnAnswer.decline.reasons.${value}`),
        }))}
      />
      <CheckedText
        label={t('returnAnswer.decline.note')}
        note={t('returnAnswer.decline.noteSays', { name })}
        value={note}
        lengthMax={returnNoteLengthMax}
        onChange={setNote}
      />
      {decline.error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(decline.error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="warn" disabled={reason === null || !isFine} busy={decline.isPending} onClick={act}>
          {t('returnAnswer.decline.do')}
        </Button>
      </div>
    </Sheet>
  )
}
