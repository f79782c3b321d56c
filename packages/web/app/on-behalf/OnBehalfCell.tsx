/** For which organisation a packet or transfer was sent, among its facts. Only its sender is told that it was for one. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell } from '../../ui/Cells.tsx'
import type { Packet, Transfer } from '../data/queries.ts'
import { organisationsQuery } from './on-behalf-data.ts'

export function OnBehalfCell({ send }: { send: Packet | Transfer }): ReactElement | null {
  return send.onBehalfOf ? <Named organisationId={send.onBehalfOf} /> : null
}

function Named({ organisationId }: { organisationId: string }): ReactElement {
  const { t } = useTranslation()
  const { data, isPending } = useQuery(organisationsQuery)
  const known = data?.find((place) => place.organisationId === organisationId)?.name
  // Whoever has left it since is not told its name.
  const organisation = known ?? (isPending ? '…' : t('onBehalf.some'))
  return <Cell label={<span dir="auto">{t('onBehalf.sentFor', { organisation })}</span>} />
}
