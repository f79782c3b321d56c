/** The list of conversations: search, what to begin, and a row for each. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { failureText } from '../words/failure.ts'
import { AddMenu } from './AddMenu.tsx'
import { ChatRow } from './ChatRow.tsx'
import { chatsQuery, type Chat } from './chats-data.ts'
import { SearchField } from './SearchField.tsx'
import { useSeen } from './seen.ts'

/** How far down the list was when it was last left. */
let placeLeft = 0

export function ChatList(): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState('')
  const search = useDeferredValue(asked.trim())
  const pane = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = pane.current
    if (element) element.scrollTop = placeLeft
    return () => {
      placeLeft = element?.scrollTop ?? 0
    }
  }, [])
  return (
    <section className="chats-list" aria-label={t('chats.list')} ref={pane}>
      <Page title={t('chats.title')} actions={<AddMenu />}>
        <SearchField label={t('chats.searchLabel')} value={asked} onChange={setAsked} />
        <Rows search={search} />
      </Page>
    </section>
  )
}

function isFoundBy(search: string): (chat: Chat) => boolean {
  const wanted = search.toLocaleLowerCase()
  return ({ alias, name }) => [alias, name].some((text) => text?.toLocaleLowerCase().includes(wanted))
}

function Rows({ search }: { search: string }): ReactElement {
  const { t } = useTranslation()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useInfiniteQuery(chatsQuery)
  // A name may be on a page that is not read yet.
  const readsOn = search !== '' && hasNextPage && !isFetchingNextPage
  useEffect(() => {
    if (readsOn) void fetchNextPage()
  }, [readsOn, fetchNextPage])
  const more = useSeen(
    data?.pages.length ?? 0,
    () => hasNextPage && !isFetchingNextPage && void fetchNextPage(),
  )
  if (!data)
    return error ? (
      <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
    ) : (
      <Skeleton height={64} count={7} />
    )
  const every = data.pages.flatMap((page) => page.items)
  if (every.length === 0) return <NobodyYet />
  const found = search === '' ? every : every.filter(isFoundBy(search))
  if (found.length === 0 && !hasNextPage)
    return (
      <Empty icon="search" title={t('chats.nobodyFound', { name: search })}>
        <p>{t('chats.nobodyFoundText')}</p>
      </Empty>
    )
  return (
    <>
      <ul className="cells">
        {found.map((chat) => (
          <li key={chat.chatId}>
            <ChatRow chat={chat} />
          </li>
        ))}
      </ul>
      {hasNextPage && <div ref={more} className="chats-more" />}
      {isFetchingNextPage && <Skeleton height={64} />}
    </>
  )
}

function NobodyYet(): ReactElement {
  const { t } = useTranslation()
  return (
    <Empty icon="people" title={t('chats.emptyTitle')}>
      <p>{t('chats.emptyText')}</p>
      <Link to="/people" className="button small plain">
        <Icon name="people" size={18} />
        {t('chats.addMenu.people')}
      </Link>
    </Empty>
  )
}
