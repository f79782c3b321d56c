/** Where the money is that is in the balance no more, or not yet: open packets and transfers that have not arrived. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Skeleton } from '../../ui/Empty.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { useServiceNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { About } from './About.tsx'
import { leftIn } from './on-the-way.ts'
import { onTheWayQuery } from './wallet-data.ts'

export function MoneyOnTheWay(): ReactElement {
  const { t } = useTranslation()
  const { data, error, isPending } = useQuery(onTheWayQuery)
  if (isPending) return <Skeleton height={96} />
  if (!data)
    return (
      <Cells title={t('wallet.onTheWay.title')}>
        <p className="wallet-plain">{failureText(error)}</p>
      </Cells>
    )
  const { packets, sent, received, outSum, isAll } = data
  if (packets.length + sent.length + received.length === 0)
    return <p className="wallet-none">{t(isAll ? 'wallet.onTheWay.empty' : 'wallet.onTheWay.more')}</p>
  const sum = t(isAll ? 'wallet.onTheWay.sum' : 'wallet.onTheWay.sumAtLeast', { amount: outSum })
  return (
    <Cells title={t('wallet.onTheWay.title')} foot={outSum > 0 ? sum : undefined}>
      {packets.map((packet) => (
        <PacketRow key={packet.id} packet={packet} />
      ))}
      {sent.map((transfer) => (
        <TransferRow key={transfer.id} transfer={transfer} isMine />
      ))}
      {received.map((transfer) => (
        <TransferRow key={transfer.id} transfer={transfer} isMine={false} />
      ))}
    </Cells>
  )
}

function PacketRow({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const now = useServiceNow(60_000)
  const until = momentText(t, packet.expireAt, languageNow(), now)
  const label: ReactNode =
    packet.state === 'undo'
      ? t('wallet.onTheWay.packetUndo')
      : t('wallet.onTheWay.packet', { left: packet.count - packet.claimedCount })
  return (
    <Link to="/packets/$packetId" params={{ packetId: packet.id }} className="cell">
      <CellInside
        label={label}
        note={
          <>
            <span className="entry-about">
              <About sourceId={packet.id} />
            </span>
            <span className="entry-at">{t('wallet.onTheWay.until', { at: until })}</span>
          </>
        }
        end={<Amount fen={leftIn(packet)} />}
        leads
      />
    </Link>
  )
}

function TransferRow({ transfer, isMine }: { transfer: Transfer; isMine: boolean }): ReactElement {
  const { t } = useTranslation()
  const now = useServiceNow(60_000)
  const name = usePersonName(isMine ? transfer.payeeId : transfer.payerId)
  const { state, arriveAt, note } = transfer
  const at = arriveAt === null ? '' : momentText(t, arriveAt, languageNow(), now)
  const label = () => {
    if (!isMine)
      return t(arriveAt === null ? 'wallet.onTheWay.toAccept' : 'wallet.onTheWay.arriving', { name, at })
    if (state === 'undo') return t('wallet.onTheWay.transferUndo', { name })
    return t(arriveAt === null ? 'wallet.onTheWay.transferAsked' : 'wallet.onTheWay.transferWaiting', {
      name,
      at,
    })
  }
  return (
    <Link to="/transfers/$transferId" params={{ transferId: transfer.id }} className="cell">
      <CellInside
        label={label()}
        note={note === '' ? undefined : <span className="entry-about">{note}</span>}
        end={<Amount fen={transfer.amount} signed={!isMine} />}
        leads
      />
    </Link>
  )
}
