/** A version of the policy in full: what it says, how it differs from its base, a trial, and what may be done with it. */

import { useQuery } from '@tanstack/react-query'
import { Drawer, Tag } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { useNameOf } from '../parts/names.ts'
import { CopyId, Moment } from '../parts/Said.tsx'
import { Read } from '../parts/States.tsx'
import { Differences } from './Differences.tsx'
import { policyQuery, type Policy } from './policy-data.ts'
import { ProblemSummary } from './Problems.tsx'
import { Sentences } from './Sentences.tsx'
import { TryVersion } from './TryVersion.tsx'
import { VersionActs } from './VersionActs.tsx'

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
  const { id, state, holds, effectiveAt, note, authorIds, problems, basedOn } = policy
  return (
    <div className="drawer-body">
      <div className="tags">
        <Tag {...(state === 'waiting' && { color: 'warning' })}>{t(`deskPolicy.states.${state}`)}</Tag>
        {holds && <Tag color="success">{t('deskPolicy.holds')}</Tag>}
        <span className="second">
          {t('deskPolicy.authors')}: {authorIds.map(nameOf).join(', ')}
        </span>
        {id && <CopyId id={id} />}
      </div>
      {effectiveAt && (
        <p className="second">
          {t('deskPolicy.waitsFrom')} <Moment at={effectiveAt} />
        </p>
      )}
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
