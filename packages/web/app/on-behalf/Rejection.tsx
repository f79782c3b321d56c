/** Who did not approve a packet, and why, to whoever sent it. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { rejectionQuery } from './packet-data.ts'

export function Rejection({ packet }: { packet: Packet }): ReactElement | null {
  const { t } = useTranslation()
  const name = usePersonName(packet.closedBy ?? packet.payerId)
  const { data: rejection } = useQuery(rejectionQuery(packet.id))
  if (!rejection?.note) return null
  return (
    <p className="packet-countdown" dir="auto">
      {t('packet.page.rejectedWhy', { name, note: rejection.note })}
    </p>
  )
}
