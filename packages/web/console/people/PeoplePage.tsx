/** Everybody in the organisation or invited into it: found by name, role and state, each with a drawer of their own. */

import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Table, Tag, type TableColumnsType } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { organisationRoles } from '@laisee/core/organisation.ts'
import { setQuery, useAddress } from '../address.ts'
import { peopleQuery, useAtDesk, type Person } from '../data/organisation-data.ts'
import { Moment, PersonName } from '../parts/Said.tsx'
import { Nothing, Read } from '../parts/States.tsx'
import { useTyped } from '../parts/typed.ts'
import { found } from './find-people.ts'
import { InviteDialog } from './InviteDialog.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { RolesHelp } from './RolesHelp.tsx'
import { StopAll } from './StopAll.tsx'

const pageSize = 50
/** Whatever is searched for is shown from its first page. */
const fromStart = { page: undefined }
const states = ['active', 'invited', 'ended'] as const

export function PeoplePage(): ReactElement {
  const { t } = useTranslation()
  const { organisation, has } = useAtDesk()
  const people = useQuery(peopleQuery(organisation.id))
  const { query } = useAddress()
  const [isInviting, setInviting] = useState(false)
  const isAdministrator = has('administrator')
  const open = people.data?.find(({ member }) => member.id === query['id'])
  return (
    <>
      <header className="page-head">
        <h1>{t('deskPeople.title')}</h1>
        <div className="page-acts">
          <RolesHelp />
          {isAdministrator && <StopAll />}
          {isAdministrator && (
            <Button type="primary" onClick={() => setInviting(true)}>
              {t('deskPeople.invite')}
            </Button>
          )}
        </div>
      </header>
      <Filters />
      <Read query={people}>{(items) => <People items={items} />}</Read>
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {open && <PersonDrawer key={open.member.id} person={open} />}
    </>
  )
}

function Filters(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const [typed, type] = useTyped('q', fromStart)
  return (
    <div className="filters" role="search">
      <Input
        allowClear
        value={typed}
        placeholder={t('deskPeople.search')}
        aria-label={t('deskPeople.search')}
        onChange={(event) => type(event.target.value)}
      />
      <Select
        aria-label={t('deskPeople.filterRole')}
        value={query['role'] ?? ''}
        onChange={(role: string) => setQuery({ role, page: undefined })}
        options={[
          { value: '', label: t('deskPeople.everyRole') },
          ...organisationRoles.map((role) => ({ value: role as string, label: t(`desk.roles.${role}`) })),
          { value: 'none', label: t('deskPeople.noRole') },
        ]}
      />
      <Select
        aria-label={t('deskPeople.filterState')}
        value={query['state'] ?? ''}
        onChange={(state: string) => setQuery({ state, page: undefined })}
        options={[
          { value: '', label: t('deskPeople.everyState') },
          ...states.map((state) => ({ value: state as string, label: t(`deskPeople.states.${state}`) })),
          { value: 'stopped', label: t('deskPeople.stopped') },
        ]}
      />
    </div>
  )
}

function useColumns(): TableColumnsType<Person> {
  const { t } = useTranslation()
  return [
    {
      title: t('deskPeople.name'),
      key: 'name',
      width: 260,
      render: (_, { member }) => (
        <button type="button" className="row-link">
          <PersonName {...member} />
        </button>
      ),
    },
    {
      title: t('deskPeople.roles'),
      key: 'roles',
      width: 280,
      render: (_, person) => <Roles person={person} />,
    },
    {
      title: t('deskPeople.state'),
      key: 'state',
      width: 190,
      render: (_, { state, suspended }) => (
        <span className="tags">
          {t(`deskPeople.states.${state}`)}
          {suspended && <Tag color="warning">{t('deskPeople.stopped')}</Tag>}
        </span>
      ),
    },
    {
      title: t('deskPeople.since'),
      key: 'since',
      width: 170,
      render: (_, { joinedAt, invitedAt }) => <Moment at={joinedAt ?? invitedAt} />,
    },
  ]
}

function People({ items }: { items: readonly Person[] }): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const columns = useColumns()
  const rows = found(items, query)
  const isFiltered = rows.length < items.length
  return (
    <Table<Person>
      rowKey={({ member }) => member.id}
      columns={columns}
      dataSource={rows}
      scroll={{ x: 860 }}
      tableLayout="fixed"
      onRow={({ member }) => ({ onClick: () => setQuery({ id: member.id }, 'push') })}
      rowClassName={({ member }) => (member.id === query['id'] ? 'row is-open' : 'row')}
      pagination={{
        current: Number(query['page'] ?? 1),
        pageSize,
        hideOnSinglePage: true,
        showSizeChanger: false,
        onChange: (page) => setQuery({ page: page === 1 ? undefined : String(page) }),
        showTotal: (count) => t('desk.shown', { count }),
      }}
      locale={{
        emptyText: (
          <Nothing text={t(isFiltered ? 'deskPeople.nobodyFound' : 'deskPeople.empty')}>
            {isFiltered && (
              <Button onClick={() => setQuery({ q: undefined, role: undefined, state: undefined })}>
                {t('deskPeople.clearFilters')}
              </Button>
            )}
          </Nothing>
        ),
      }}
    />
  )
}

function Roles({ person: { state, roles, offeredRoles } }: { person: Person }): ReactElement {
  const { t } = useTranslation()
  const shown = state === 'active' ? roles : offeredRoles
  if (shown.length === 0) return <span className="second">{t('deskPeople.noRole')}</span>
  return (
    <span className="tags">
      {shown.map((role) => (
        <Tag key={role} variant={state === 'active' ? 'filled' : 'outlined'}>
          {t(`desk.roles.${role}`)}
        </Tag>
      ))}
    </span>
  )
}
