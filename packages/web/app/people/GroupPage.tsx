/** A group: its name, who is in it, who joins, and leaving it. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Card } from '../data/queries.ts'
import { useSession } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { AddMembersSheet, LeaveSheet, RenameSheet } from './GroupSheets.tsx'
import { groupMembersQuery, groupQuery, type Group } from './people-data.ts'
import './people.css'

export function GroupPage(): ReactElement {
  const { t } = useTranslation()
  const { groupId } = useParams({ from: '/shell/groups/$groupId' })
  const back = useBack()
  const { data: group, error, refetch } = useQuery(groupQuery(groupId))
  const isGone = isRefusal(error)
  return (
    <Page title={t('people.groupTitle')} onBack={back}>
      {isGone ? (
        <Empty icon="people" title={t('people.groupGoneTitle')}>
          <p>{t('people.groupGoneText')}</p>
        </Empty>
      ) : group ? (
        <Inside group={group} />
      ) : error ? (
        <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
      ) : (
        <Skeleton height={64} count={6} />
      )}
    </Page>
  )
}

type Asked = 'rename' | 'add' | 'leave'

function Inside({ group }: { group: Group }): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  return (
    <>
      <Cells>
        <CellButton
          label={t('people.groupName')}
          end={<span className="one-line">{group.name}</span>}
          leads
          onClick={() => setAsked('rename')}
        />
        <Link to="/chats/$chatId" params={{ chatId: group.id }} className="cell">
          <CellInside label={t('people.chat')} leads />
        </Link>
      </Cells>
      <Members group={group} onAdd={() => setAsked('add')} />
      <Cells>
        <CellButton
          label={<span className="people-warn">{t('people.leave')}</span>}
          onClick={() => setAsked('leave')}
        />
      </Cells>
      <RenameSheet group={group} open={asked === 'rename'} onClose={close} />
      <AddMembersSheet group={group} open={asked === 'add'} onClose={close} />
      <LeaveSheet group={group} open={asked === 'leave'} onClose={close} />
    </>
  )
}

function Members({ group, onAdd }: { group: Group; onAdd: () => void }): ReactElement {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(groupMembersQuery(group.id))
  return (
    <Cells title={t('people.members', { count: data?.length ?? group.memberCount })}>
      <CellButton start={<Icon name="plus" />} label={t('people.addMembers')} onClick={onAdd} />
      {data?.map(({ member }) => (
        <MemberRow key={member.id} card={member} />
      ))}
      {!data &&
        (error ? (
          <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
        ) : (
          <Skeleton height={56} count={group.memberCount} />
        ))}
    </Cells>
  )
}

function MemberRow({ card: { id, name, photoUrl } }: { card: Card }): ReactElement {
  const { t } = useTranslation()
  const isMe = useSession()?.memberId === id
  const shown = usePersonName(id, name)
  if (isMe)
    return (
      <div className="cell">
        <CellInside
          start={<Avatar id={id} name={name} photoUrl={photoUrl} size={40} />}
          label={name + t('people.you')}
        />
      </div>
    )
  return (
    <Link to="/people/$memberId" params={{ memberId: id }} className="cell">
      <CellInside
        start={<Avatar id={id} name={shown} photoUrl={photoUrl} size={40} />}
        label={<span className="one-line named">{shown}</span>}
        note={shown === name ? undefined : t('people.ownName', { name })}
        leads
      />
    </Link>
  )
}
