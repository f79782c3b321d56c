/** One packet: whose it is, where its money is, what has happened to it, and until when that can change. */

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { MisSentLink } from '../advisor/MisSentLink.tsx'
import { PostNotice } from '../collections/PostNotice.tsx'
import { useWatch } from '../data/live.ts'
import { packetQuery, type Packet } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import { Cells } from '../../ui/Cells.tsx'
import { DisputeLink } from '../disputes/DisputeLink.tsx'
import { EvidenceLink } from '../evidence/EvidenceLink.tsx'
import { PacketFrozen } from '../freezes/PacketFrozen.tsx'
import { HeldCard } from '../held/HeldCard.tsx'
import { heldPacket } from '../held/held-send.ts'
import { ReturnCells } from '../returns/ReturnCells.tsx'
import { useSession } from '../session/session.ts'
import { isRefusal } from '../words/failure.ts'
import { isStale } from './cover.ts'
import { useLeave } from './leave.ts'
import { MoneyPlace } from './MoneyPlace.tsx'
import { claimsQuery, historyQuery } from './packet-data.ts'
import { PacketFacts } from './PacketFacts.tsx'
import { PacketHead } from './PacketHead.tsx'
import { PacketState } from './PacketState.tsx'
import { PayerActions } from './PayerActions.tsx'
import { ProofCard } from './ProofCard.tsx'
import { Timeline } from './Timeline.tsx'
import './packet.css'

/** Its group has seen it. */
const isOut: ReadonlySet<Packet['state']> = new Set(['open', 'paused', 'claimed_out'])

export function PacketPage(): ReactElement {
  const { t } = useTranslation()
  const { packetId } = useParams({ from: '/shell/packets/$packetId' })
  const leave = useLeave()
  const packet = useQuery({
    ...packetQuery(packetId),
    refetchInterval: ({ state }) => (state.data && isStale(state.data, serviceNow()) ? 1_000 : false),
  })
  useWatch(packet.data ? `packet:${packetId}` : undefined)
  return (
    <Page title={t('packet.detailTitle')} onBack={leave} className="packet-page">
      {packet.data ? (
        <Body packet={packet.data} onDue={() => void packet.refetch()} />
      ) : packet.isPending ? (
        <>
          <Skeleton height={248} />
          <Skeleton height={132} count={2} />
        </>
      ) : isRefusal(packet.error) ? (
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

function Body({ packet, onDue }: { packet: Packet; onDue: () => void }): ReactElement {
  const memberId = useSession()?.memberId ?? ''
  const isPayer = packet.payerId === memberId
  const claims = useQuery(claimsQuery(packet.id, packet.total !== null))
  const history = useQuery(historyQuery(packet.id))
  const shares = claims.data ?? []
  const held = heldPacket(packet)
  const holderIds = shares.map((share) => share.memberId).filter((id) => id !== memberId)
  return (
    <>
      <PacketHead packet={packet} isPayer={isPayer} />
      <PacketState packet={packet} isPayer={isPayer} memberId={memberId} />
      <PacketFrozen packet={packet} isPayer={isPayer} />
      {held && <HeldCard send={held} onDue={onDue} />}
      {isPayer && <PayerActions packet={packet} claims={shares} />}
      <MoneyPlace packet={packet} isPayer={isPayer} />
      {claims.isError && shares.length === 0 ? (
        <Failed onRetry={() => void claims.refetch()} />
      ) : (
        <Timeline
          packet={packet}
          claims={shares}
          history={history.data?.events ?? []}
          isReady={!claims.isPending}
        />
      )}
      {!packet.test && (isPayer ? holderIds.length > 0 : packet.myShare !== null) && (
        <>
          <ReturnCells sourceId={packet.id} holderIds={holderIds} isPayer={isPayer} />
          <Cells>
            <DisputeLink sourceId={packet.id} />
          </Cells>
        </>
      )}
      {isPayer && packet.groupId !== null && !packet.test && isOut.has(packet.state) && (
        <PostNotice packetId={packet.id} groupId={packet.groupId} />
      )}
      {packet.splitMethod === 'provable' && <ProofCard packet={packet} claims={shares} />}
      <PacketFacts packet={packet} />
      {(isPayer || packet.myShare !== null || packet.recipientId === memberId) && (
        <EvidenceLink sourceId={packet.id} />
      )}
      {isPayer && packet.state !== 'undone' && packet.state !== 'rejected' && (
        <MisSentLink kind="packet" record={packet} />
      )}
    </>
  )
}
