/** The policy: what holds now in sentences, every version, and the editor of a draft where one is opened. */

import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { setQuery, useAddress } from '../address.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'
import { Moment } from '../parts/Said.tsx'
import { Failure, Read } from '../parts/States.tsx'
import { DraftEditor } from './DraftEditor.tsx'
import { currentPolicyQuery, policyQuery, versionsQuery, type Policy } from './policy-data.ts'
import { Sentences } from './Sentences.tsx'
import { VersionDrawer } from './VersionDrawer.tsx'
import { Versions } from './Versions.tsx'

export function PolicyPage(): ReactElement {
  const { query } = useAddress()
  return query['edit'] ? <Editing policyId={query['edit']} /> : <Reading openId={query['id']} />
}

function Editing({ policyId }: { policyId: string }): ReactElement {
  const { organisation } = useAtDesk()
  const policy = useQuery(policyQuery(organisation.id, policyId))
  return <Read query={policy}>{(data) => <DraftEditor key={data.id} policy={data} />}</Read>
}

function Reading({ openId }: { openId: string | undefined }): ReactElement {
  const { t } = useTranslation()
  const { organisation, has } = useAtDesk()
  const current = useQuery(currentPolicyQuery(organisation.id))
  const mayLook = has('administrator') || has('auditor')
  return (
    <>
      <header className="page-head">
        <h1>{t('deskPolicy.title')}</h1>
        {has('administrator') && current.data && <BeginDraft current={current.data} />}
      </header>
      <Read query={current}>{(policy) => <Current policy={policy} />}</Read>
      {mayLook && <Versions openId={openId} />}
      {mayLook && openId && <VersionDrawer key={openId} policyId={openId} />}
    </>
  )
}

function Current({ policy }: { policy: Policy }): ReactElement {
  const { t } = useTranslation()
  const { version, effectiveAt } = policy
  return (
    <section className="card" aria-labelledby="current">
      <h2 id="current">
        {t('deskPolicy.current')} ·{' '}
        {version === 0 ? t('deskPolicy.defaultVersion') : t('deskPolicy.version', { version })}
      </h2>
      {effectiveAt && (
        <p className="second">
          {t('deskPolicy.since')} <Moment at={effectiveAt} />
        </p>
      )}
      <Sentences policy={policy} />
    </section>
  )
}

/** Begin a draft from what holds, or go on with the one that somebody has begun. */
function BeginDraft({ current }: { current: Policy }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const versions = useQuery(versionsQuery(organisation.id))
  const begin = useWrite('draft', (content: Policy['content'], idempotencyKey) =>
    service().draftPolicy({ path: { id: organisation.id }, body: { content }, idempotencyKey }),
  )
  const draft = versions.data?.find(({ state, basedOn }) => state === 'draft' && basedOn === current.version)
  const edit = (id: string | null) => setQuery({ edit: id ?? undefined, id: undefined }, 'push')
  if (draft)
    return (
      <Button type="primary" onClick={() => edit(draft.id)}>
        {t('deskPolicy.goOnDraft')}
      </Button>
    )
  return (
    <div className="page-acts">
      {begin.isError && <Failure error={begin.error} />}
      <Button
        type="primary"
        loading={begin.isPending || versions.isPending}
        onClick={() => begin.mutate(current.content, { onSuccess: ({ id }) => edit(id) })}
      >
        {t('deskPolicy.begin')}
      </Button>
    </div>
  )
}
