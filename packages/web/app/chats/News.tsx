/** What comes and changes while one looks, told once to whoever listens rather than sees. */

import { useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonName } from '../data/people-names.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { useSession } from '../session/session.ts'
import type { Chat, ChatItem } from './chats-data.ts'
import { idOf } from './stream-of.ts'

interface Told {
  text: (t: TFunction, name: string) => string
  who: string
  known: string | undefined
}

export function News({ chat, items }: { chat: Chat; items: readonly ChatItem[] }): ReactElement {
  const myId = useSession()?.memberId ?? ''
  const told = useNews(items, myId)
  return (
    <div role="log" aria-live="polite" className="unseen">
      {told && <Telling key={told.no} told={told.news} chat={chat} />}
    </div>
  )
}

function Telling({ told, chat }: { told: Told; chat: Chat }): ReactElement {
  const { t } = useTranslation()
  const known = chat.chatId === told.who ? (chat.alias ?? chat.name) : told.known
  const name = usePersonName(told.who, known)
  return <p>{told.text(t, name)}</p>
}

/** The state in which each item was last told. */
type States = Map<string, string>

function useNews(items: readonly ChatItem[], myId: string): { no: number; news: Told } | undefined {
  const queries = useQueryClient()
  const seen = useRef<States>(undefined)
  const [told, setTold] = useState<{ no: number; news: Told }>()
  useEffect(() => {
    const compare = () => {
      const before = seen.current
      const newest = before && items.findLastIndex((item) => before.has(idOf(item)))
      seen.current = new Map(items.map((item) => [idOf(item), currentOf(queries, item)?.state ?? '']))
      if (!before) return
      const news = items
        .map((item, i) => newsOf(queries, item, before, newest === undefined || i > newest, myId))
        .findLast((found) => found !== undefined)
      if (news) setTold((last) => ({ no: (last?.no ?? 0) + 1, news }))
    }
    compare()
    return queries.getQueryCache().subscribe(({ type, query }) => {
      const [kind, id] = query.queryKey as readonly unknown[]
      const isItem = (kind === 'packet' || kind === 'transfer') && seen.current?.has(String(id))
      if (type === 'updated' && isItem) compare()
    })
  }, [items, myId, queries])
  return told
}

function currentOf(
  queries: ReturnType<typeof useQueryClient>,
  item: ChatItem,
): Packet | Transfer | null | undefined {
  return queries.getQueryData<Packet | Transfer>([item.kind, idOf(item)]) ?? item.packet ?? item.transfer
}

function newsOf(
  queries: ReturnType<typeof useQueryClient>,
  item: ChatItem,
  before: States,
  isBelow: boolean,
  myId: string,
): Told | undefined {
  const current = currentOf(queries, item)
  if (!current) return undefined
  const was = before.get(idOf(item))
  const { payerId: who, state } = current
  const isPacket = 'kind' in current
  const known = isPacket ? current.payer.name : undefined
  if (was === undefined) {
    if (!isBelow || who === myId) return undefined
    return isPacket
      ? { who, known, text: (t, name) => t('chat.arrived', { name, greeting: current.greeting }) }
      : { who, known, text: (t, name) => t('chat.arrivedTransfer', { name, amount: current.amount }) }
  }
  if (was === state) return undefined
  const what = (t: TFunction) => (isPacket ? current.greeting : t('common.yuan', { amount: current.amount }))
  return {
    who,
    known,
    text: (t) => t('chat.changed', { greeting: what(t), state: t(`common.states.${state}`) }),
  }
}
