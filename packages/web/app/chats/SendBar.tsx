/** What can be sent in this chat, below the stream: a packet and a transfer at once, the rest behind one button. */

import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { noteChosen } from '../send/screen-facts.ts'
import type { Chat } from './chats-data.ts'

export function SendBar({ chat: { chatId, kind, alias, name } }: { chat: Chat }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const panelId = useId()
  const fromChat = () => noteChosen(chatId, 'chat')
  return (
    <div className="send-bar" role="group" aria-label={t('chat.bar', { name: alias ?? name })}>
      <div className="send-bar-row">
        <Link to="/send" search={{ to: chatId }} className="button packet" onClick={fromChat}>
          <Icon name="packet" />
          {t('chat.sendPacket')}
        </Link>
        {kind === 'member' && (
          <Link to="/transfer" search={{ to: chatId }} className="button plain" onClick={fromChat}>
            <Icon name="transfer" />
            {t('chat.sendTransfer')}
          </Link>
        )}
        <button
          type="button"
          className="icon-button send-bar-more"
          aria-label={t('chat.more')}
          aria-expanded={isOpen}
          aria-controls={panelId}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="plus" size={24} />
        </button>
      </div>
      <ul id={panelId} className="send-bar-panel" hidden={!isOpen}>
        <li>
          <Link to="/send" search={{ to: 'link' }} className="tile">
            <Icon name="link" size={26} />
            {t('chat.panel.link')}
          </Link>
        </li>
        <li>
          {kind === 'member' ? (
            <Link to="/people/$memberId" params={{ memberId: chatId }} className="tile">
              <Icon name="person" size={26} />
              {t('chat.panel.card')}
            </Link>
          ) : (
            <Link to="/groups/$groupId" params={{ groupId: chatId }} className="tile">
              <Icon name="people" size={26} />
              {t('chat.panel.group')}
            </Link>
          )}
        </li>
        <li>
          <Link to="/collections/new" search={kind === 'group' ? { group: chatId } : {}} className="tile">
            <Icon name="checkAll" size={26} />
            {t('chat.panel.collect')}
          </Link>
        </li>
        <li>
          <Link to="/wallet" className="tile">
            <Icon name="wallet" size={26} />
            {t('chat.panel.wallet')}
          </Link>
        </li>
      </ul>
    </div>
  )
}
