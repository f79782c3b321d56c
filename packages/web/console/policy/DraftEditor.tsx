/** The editor of a draft: every part of the policy as fields, checked by the service when it is saved. */

import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { setQuery } from '../address.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'
import { Failure } from '../parts/States.tsx'
import { ChainsEditor } from './ChainsEditor.tsx'
import { LimitsEditor } from './LimitsEditor.tsx'
import { policyQuery, type Content, type Policy } from './policy-data.ts'
import { ProblemSummary } from './Problems.tsx'
import { RightsEditor } from './RightsEditor.tsx'
import { RulesEditor } from './RulesEditor.tsx'
import { Sentences } from './Sentences.tsx'
import { MoreEditor, ThresholdsEditor } from './SumsEditor.tsx'

export interface PartProps {
  content: Content
  problems: Policy['problems']
  change: (part: Partial<Content>) => void
}

export function DraftEditor({ policy }: { policy: Policy }): ReactElement {
  const { t } = useTranslation()
  const { has } = useAtDesk()
  const [content, setContent] = useState(policy.content)
  const [note, setNote] = useState(policy.note ?? '')
  const isChanged = note !== (policy.note ?? '') || JSON.stringify(content) !== JSON.stringify(policy.content)
  useAskBeforeLeaving(isChanged)
  const mayWrite = has('administrator') && policy.state === 'draft'
  const change: PartProps['change'] = (part) => setContent((before) => ({ ...before, ...part }))
  const part: PartProps = { content, problems: policy.problems, change }
  return (
    <>
      <header className="page-head">
        <h1>{t('deskPolicy.editorTitle', { version: policy.version })}</h1>
        <Acts
          policy={policy}
          draft={{ content, note: note === '' ? null : note }}
          canSave={mayWrite && isChanged}
        />
      </header>
      <Form layout="vertical" component="div" disabled={!mayWrite} className="editor">
        <div className="editor-parts">
          <Form.Item label={t('deskPolicy.note')} htmlFor="draft-note" extra={t('deskPolicy.noteHint')}>
            <Input
              id="draft-note"
              value={note}
              maxLength={500}
              onChange={(event) => setNote(event.target.value)}
            />
          </Form.Item>
          <RulesEditor {...part} />
          <LimitsEditor {...part} />
          <ThresholdsEditor {...part} />
          <ChainsEditor {...part} />
          <RightsEditor {...part} />
          <MoreEditor {...part} />
        </div>
        <aside className="editor-side" aria-label={t('deskPolicy.preview')}>
          {isChanged && <Alert type="info" showIcon title={t('deskPolicy.unsaved')} />}
          <ProblemSummary problems={policy.problems} />
          <section className="card">
            <h2>{t('deskPolicy.preview')}</h2>
            <Sentences policy={policy} />
          </section>
        </aside>
      </Form>
    </>
  )
}

/** Leaving with changes that are not saved is asked about. */
function useAskBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}

interface ActsProps {
  policy: Policy
  draft: { content: Content; note: string | null }
  canSave: boolean
}

function Acts({ policy, draft, canSave }: ActsProps): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { organisation } = useAtDesk()
  const queries = useQueryClient()
  const policyId = policy.id ?? ''
  const save = useWrite(`save ${policyId}`, (body: ActsProps['draft'], idempotencyKey) =>
    service().changePolicyDraft({ path: { id: organisation.id, policyId }, body, idempotencyKey }),
  )
  const saved = (next: Policy) => {
    queries.setQueryData(policyQuery(organisation.id, policyId).queryKey, next)
    const count = next.problems.filter(({ weight }) => weight === 'error').length
    if (count > 0) void message.warning(t('deskPolicy.savedWithErrors', { count }))
    else void message.success(t('deskPolicy.saved'))
  }
  return (
    <div className="page-acts">
      {save.isError && <Failure error={save.error} />}
      <Button onClick={() => setQuery({ edit: undefined, id: policyId }, 'push')}>
        {t('deskPolicy.backToPolicy')}
      </Button>
      <Button
        type="primary"
        disabled={!canSave}
        loading={save.isPending}
        onClick={() => save.mutate(draft, { onSuccess: saved })}
      >
        {t('deskPolicy.save')}
      </Button>
    </div>
  )
}
