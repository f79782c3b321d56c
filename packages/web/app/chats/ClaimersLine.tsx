/** Who has claimed from one's own packet, by name. */

import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonNames } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { service } from '../data/service.ts'

/** So many are told by name; the rest are counted. */
const namesMax = 3

/** Under the key of the packet's claims, so that it is read again with them. */
const claimersQuery = (id: string) =>
  queryOptions({
    queryKey: ['claims', id, 'claimers'],
    queryFn: async ({ signal }) => {
      const { items } = await service().listClaims({ path: { id }, signal })
      return items.map(({ member }) => member)
    },
  })

export function ClaimersLine({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const { data: claimers = [] } = useQuery(claimersQuery(packet.id))
  const shown = usePersonNames(claimers.slice(0, namesMax))
  const count = Math.max(claimers.length, packet.claimedCount)
  if (shown.length === 0) return <p>{t('chat.lines.countClaimed', { count })}</p>
  const names = shown.join(t('chats.separator'))
  return (
    <p>
      {count > shown.length
        ? t('chat.lines.manyClaimed', { names, count })
        : t('chat.lines.someClaimed', { names })}
    </p>
  )
}
