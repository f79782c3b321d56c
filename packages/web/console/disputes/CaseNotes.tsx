/** Notes of the service's staff: neither side reads them. */

import { App, Button, Form } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { disputeTextLengthMax } from '@laisee/core/dispute.ts'
import { useStaffName } from '../parts/actor-name.ts'
import { LongText } from '../parts/LongText.tsx'
import { Moment } from '../parts/Said.tsx'
import { Failure } from '../parts/States.tsx'
import type { CaseProps } from './CasePage.tsx'
import { useNoting } from './disputes-data.ts'
import { useStanding } from './standing.ts'

export function CaseNotes({ dispute, money: { names } }: CaseProps): ReactElement {
  const { t } = useTranslation()
  const whoDid = useStaffName(names)
  const notes = dispute.facts.filter(({ kind }) => kind === 'note')
  const { mayWork } = useStanding(dispute)
  return (
    <section className="card">
      <h2>{t('deskCases.notes.title')}</h2>
      <p className="second">{t('deskCases.notes.says')}</p>
      {notes.length === 0 && <p className="second">{t('deskCases.notes.none')}</p>}
      {notes.map(({ no, at, by, byRole, text }) => (
        <blockquote key={no} className="said is-internal">
          {text}
          <footer>
            {whoDid({ by, byRole })} · <Moment at={at} />
          </footer>
        </blockquote>
      ))}
      {mayWork && <NewNote id={dispute.id} />}
    </section>
  )
}

function NewNote({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const noting = useNoting(id)
  const add = () =>
    noting.mutate(text.trim(), {
      onSuccess: () => {
        setText('')
        void message.success(t('deskCases.notes.done'))
      },
    })
  return (
    <Form layout="vertical" component="div">
      <LongText
        label={t('deskCases.notes.label')}
        problem={undefined}
        value={text}
        lengthMax={disputeTextLengthMax}
        onChange={setText}
      />
      <Button loading={noting.isPending} disabled={text.trim() === ''} onClick={add}>
        {t('deskCases.notes.add')}
      </Button>
      {noting.isError && <Failure error={noting.error} />}
    </Form>
  )
}
