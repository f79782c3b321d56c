/** After the cover: the amount alone, large; that it is in the wallet, and where the others' shares can be seen. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { walletQuery, type Packet } from '../data/queries.ts'
import { languageNow } from '../words/i18n.ts'
import { Announce } from './Announce.tsx'
import type { Sender } from './CoverFrame.tsx'
import { spokenAmount } from './spoken-amount.ts'
import './cover.css'

interface OpenedProps {
  packet: Packet
  sender: Sender
  title: string
  amount: number
  /** It was claimed just now, here. */
  isNew: boolean
  onLeave: () => void
}

export function Opened({ packet, sender, title, amount, isNew, onLeave }: OpenedProps): ReactElement {
  const { t } = useTranslation()
  const wallet = useQuery(walletQuery)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('shell.name')}`
  }, [title, t])
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    const close = (event: KeyboardEvent) => event.key === 'Escape' && onLeave()
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [onLeave])
  const result = t('packet.open.result', { words: spokenAmount(amount, languageNow()) })
  return (
    <section className="cover-page" aria-labelledby="cover-title">
      <div className="cover opened" data-new={isNew || undefined}>
        <button type="button" className="cover-close" aria-label={t('packet.open.close')} onClick={onLeave}>
          <Icon name="close" />
        </button>
        <div className="opened-arc" />
        <div className="opened-main">
          <Avatar id={sender.id} name={sender.name} photoUrl={sender.photoUrl} size={56} />
          <h1 id="cover-title" ref={heading} tabIndex={-1}>
            {title}
            {packet.kind === 'lucky' && <span className="badge">{t('packet.badges.lucky')}</span>}
            {packet.kind === 'exclusive' && <span className="badge">{t('packet.badges.exclusive')}</span>}
          </h1>
          {packet.greeting !== '' && <p className="opened-greeting">{packet.greeting}</p>}
          <p className="opened-amount" aria-hidden="true">
            <Amount fen={amount} big />
          </p>
          <Announce text={result} />
          <p className="opened-deposited">
            <Icon name="check" size={18} /> {t('packet.open.deposited')}
          </p>
          <p className="opened-balance numbers">
            {wallet.data ? t('packet.open.balance', { amount: wallet.data.balance }) : '\u00a0'}
          </p>
          <div className="opened-ways">
            <Link className="opened-link" to="/packets/$packetId" params={{ packetId: packet.id }} replace>
              {packet.count > 1 ? t('packet.open.luck') : t('packet.open.details')}
              <Icon name="next" size={18} />
            </Link>
          </div>
        </div>
      </div>
    </section>
  )
}
