/** Who did not approve a packet or transfer, and why, to whoever sent it. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonName } from '../data/people-names.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { useSession } from '../session/session.ts'
import { rejectionQuery } from './on-behalf-data.ts'

interface RejectionProps {
  kind: 'packet' | 'transfer'
  send: Pick<Packet | Transfer, 'id' | 'payerId' | 'state' | 'closedBy'>
  /** As the sentence above it looks. */
  className: string
}

/** Nothing where it was approved, where the clock ended it, and for whoever did not send it. */
export function Rejection({ kind, send, className }: RejectionProps): ReactElement | null {
  const isSender = send.payerId === useSession()?.memberId
  if (!isSender || send.state !== 'rejected' || send.closedBy === null) return null
  return <Why {...{ kind, className }} id={send.id} by={send.closedBy} />
}

interface WhyProps {
  kind: 'packet' | 'transfer'
  id: string
  by: string
  className: string
}

function Why({ kind, id, by, className }: WhyProps): ReactElement | null {
  const { t } = useTranslation()
  const name = usePersonName(by)
  const { data: rejection } = useQuery(rejectionQuery(kind, id))
  if (!rejection?.note) return null
  return (
    <p className={className} dir="auto">
      {t('onBehalf.rejectedWhy', { name, note: rejection.note })}
    </p>
  )
}
