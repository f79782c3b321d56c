/** Where the money is that is in the balance no more, or not yet: open packets and transfers that have not arrived. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Cell, CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { About } from './About.tsx'
import { leftIn } from './on-the-way.ts'
import { onTheWayQuery } from './wallet-data.ts'

export function MoneyOnTheWay(): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { data, error, isPending } = useQuery(onTheWayQuery)
  if (isPending) return <Skeleton height={76} />
  const title = t('wallet.onTheWay.title')
  if (!data) return <Summary label={title} note={failureText(error)} />
  const { packets, sent, received, outSum, isAll } = data
  const outCount = packets.length + sent.length
  if (outCount + received.length === 0)
    return <Summary label={title} note={t(isAll ? 'wallet.onTheWay.empty' : 'wallet.onTheWay.more')} />
  const out = t(isAll ? 'wallet.onTheWay.sum' : 'wallet.onTheWay.sumAtLeast', { count: outCount })
  const note = outCount > 0 ? out : t('wallet.onTheWay.coming', { count: received.length })
  return (
    <Cells>
      <CellButton
        label={title}
        note={note}
        end={
          <>
            {outCount > 0 && <Amount fen={outSum} />}
            <span className="way-mark">
              <Icon name="next" size={18} />
            </span>
          </>
        }
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <>
          {packets.map((packet) => (
            <PacketRow key={packet.id} packet={packet} />
          ))}
          {sent.map((transfer) => (
            <TransferRow key={transfer.id} transfer={transfer} isMine />
          ))}
          {received.map((transfer) => (
            <TransferRow key={transfer.id} transfer={transfer} isMine={false} />
          ))}
        </>
      )}
    </Cells>
  )
}

function Summary({ label, note }: { label: string; note: string }): ReactElement {
  return (
    <Cells>
      <Cell label={label} note={note} />
    </Cells>
  )
}

function PacketRow({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const until = momentText(t, packet.expireAt, languageNow(), now)
  const label: ReactNode =
    packet.state === 'held'
      ? t('wallet.onTheWay.packetHeld')
      : packet.state === 'undo'
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
  const now = useNow(60_000)
  const name = usePersonName(isMine ? transfer.payeeId : transfer.payerId)
  const { state, arriveAt, note } = transfer
  const at = arriveAt === null ? '' : momentText(t, arriveAt, languageNow(), now)
  const label = () => {
    if (!isMine)
      return t(arriveAt === null ? 'wallet.onTheWay.toAccept' : 'wallet.onTheWay.arriving', { name, at })
    if (state === 'held') return t('wallet.onTheWay.transferHeld', { name })
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
