/** One's own side of it, in words: the first time, or something more. What is typed stays on the device until it is sent. */

import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeTextLengthMax } from '@laisee/core/dispute.ts'
import { Button } from '../../ui/Button.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service, UnansweredError } from '../data/service.ts'
import { usePress } from '../returns/use-press.ts'
import { useDraft } from '../send/drafts.ts'
import { failureText } from '../words/failure.ts'
import { caseDraft } from './case-draft.ts'
import type { SideProps } from './DisputePage.tsx'
import { keepDispute } from './disputes-data.ts'
import { wordsOf } from './story.ts'
import { TextArea } from './TextArea.tsx'

const fresh = { text: '' }

export function SayMore({ dispute, memberId }: SideProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { id } = dispute
  const [draft, change] = useDraft(caseDraft(`dispute-statement.${id}`), fresh)
  const press = usePress(`dispute-statement.${id}`, (text: string, idempotencyKey) =>
    service().stateInDispute({ path: { id }, body: { text }, idempotencyKey }),
  )
  const isFirst = !wordsOf(dispute.facts).some(({ by }) => by === memberId)
  const text = draft.text.trim()
  const send = () =>
    press.mutate(text, {
      onSuccess: (after) => {
        keepDispute(queries, after)
        change(fresh)
        say(t('disputeActs.state.sent'))
      },
    })
  return (
    <section className="case-card" id="say" aria-labelledby="say-title">
      <h2 id="say-title">{t(isFirst ? 'disputeActs.state.first' : 'disputeActs.state.title')}</h2>
      {isFirst && <p>{t('disputes.said.invite')}</p>}
      <form
        className="case-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (text !== '') send()
        }}
      >
        <TextArea
          label={t('disputeActs.state.label')}
          note={t('disputeActs.state.note')}
          placeholder={t('disputeActs.state.placeholder')}
          value={draft.text}
          lengthMax={disputeTextLengthMax}
          onChange={(next) => change({ text: next })}
        />
        {press.error && (
          <p className="notice" data-tone="warn" role="alert">
            {press.error instanceof UnansweredError ? t('disputes.unanswered') : failureText(press.error)}
          </p>
        )}
        <Button
          type="submit"
          look={isFirst ? 'act' : 'plain'}
          wide
          busy={press.isPending}
          disabled={text === ''}
        >
          {t('disputeActs.state.send')}
        </Button>
      </form>
    </section>
  )
}
