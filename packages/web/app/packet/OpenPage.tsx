/** Opening a packet that was sent to this member or to a group of theirs. */

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useCallback, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useWatch } from '../data/live.ts'
import { packetQuery } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import { isRefusal } from '../words/failure.ts'
import { CoverFrame } from './CoverFrame.tsx'
import { isStale } from './cover.ts'
import { useLeave } from './leave.ts'
import { OpenScreen } from './OpenScreen.tsx'

export function OpenPage(): ReactElement {
  const { t } = useTranslation()
  const { packetId } = useParams({ from: '/shell/packets/$packetId/open' })
  const queries = useQueryClient()
  const leave = useLeave()
  const packet = useQuery({
    ...packetQuery(packetId),
    refetchInterval: ({ state }) => (state.data && isStale(state.data, serviceNow()) ? 1_000 : false),
  })
  useWatch(packet.data ? `packet:${packetId}` : undefined)
  const reread = useCallback(
    () => queries.invalidateQueries({ queryKey: ['packet', packetId] }),
    [queries, packetId],
  )
  if (packet.data) return <OpenScreen packet={packet.data} reread={reread} onLeave={leave} />
  if (packet.isPending)
    return (
      <CoverFrame title={t('packet.title')} onLeave={leave}>
        <p className="cover-wait" role="status">
          {t('packet.loading')}
        </p>
      </CoverFrame>
    )
  return (
    <Page title={t('packet.title')} onBack={leave}>
      {isRefusal(packet.error) ? (
        <Empty icon="search" title={t('packet.lostTitle')}>
          <p>{t('packet.lostText')}</p>
          <Button onClick={leave}>{t('common.back')}</Button>
        </Empty>
      ) : (
        <Failed onRetry={() => void packet.refetch()} />
      )}
    </Page>
  )
}
