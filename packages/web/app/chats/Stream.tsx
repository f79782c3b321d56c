/** What passed, newest at the bottom. Older items load upwards, and nothing one looks at jumps. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useSession } from '../session/session.ts'
import { failureText } from '../words/failure.ts'
import { chatItemsQuery, type Chat, type ChatItem } from './chats-data.ts'
import { idOf, streamOf } from './stream-of.ts'
import { useFollowedItems } from './follow.ts'
import { News } from './News.tsx'
import { useSeen } from './seen.ts'
import { StreamSkeleton } from './StreamSkeleton.tsx'
import { StreamItem } from './StreamItem.tsx'
import { atOf, opensTime } from './times.ts'

/** So near to the bottom counts as at the bottom. */
const nearPx = 80

export function Stream({ chat }: { chat: Chat }): ReactElement {
  const { t } = useTranslation()
  const query = useInfiniteQuery(chatItemsQuery(chat.chatId))
  const { data, error, refetch } = query
  if (!data)
    return (
      <div className="stream">
        {error ? <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed> : <StreamSkeleton />}
      </div>
    )
  const items = streamOf(data.pages)
  if (items.length === 0)
    return (
      <div className="stream">
        <Empty icon="packet" title={t('chat.nothingYet')}>
          <p>{t('chat.nothingYetText')}</p>
        </Empty>
        <News chat={chat} items={items} />
      </div>
    )
  const older = query.hasNextPage ? () => void query.fetchNextPage() : undefined
  return <Items chat={chat} items={items} older={older} isReading={query.isFetchingNextPage} />
}

interface ItemsProps {
  chat: Chat
  items: readonly ChatItem[]
  /** Reads what came before, where there is more. */
  older: (() => void) | undefined
  isReading: boolean
}

function Items({ chat, items, older, isReading }: ItemsProps): ReactElement {
  const { t } = useTranslation()
  const myId = useSession()?.memberId ?? ''
  const scroller = useRef<HTMLDivElement>(null)
  useFollowedItems(items)
  const { hasNews, toNewest } = useSteadyPlace(scroller, items, myId)
  const [firstNewest] = useState(() => deliveredAt(items.at(-1)))
  const atOlder = useSeen(items.length, () => !isReading && older?.())
  return (
    <div className="stream-frame">
      <div className="stream" ref={scroller} tabIndex={-1}>
        <div className="stream-inside">
          {older && (
            <div className="stream-older" ref={atOlder}>
              <Button small look="link" busy={isReading} onClick={older}>
                {t('chat.older')}
              </Button>
            </div>
          )}
          <ol aria-label={t('chat.stream')}>
            {items.map((item, i) => {
              const before = items[i - 1]
              const at = atOf(item, myId)
              return (
                <StreamItem
                  key={idOf(item)}
                  item={item}
                  chat={chat}
                  myId={myId}
                  time={opensTime(at, before && atOf(before, myId)) ? at : undefined}
                  isNew={deliveredAt(item) > firstNewest}
                />
              )
            })}
          </ol>
        </div>
      </div>
      {hasNews && (
        <button type="button" className="to-newest" onClick={toNewest}>
          <Icon name="down" size={18} />
          {t('chat.newest')}
        </button>
      )}
      <News chat={chat} items={items} />
    </div>
  )
}

function deliveredAt(item: ChatItem | undefined): number {
  return Date.parse((item?.packet ?? item?.transfer)?.deliverAt ?? '') || 0
}

/** How much of the stream is below each item. Older items may go while newer ones come, so its whole height says nothing. */
function heightsBelow(scroller: Element): Map<string, number> {
  const inside = scroller.firstElementChild
  if (!inside) return new Map()
  const { bottom } = inside.getBoundingClientRect()
  const items = [...inside.querySelectorAll<HTMLElement>('[data-item]')]
  return new Map(items.map((item) => [item.dataset.item!, bottom - item.getBoundingClientRect().bottom]))
}

/** How far what is at the upper edge of the view has moved up, for what came or grew below it. */
function movedUp(
  scroller: Element,
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): number {
  const edge = scroller.clientHeight - scroller.scrollTop
  const inView = [...before].filter(([id, below]) => below < edge && now.has(id))
  const [id, below] = inView.reduce((first, one) => (one[1] > first[1] ? one : first), ['', -Infinity])
  return id === '' ? 0 : now.get(id)! - below
}

/**
 * Keeps the place in the stream. Its frame counts from the bottom, so that older items change nothing; what comes or
 * grows below while one reads further up moves nothing either, what comes is announced by a button, and one's own send
 * is always shown.
 */
function useSteadyPlace(
  scroller: RefObject<HTMLDivElement | null>,
  items: readonly ChatItem[],
  myId: string,
) {
  const [hasNews, setNews] = useState(false)
  const last = useRef({ newestId: '', below: new Map<string, number>() })
  const newest = items.at(-1)
  const newestId = newest ? idOf(newest) : ''
  const isMine = (newest?.packet ?? newest?.transfer)?.payerId === myId
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const keep = () => {
      const before = last.current
      const below = heightsBelow(element)
      last.current = { newestId, below }
      if (before.newestId === '') return
      const isNew = before.newestId !== newestId
      if (element.scrollTop > -nearPx || (isNew && isMine)) {
        if (isNew) element.scrollTop = 0
        if (isNew) setNews(false)
        return
      }
      const moved = movedUp(element, before.below, below)
      if (moved !== 0) element.scrollTop -= moved
      if (isNew) setNews(true)
    }
    keep()
    // An item is told more of by itself, and grows.
    const grown = new ResizeObserver(keep)
    if (element.firstElementChild) grown.observe(element.firstElementChild)
    return () => grown.disconnect()
  })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !hasNews) return
    const look = () => element.scrollTop > -nearPx && setNews(false)
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [hasNews, scroller])
  const toNewest = () => {
    scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })
    scroller.current?.focus({ preventScroll: true })
    setNews(false)
  }
  return { hasNews, toNewest }
}
