/** A conversation in the list: who, what they are to the reader, the newest item in words, and when. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { useNow } from '../data/service-time.ts'
import { RelationTag } from '../people/RelationTag.tsx'
import { languageNow } from '../words/i18n.ts'
import type { Chat } from './chats-data.ts'
import { latestLine } from './latest.ts'
import { SaidText } from './SaidText.tsx'
import { shortText } from './times.ts'

export function ChatRow({ chat }: { chat: Chat }): ReactElement {
  const { t } = useTranslation()
  const { chatId, alias, name, photoUrl, memberCount, latest } = chat
  const shown = alias ?? name
  return (
    <Link to="/chats/$chatId" params={{ chatId }} className="cell chat-row">
      <Avatar id={chatId} name={shown} photoUrl={photoUrl} size={48} />
      <span className="chat-row-text">
        <span className="chat-row-first">
          <span className="chat-row-name one-line">{shown}</span>
          {memberCount !== null && (
            <span className="chat-row-count">{t('chats.count', { count: memberCount })}</span>
          )}
          <RelationTag relation={chat.relation} note={chat.relationNote} />
          {latest && <LatestTime at={latest.at} />}
        </span>
        <span className="chat-row-latest one-line" data-claim={latest?.canClaim === true}>
          <SaidText said={latestLine(chat)} />
        </span>
      </span>
    </Link>
  )
}

function LatestTime({ at }: { at: string }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  return (
    <time className="chat-row-time" dateTime={at}>
      {shortText(t, at, languageNow(), now)}
    </time>
  )
}
