/** Objecting to a freeze: what was said and answered, and the form of another word. What is typed stays on the device. */

import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { appealTextLengthMax } from '@laisee/core/freeze.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { caseDraft } from '../disputes/case-draft.ts'
import { TextArea } from '../disputes/TextArea.tsx'
import { service, UnansweredError } from '../data/service.ts'
import { useNow } from '../data/service-time.ts'
import { usePress } from '../returns/use-press.ts'
import { useDraft } from '../send/drafts.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { freezeQuery, type Freeze } from './freezes-data.ts'

export function Appeals({ freeze }: { freeze: Freeze }): ReactElement | null {
  const { t } = useTranslation()
  const { appeals, appealsLeft, isOrder, releasedAt } = freeze
  const isWaiting = appeals.some(({ answeredAt }) => answeredAt === null)
  const isOver = releasedAt !== null
  if (isOver && appeals.length === 0) return null
  return (
    <section className="card case-card" aria-labelledby="appeal-title">
      <h2 id="appeal-title">{t('freezeAppeal.appeal.title')}</h2>
      {!isOver && (
        <p className="case-second">{t(isOrder ? 'freezeAppeal.appeal.order' : 'freezeAppeal.appeal.who')}</p>
      )}
      {appeals.length > 0 && (
        <div role="status">
          <ol className="case-list">
            {appeals.map((appeal) => (
              <One key={appeal.no} appeal={appeal} />
            ))}
          </ol>
        </div>
      )}
      {!isOver && !isWaiting && appealsLeft > 0 && <Form freeze={freeze} />}
      {!isOver && !isWaiting && appealsLeft === 0 && <p>{t('freezeAppeal.appeal.none')}</p>}
    </section>
  )
}

function One({ appeal }: { appeal: Freeze['appeals'][number] }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const { text, at, outcome, answer, answeredAt } = appeal
  const moment = (when: string) => momentText(t, when, languageNow(), now)
  return (
    <li className="appeal">
      <p className="appeal-state" data-outcome={outcome ?? 'waiting'}>
        <Icon name={outcome === null ? 'clock' : outcome === 'upheld' ? 'check' : 'snow'} size={18} />
        {t(`freezeAppeal.appeal.${outcome ?? 'waiting'}`)}
      </p>
      {answeredAt === null && (
        <p className="case-second">{t('freezeAppeal.appeal.waitingText', { at: moment(at) })}</p>
      )}
      <blockquote>
        <span className="case-second">
          {t('freezeAppeal.appeal.mine')} · {moment(at)}
        </span>
        <p dir="auto">{text}</p>
      </blockquote>
      {answer !== null && answeredAt !== null && (
        <blockquote>
          <span className="case-second">
            {t('freezeAppeal.appeal.answer')} · {moment(answeredAt)}
          </span>
          <p dir="auto">{answer}</p>
        </blockquote>
      )}
    </li>
  )
}

const fresh = { text: '' }

function Form({ freeze: { id, appealsLeft } }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [draft, change] = useDraft(caseDraft(`freeze-appeal.${id}`), fresh)
  const press = usePress(`freeze-appeal.${id}`, (text: string, idempotencyKey) =>
    service().appealFreeze({ path: { id }, body: { text }, idempotencyKey }),
  )
  const text = draft.text.trim()
  const send = () =>
    press.mutate(text, {
      onSuccess: (freeze) => {
        queries.setQueryData(freezeQuery(id).queryKey, freeze)
        void queries.invalidateQueries({ queryKey: ['freezes'] })
        change(fresh)
        say(t('freezeAppeal.appeal.sent'))
      },
    })
  const { error } = press
  return (
    <form
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text !== '') send()
      }}
    >
      <TextArea
        label={t('freezeAppeal.appeal.label')}
        placeholder={t('freezeAppeal.appeal.placeholder')}
        value={draft.text}
        lengthMax={appealTextLengthMax}
        onChange={(next) => change({ text: next })}
      />
      {error && (
        <p className="notice" data-tone="warn" role="alert">
          {error instanceof UnansweredError ? t('freezeAppeal.appeal.unanswered') : failureText(error)}
        </p>
      )}
      <Button type="submit" look="act" wide busy={press.isPending} disabled={text === ''}>
        {t('freezeAppeal.appeal.send')}
      </Button>
      <p className="case-second case-centre">{t('freezeAppeal.appeal.left', { count: appealsLeft })}</p>
    </form>
  )
}
