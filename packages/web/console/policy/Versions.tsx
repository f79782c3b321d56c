/** Every version of the policy, drafts too. */

import { useQuery } from '@tanstack/react-query'
import { Table, Tag, type TableColumnsType } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { useNameOf } from '../parts/names.ts'
import { Moment } from '../parts/Said.tsx'
import { Nothing, Read } from '../parts/States.tsx'
import { versionsQuery, type PolicyVersion } from './policy-data.ts'

function useColumns(): TableColumnsType<PolicyVersion> {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  return [
    {
      title: t('deskPolicy.number'),
      key: 'version',
      width: 110,
      render: (_, { version }) => (
        <button type="button" className="row-link">
          {t('deskPolicy.version', { version })}
        </button>
      ),
    },
    {
      title: t('deskPolicy.state'),
      key: 'state',
      width: 190,
      render: (_, { state, holds, effectiveAt }) => (
        <span className="tags">
          {t(`deskPolicy.states.${state}`)}
          {holds && <Tag color="success">{t('deskPolicy.holds')}</Tag>}
          {state === 'waiting' && effectiveAt && <Moment at={effectiveAt} />}
        </span>
      ),
    },
    {
      title: t('deskPolicy.note'),
      key: 'note',
      render: (_, { note }) => <span className="note">{note}</span>,
    },
    {
      title: t('deskPolicy.authors'),
      key: 'authors',
      width: 160,
      render: (_, { authorIds }) => authorIds.map(nameOf).join(', '),
    },
    {
      title: t('deskPolicy.decidedBy'),
      key: 'decidedBy',
      width: 120,
      render: (_, { decidedBy }) => (decidedBy ? nameOf(decidedBy) : ''),
    },
    {
      title: t('deskPolicy.changedAt'),
      key: 'changed',
      width: 150,
      render: (_, { decidedAt, changedAt }) => {
        const at = decidedAt ?? changedAt
        return at && <Moment at={at} />
      },
    },
  ]
}

export function Versions({ openId }: { openId: string | undefined }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const versions = useQuery(versionsQuery(organisation.id))
  const columns = useColumns()
  return (
    <section aria-labelledby="versions" className="part">
      <h2 id="versions">{t('deskPolicy.versions')}</h2>
      <Read query={versions}>
        {(items) => (
          <Table<PolicyVersion>
            rowKey={({ version }) => version}
            columns={columns}
            dataSource={items}
            scroll={{ x: 920 }}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            onRow={({ id }) => ({ onClick: () => setQuery({ id: id ?? undefined }, 'push') })}
            rowClassName={({ id }) => (id === openId ? 'row is-open' : 'row')}
            locale={{ emptyText: <Nothing text={t('deskPolicy.noVersions')} /> }}
          />
        )}
      </Read>
    </section>
  )
}
