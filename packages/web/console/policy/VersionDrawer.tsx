/** A version of the policy in full: what it says, how it differs from its base, a trial, and what may be done with it. */

import { useQuery } from '@tanstack/react-query'
import { App, Button, Drawer, Tag } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { setQuery } from '../address.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'
import { useNameOf } from '../parts/names.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { CopyId } from '../parts/Said.tsx'
import { Read } from '../parts/States.tsx'
import { Differences } from './Differences.tsx'
import { policyQuery, type Policy } from './policy-data.ts'
import { ProblemSummary } from './Problems.tsx'
import { Sentences } from './Sentences.tsx'
import { TryVersion } from './TryVersion.tsx'

export function VersionDrawer({ policyId }: { policyId: string }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const policy = useQuery(policyQuery(organisation.id, policyId))
  const version = policy.data?.version ?? 0
  return (
    <Drawer
      open
      mask={false}
      size={640}
      title={t('deskPolicy.version', { version })}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={() => setQuery({ id: undefined })}
    >
      <Read query={policy}>{(data) => <Version policy={data} />}</Read>
    </Drawer>
  )
}

function Version({ policy }: { policy: Policy }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const { id, state, holds, note, authorIds, problems, basedOn } = policy
  return (
    <div className="drawer-body">
      <div className="tags">
        <Tag>{t(`deskPolicy.states.${state}`)}</Tag>
        {holds && <Tag color="success">{t('deskPolicy.holds')}</Tag>}
        <span className="second">
          {t('deskPolicy.authors')}: {authorIds.map(nameOf).join(', ')}
        </span>
        {id && <CopyId id={id} />}
      </div>
      {note && <p>{note}</p>}
      {state === 'draft' && <ProblemSummary problems={problems} />}
      <VersionActs policy={policy} />
      <section className="drawer-part">
        <h2>
          {basedOn === 0
            ? t('deskPolicy.differencesFromDefault')
            : t('deskPolicy.differences', { version: basedOn })}
        </h2>
        <Differences policy={policy} />
      </section>
      <section className="drawer-part">
        <h2>{t('deskPolicy.try')}</h2>
        <TryVersion policy={policy} />
      </section>
      <section className="drawer-part">
        <h2>{t('deskPolicy.sentences')}</h2>
        <Sentences policy={policy} />
      </section>
    </div>
  )
}

/** The writes of a version. */
function useVersionWrites({ id, version }: Policy) {
  const { organisation } = useAtDesk()
  const path = { id: organisation.id, policyId: id ?? '' }
  return {
    publish: useWrite(`publish ${id}`, (_: null, idempotencyKey) =>
      service().publishPolicy({ path, idempotencyKey }),
    ),
    withdraw: useWrite(`withdraw ${id}`, (_: null, idempotencyKey) =>
      service().withdrawPolicyDraft({ path, idempotencyKey }),
    ),
    goBack: useWrite(`go back ${id}`, (_: null, idempotencyKey) =>
      service().goBackToPolicy({ path: { id: organisation.id }, body: { version }, idempotencyKey }),
    ),
  }
}

const said = { publish: 'published', withdraw: 'withdrawn', goBack: 'wentBack' } as const

function VersionActs({ policy }: { policy: Policy }): ReactElement | null {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { has, memberId } = useAtDesk()
  const writes = useVersionWrites(policy)
  const [asked, setAsked] = useState<keyof typeof writes>()
  if (!has('administrator')) return null
  const { id, state, holds, authorIds, problems, version } = policy
  const isOwn = authorIds.includes(memberId)
  const isWrong = problems.some(({ weight }) => weight === 'error')
  const act = asked && writes[asked]
  const done = () => {
    if (asked) void message.success(t(`deskPolicy.${said[asked]}`, { version }))
    setAsked(undefined)
  }
  return (
    <section className="drawer-acts">
      {state === 'draft' && (
        <>
          <Button type="primary" disabled={isOwn || isWrong} onClick={() => setAsked('publish')}>
            {t('deskPolicy.publish')}
          </Button>
          <Button onClick={() => setQuery({ edit: id ?? undefined, id: undefined }, 'push')}>
            {t('deskPolicy.edit')}
          </Button>
          <Button danger onClick={() => setAsked('withdraw')}>
            {t('deskPolicy.withdraw')}
          </Button>
          {isOwn && <p className="second">{t('deskPolicy.publishOwn')}</p>}
        </>
      )}
      {state === 'published' && !holds && (
        <Button onClick={() => setAsked('goBack')}>{t('deskPolicy.goBack')}</Button>
      )}
      {asked && act && (
        <ReasonDialog
          title={t(`deskPolicy.${asked}Title`, { version })}
          text={t(`deskPolicy.${asked}Text`)}
          action={t(`deskPolicy.${asked}`)}
          asksWhy={false}
          busy={act.isPending}
          error={act.error}
          onDo={() => act.mutate(null, { onSuccess: done })}
          onClose={() => {
            act.reset()
            setAsked(undefined)
          }}
        />
      )}
    </section>
  )
}
