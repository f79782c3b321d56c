/** One chat: who it is with, what passed as a stream of bubbles, and what can be sent. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failed } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { GroupNotices } from '../collections/GroupNotices.tsx'
import { groupQuery, recipientQuery } from '../people/people-data.ts'
import { useWide } from '../shell/wide.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import './chat.css'
import { chatQuery, chatsQuery, type Chat } from './chats-data.ts'
import { SendBar } from './SendBar.tsx'
import { Stream } from './Stream.tsx'
import { StreamSkeleton } from './StreamSkeleton.tsx'

export function ChatPage(): ReactElement {
  const { t } = useTranslation()
  const { chatId } = useParams({ from: '/shell/chats/$chatId' })
  const { data: chat, error, refetch } = useQuery({ ...chatQuery(chatId), ...useListed(chatId) })
  const go = useNavigate()
  const isWide = useWide()
  const onBack = () => void go({ to: '/chats' })
  const back = isWide ? {} : { onBack }
  if (!chat)
    return (
      <Page title={t('chats.title')} className="chat" {...back}>
        {error && isRefusal(error) ? (
          <Empty icon="search" title={t('chat.unknownTitle')}>
            <p>{t('chat.unknownText')}</p>
          </Empty>
        ) : error ? (
          <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
        ) : (
          <StreamSkeleton />
        )}
      </Page>
    )
  const count = chat.memberCount === null ? {} : { aside: t('chats.count', { count: chat.memberCount }) }
  return (
    <Page
      title={chat.alias ?? chat.name}
      {...count}
      className="chat"
      {...back}
      actions={<Details chat={chat} />}
    >
      {chat.kind === 'group' && <GroupNotices groupId={chatId} />}
      <Stream key={chatId} chat={chat} />
      {chat.kind === 'group' ? <GroupBar chat={chat} /> : <PersonBar chat={chat} />}
    </Page>
  )
}

/** A chat as the list has it already: it is there at once when one comes from the list, also without a network. */
function useListed(chatId: string) {
  const queries = useQueryClient()
  const list = queries.getQueryState(chatsQuery.queryKey)
  const listed = list?.data?.pages.flatMap((page) => page.items).find((item) => item.chatId === chatId)
  return listed && list ? { initialData: listed, initialDataUpdatedAt: list.dataUpdatedAt } : {}
}

function Details({ chat: { chatId, kind } }: { chat: Chat }): ReactElement {
  const { t } = useTranslation()
  if (kind === 'member')
    return (
      <Link
        to="/people/$memberId"
        params={{ memberId: chatId }}
        className="icon-button"
        aria-label={t('chat.details')}
      >
        <Icon name="more" />
      </Link>
    )
  return (
    <Link
      to="/groups/$groupId"
      params={{ groupId: chatId }}
      className="icon-button"
      aria-label={t('chat.groupDetails')}
    >
      <Icon name="more" />
    </Link>
  )
}

function PersonBar({ chat }: { chat: Chat }): ReactElement {
  const { t } = useTranslation()
  const { data } = useQuery(recipientQuery(chat.chatId))
  if (data?.canPay === false) return <p className="chat-closed">{t('chat.cannotPay')}</p>
  return <SendBar chat={chat} />
}

function GroupBar({ chat }: { chat: Chat }): ReactElement {
  const { t } = useTranslation()
  const { error } = useQuery(groupQuery(chat.chatId))
  if (isRefusal(error) && error.code === 'not_found')
    return <p className="chat-closed">{t('chat.leftGroup')}</p>
  return <SendBar chat={chat} />
}
