/** What a send is called: 给 小明 的红包. A person by the name one keeps them under. */

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { personQuery } from '../data/queries.ts'
import { groupQuery, recipientQuery } from '../people/people-data.ts'
import type { OwnSend } from './sends-data.ts'

const seldom = { staleTime: 600_000 }

/** The name of a member as the reader keeps them; their own name where the reader does not. */
export function useMemberName(memberId: string | null): string | undefined {
  const isAsked = memberId !== null
  const { data: known, isError } = useQuery({
    ...recipientQuery(memberId ?? ''),
    ...seldom,
    enabled: isAsked,
  })
  const { data: card } = useQuery({ ...personQuery(memberId ?? ''), enabled: isAsked && isError })
  return known?.alias ?? known?.name ?? card?.name
}

/** What to call one's own send. */
export function useSendName({ kind, memberId, groupId }: OwnSend): string {
  const { t } = useTranslation()
  const member = useMemberName(memberId)
  const { data: group } = useQuery({ ...groupQuery(groupId ?? ''), ...seldom, enabled: groupId !== null })
  const name = (groupId === null ? member : group?.name) ?? '…'
  if (kind === 'transfer') return t('sent.bars.what.transferTo', { name })
  return memberId === null && groupId === null
    ? t('sent.bars.what.packetLink')
    : t('sent.bars.what.packetTo', { name })
}
