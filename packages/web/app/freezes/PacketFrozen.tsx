/** On a packet's page: that the service has frozen it, until when, and for whoever paid, the way to why. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import type { Packet } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText, spanText } from '../words/moments.ts'
import { lastingQuery } from './freezes-data.ts'
import './freezes.css'

interface PacketFrozenProps {
  packet: Packet
  isPayer: boolean
}

export function PacketFrozen({ packet, isPayer }: PacketFrozenProps): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow()
  const untilMs = packet.frozenUntil === null ? 0 : Date.parse(packet.frozenUntil)
  const { data: lasting = [] } = useQuery({ ...lastingQuery, enabled: isPayer && untilMs > now })
  if (untilMs <= now) return null
  const freeze = lasting.find(({ subjectId }) => subjectId === packet.id)
  const text = isPayer
    ? t('freezes.packet.mine', { span: spanText(t, untilMs - now) })
    : t('freezes.packet.seen', { at: momentText(t, untilMs, languageNow(), now) })
  const inside = (
    <>
      <Icon name="snow" size={20} />
      <span className="case-notice">
        <strong>{t('freezes.packet.title')}</strong>
        <span className="numbers">{text}</span>
        {freeze && <span className="freeze-card-see">{t('freezes.card.see')}</span>}
      </span>
      {freeze && <Icon name="next" size={18} />}
    </>
  )
  return freeze ? (
    <Link
      to="/freezes/$freezeId"
      params={{ freezeId: freeze.id }}
      className="notice freeze-card"
      data-tone="ice"
    >
      {inside}
    </Link>
  ) : (
    <div className="notice freeze-card" data-tone="ice" role="status">
      {inside}
    </div>
  )
}
