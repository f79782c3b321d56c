/** Everyone and every group one shares money with, latest first; in a wide window the open chat stands beside them. */

import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/Empty.tsx'
import { useWide } from '../shell/wide.ts'
import { ChatList } from './ChatList.tsx'
import './chats.css'

export function ChatsPage(): ReactElement {
  const isWide = useWide()
  const { chatId } = useParams({ strict: false })
  const isOpen = chatId !== undefined
  return (
    <div className="chats">
      {(isWide || !isOpen) && <ChatList />}
      {(isWide || isOpen) && (
        <div className="chats-open">
          <Outlet />
        </div>
      )}
    </div>
  )
}

/** What stands beside the list while no chat is open. */
export function NoChatPage(): ReactElement {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${t('chats.title')} · ${t('shell.name')}`
  }, [t])
  return (
    <Empty icon="chat" title={t('chats.chooseTitle')}>
      <p>{t('chats.chooseText')}</p>
    </Empty>
  )
}
