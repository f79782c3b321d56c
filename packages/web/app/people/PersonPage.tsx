/** One person: who they are to the reader, whom they might be taken for, what passed, and whether money can pass. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { noteChosen } from '../send/screen-facts.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { BlockCells } from './BlockCells.tsx'
import { EditSheet } from './EditSheet.tsx'
import { LookAlikes } from './LookAlikes.tsx'
import { blocksQuery, recipientQuery, type Recipient } from './people-data.ts'
import './people.css'
import { ReportCells } from './ReportCells.tsx'
import { RelationTag } from './RelationTag.tsx'
import { useDay } from './use-day.ts'

export function PersonPage(): ReactElement {
  const { t } = useTranslation()
  const { memberId } = useParams({ from: '/shell/people/$memberId' })
  const back = useBack('/people')
  const { data: person, error, refetch } = useQuery(recipientQuery(memberId))
  return (
    <Page title={t('people.person')} onBack={back}>
      {person ? (
        <Person person={person} />
      ) : isRefusal(error) ? (
        <Empty icon="search" title={t('people.unknownTitle')}>
          <p>{t('people.unknownText')}</p>
        </Empty>
      ) : error ? (
        <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
      ) : (
        <Skeleton height={96} count={3} />
      )}
    </Page>
  )
}

function Person({ person }: { person: Recipient }): ReactElement {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const { data: blocks } = useQuery(blocksQuery)
  const isBlocked = blocks?.some(({ member }) => member.id === person.memberId) === true
  return (
    <>
      <Who person={person} />
      {person.lookAlikes.length > 0 && <LookAlikes person={person} />}
      <SendButtons person={person} isBlocked={isBlocked} />
      <Cells>
        <CellButton
          label={t(person.isContact ? 'people.edit' : 'people.addToContacts')}
          end={<span className="one-line">{person.alias}</span>}
          leads
          onClick={() => setEditing(true)}
        />
        <Link to="/chats/$chatId" params={{ chatId: person.memberId }} className="cell">
          <CellInside label={t('people.chat')} note={<Paid person={person} />} leads />
        </Link>
      </Cells>
      {person.sharedGroups.length > 0 && (
        <Cells title={t('people.sharedGroups')}>
          {person.sharedGroups.map(({ id, name }) => (
            <Link key={id} to="/chats/$chatId" params={{ chatId: id }} className="cell">
              <CellInside start={<Avatar id={id} name={name} size={32} />} label={name} leads />
            </Link>
          ))}
        </Cells>
      )}
      <BlockCells person={person} isBlocked={isBlocked} />
      <ReportCells person={person} />
      <EditSheet person={person} open={isEditing} onClose={() => setEditing(false)} />
    </>
  )
}

function Who({ person }: { person: Recipient }): ReactElement {
  const { t } = useTranslation()
  const { memberId, alias, name, photoUrl, relation, relationNote } = person
  const shown = alias ?? name
  return (
    <div className="cells person">
      <Avatar id={memberId} name={shown} photoUrl={photoUrl} size={64} />
      <div className="person-text">
        <h2>
          <span>{shown}</span> <RelationTag relation={relation} note={relationNote} />
        </h2>
        {alias !== null && <p>{t('people.ownName', { name })}</p>}
      </div>
    </div>
  )
}

function Paid({ person: { lastPaidAt, lastPaidAmount, paidCount } }: { person: Recipient }): ReactElement {
  const { t } = useTranslation()
  const day = useDay()
  if (lastPaidAt === null) return <>{t('people.neverPaid')}</>
  const last =
    lastPaidAmount === null
      ? t('people.lastPaid', { day: day(lastPaidAt) })
      : t('people.lastAmount', { day: day(lastPaidAt), amount: lastPaidAmount })
  return (
    <>
      {t('people.paidCount', { count: paidCount })} · {last}
    </>
  )
}

function SendButtons({ person, isBlocked }: { person: Recipient; isBlocked: boolean }): ReactElement {
  const { t } = useTranslation()
  if (isBlocked) return <Notice text={t('people.youBlocked')} />
  if (!person.canPay) return <Notice text={t('people.cannotPay')} />
  const fromContacts = () => noteChosen(person.memberId, 'contacts')
  return (
    <div className="buttons beside">
      <Link to="/send" search={{ to: person.memberId }} className="button packet" onClick={fromContacts}>
        <Icon name="packet" />
        {t('people.send')}
      </Link>
      <Link to="/transfer" search={{ to: person.memberId }} className="button plain" onClick={fromContacts}>
        <Icon name="transfer" />
        {t('people.transfer')}
      </Link>
    </div>
  )
}

function Notice({ text }: { text: string }): ReactElement {
  return (
    <p className="notice">
      <Icon name="lock" size={18} />
      {text}
    </p>
  )
}
