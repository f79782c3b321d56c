/** Contacts and groups: whom money goes to, and when it last did. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../chats/SearchField.tsx'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { AddContactSheet } from './AddContactSheet.tsx'
import { byName, isNamed } from './order.ts'
import { contactsQuery, groupsQuery, type Contact, type Group } from './people-data.ts'
import './people.css'
import { RelationTag } from './RelationTag.tsx'
import { useDay } from './use-day.ts'

export function PeoplePage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack()
  const [asked, setAsked] = useState('')
  const [isAdding, setAdding] = useState(false)
  return (
    <Page title={t('people.title')} onBack={back}>
      <SearchField label={t('people.searchLabel')} value={asked} onChange={setAsked} />
      <Cells>
        <CellButton
          start={<Icon name="person" />}
          label={t('people.addContact')}
          leads
          onClick={() => setAdding(true)}
        />
        <Link to="/groups/new" className="cell">
          <CellInside start={<Icon name="people" />} label={t('people.newGroup')} leads />
        </Link>
      </Cells>
      <Lists search={asked.trim()} />
      <AddContactSheet open={isAdding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function Lists({ search }: { search: string }): ReactElement {
  const { t } = useTranslation()
  const contacts = useQuery(contactsQuery)
  const groups = useQuery(groupsQuery)
  if (!contacts.data || !groups.data) {
    const failed = contacts.error ?? groups.error
    const again = () => void Promise.all([contacts.refetch(), groups.refetch()])
    if (failed) return <Failed onRetry={again}>{failureText(failed)}</Failed>
    return <Skeleton height={64} count={6} />
  }
  const foundGroups = groups.data.filter(({ name }) => isNamed(search, [name])).sort(byName((g) => g.name))
  const foundContacts = contacts.data
    .filter(({ alias, member }) => isNamed(search, [alias, member.name]))
    .sort(byName(({ alias, member }) => alias ?? member.name))
  if (contacts.data.length + groups.data.length === 0)
    return (
      <Empty icon="people" title={t('people.emptyTitle')}>
        <p>{t('people.emptyText')}</p>
      </Empty>
    )
  if (foundGroups.length + foundContacts.length === 0)
    return <Empty icon="search" title={t('people.nobodyFound', { name: search })} />
  return (
    <>
      {foundGroups.length > 0 && (
        <Cells title={t('people.groups', { count: foundGroups.length })}>
          {foundGroups.map((group) => (
            <GroupRow key={group.id} group={group} />
          ))}
        </Cells>
      )}
      {foundContacts.length > 0 && (
        <Cells title={t('people.contacts', { count: foundContacts.length })}>
          {foundContacts.map((contact) => (
            <ContactRow key={contact.member.id} contact={contact} />
          ))}
        </Cells>
      )}
    </>
  )
}

function GroupRow({ group: { id, name, memberCount, lastPaidAt } }: { group: Group }): ReactElement {
  const { t } = useTranslation()
  const day = useDay()
  return (
    <Link to="/chats/$chatId" params={{ chatId: id }} className="cell">
      <CellInside
        start={<Avatar id={id} name={name} size={40} />}
        label={
          <span className="named">
            <span className="one-line">{name}</span>
            <span className="named-count">{t('chats.count', { count: memberCount })}</span>
          </span>
        }
        note={lastPaidAt ? t('people.lastPaid', { day: day(lastPaidAt) }) : t('people.neverPaidGroup')}
        leads
      />
    </Link>
  )
}

function ContactRow({ contact }: { contact: Contact }): ReactElement {
  const { t } = useTranslation()
  const day = useDay()
  const { member, alias, relation, relationNote, lastPaidAt } = contact
  const name = alias ?? member.name
  const paid = lastPaidAt ? t('people.lastPaid', { day: day(lastPaidAt) }) : t('people.neverPaid')
  const own = alias === null ? '' : t('people.ownName', { name: member.name })
  return (
    <Link to="/people/$memberId" params={{ memberId: member.id }} className="cell">
      <CellInside
        start={<Avatar id={member.id} name={name} photoUrl={member.photoUrl} size={40} />}
        label={
          <span className="named">
            <span className="one-line">{name}</span>
            <RelationTag relation={relation} note={relationNote} />
          </span>
        }
        note={[own, paid].filter(Boolean).join(' · ')}
        leads
      />
    </Link>
  )
}
