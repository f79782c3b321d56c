/** Sending a packet: who it is for, first; then what; then one button that says what it does. */

import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isIdOf } from '@laisee/core/ids.ts'
import { Page } from '../../ui/Page.tsx'
import { groupQuery, recipientQuery } from '../people/people-data.ts'
import { ChooseRecipient } from './ChooseRecipient.tsx'
import { NotThere, UnknownRecipient } from './NotThere.tsx'
import { PacketForm } from './PacketForm.tsx'
import { GroupCard, LinkCard, MemberCard } from './RecipientCard.tsx'
import { useBack } from '../shell/back.ts'
import './send.css'

export function SendPacketPage(): ReactElement {
  const { to } = useSearch({ from: '/shell/send' })
  if (to === undefined) return <ChooseRecipient path="/send" />
  if (to === 'link') return <ToLink />
  if (isIdOf('member', to)) return <ToMember key={to} id={to} />
  return isIdOf('group', to) ? <ToGroup key={to} id={to} /> : <ToNobody />
}

/** The frame of a send, whatever stands in it. */
function Frame({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  const back = useBack()
  return (
    <Page title={t('send.title')} onBack={back} className="send">
      {children}
    </Page>
  )
}

function ToNobody(): ReactElement {
  return (
    <Frame>
      <UnknownRecipient />
    </Frame>
  )
}

function ToLink(): ReactElement {
  return (
    <Frame>
      <LinkCard />
      <PacketForm to={{ kind: 'link' }} toName={null} />
    </Frame>
  )
}

function ToMember({ id }: { id: string }): ReactElement {
  const { data: who, error, refetch } = useQuery(recipientQuery(id))
  return (
    <Frame>
      {who ? (
        <>
          <MemberCard who={who} path="/send" />
          <PacketForm to={{ kind: 'member', id, canPay: who.canPay }} toName={who.alias ?? who.name} />
        </>
      ) : (
        <NotThere error={error} onRetry={() => void refetch()} />
      )}
    </Frame>
  )
}

function ToGroup({ id }: { id: string }): ReactElement {
  const { data: group, error, refetch } = useQuery(groupQuery(id))
  return (
    <Frame>
      {group ? (
        <>
          <GroupCard group={group} />
          <PacketForm to={{ kind: 'group', id, memberCount: group.memberCount }} toName={group.name} />
        </>
      ) : (
        <NotThere error={error} onRetry={() => void refetch()} />
      )}
    </Frame>
  )
}
