/** Appealing against a decision: once, in words. What is typed stays on the device until it is sent. */

import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeTextLengthMax } from '@laisee/core/dispute.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service, UnansweredError } from '../data/service.ts'
import { usePress } from '../returns/use-press.ts'
import { useDraft } from '../send/drafts.ts'
import { failureText } from '../words/failure.ts'
import { caseDraft } from './case-draft.ts'
import { keepDispute, type Dispute } from './disputes-data.ts'
import { TextArea } from './TextArea.tsx'

interface AppealSheetProps {
  dispute: Dispute
  open: boolean
  onClose: () => void
}

const fresh = { text: '' }

export function AppealSheet({ dispute: { id }, open, onClose }: AppealSheetProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [draft, change] = useDraft(caseDraft(`dispute-appeal.${id}`), fresh)
  const press = usePress(`dispute-appeal.${id}`, (text: string, idempotencyKey) =>
    service().appealDispute({ path: { id }, body: { text }, idempotencyKey }),
  )
  const text = draft.text.trim()
  const send = () =>
    press.mutate(text, {
      onSuccess: (after) => {
        keepDispute(queries, after)
        change(fresh)
        onClose()
        say(t('disputeActs.appeal.sent'))
      },
    })
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('disputeActs.appeal.title')}
      says={t('disputeActs.appeal.note')}
    >
      <TextArea
        label={t('disputeActs.appeal.label')}
        placeholder={t('disputeActs.appeal.placeholder')}
        value={draft.text}
        lengthMax={disputeTextLengthMax}
        onChange={(next) => change({ text: next })}
      />
      {press.error && (
        <p className="notice" data-tone="warn" role="alert">
          {press.error instanceof UnansweredError ? t('disputes.unanswered') : failureText(press.error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="act" busy={press.isPending} disabled={text === ''} onClick={send}>
          {t('disputeActs.appeal.send')}
        </Button>
      </div>
    </Sheet>
  )
}
