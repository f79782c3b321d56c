/** Packets and transfers as people know them: a card with the greeting or amount, its state in a word, and its kind. */

import { Link } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { packetLook, transferLook, type Look } from './look.ts'

/** The service's time for a bubble: by the second while something counts down, else by the minute. */
function useBubbleTime(state: string): number {
  return useNow(state === 'undo' ? 1_000 : 60_000)
}

export function PacketBubble({ packet, myId }: { packet: Packet; myId: string }): ReactElement {
  const { t } = useTranslation()
  const now = useBubbleTime(packet.state)
  const tell = (at: string) => momentText(t, at, languageNow(), now)
  const look = packetLook(t, tell, packet, myId, now)
  const params = { packetId: packet.id }
  const inside = (
    <CardInside look={look} foot={<PacketKind packet={packet} />} sign={<Envelope />}>
      <span className="card-title">{packet.greeting || t('chat.kinds.direct')}</span>
    </CardInside>
  )
  const shared = { className: 'card', 'data-kind': 'packet', 'data-tone': look.tone } as const
  return packet.may.includes('claim') ? (
    <Link to="/packets/$packetId/open" params={params} {...shared}>
      {inside}
    </Link>
  ) : (
    <Link to="/packets/$packetId" params={params} {...shared}>
      {inside}
    </Link>
  )
}

export function TransferBubble({ transfer, myId }: { transfer: Transfer; myId: string }): ReactElement {
  const { t } = useTranslation()
  const now = useBubbleTime(transfer.state)
  const tell = (at: string) => momentText(t, at, languageNow(), now)
  const look = transferLook(t, tell, transfer, myId, now)
  return (
    <Link
      to="/transfers/$transferId"
      params={{ transferId: transfer.id }}
      className="card"
      data-kind="transfer"
      data-tone={look.tone}
    >
      <CardInside
        look={look}
        foot={<TransferFoot transfer={transfer} tell={tell} />}
        sign={
          <span className="card-circle">
            <Icon name="transfer" size={22} />
          </span>
        }
      >
        <span className="card-amount">
          <Amount fen={transfer.amount} />
        </span>
        <TransferNote transfer={transfer} myId={myId} />
      </CardInside>
    </Link>
  )
}

interface CardInsideProps {
  look: Look
  sign: ReactNode
  foot: ReactNode
  children: ReactNode
}

function CardInside({ look, sign, foot, children }: CardInsideProps): ReactElement {
  return (
    <>
      <span className="card-main">
        {sign}
        <span className="card-text">
          {children}
          <span className="card-state">
            <Icon name={look.icon} size={16} />
            <span>{look.word}</span>
          </span>
        </span>
      </span>
      <span className="card-foot one-line">{foot}</span>
    </>
  )
}

function PacketKind({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  if (packet.kind === 'exclusive' && packet.recipientId !== null)
    return <ExclusiveKind recipientId={packet.recipientId} />
  const parts = [
    t(`chat.kinds.${packet.kind === 'exclusive' ? 'direct' : packet.kind}`),
    packet.hasPassphrase && t('chat.passphrase'),
    packet.test && t('chat.kinds.test'),
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

function ExclusiveKind({ recipientId }: { recipientId: string }): ReactElement {
  const { t } = useTranslation()
  return <>{t('chat.kinds.exclusive', { name: usePersonName(recipientId) })}</>
}

function TransferNote({ transfer, myId }: { transfer: Transfer; myId: string }): ReactElement {
  const { t } = useTranslation()
  const name = usePersonName(transfer.payeeId)
  const plain =
    transfer.payeeId === myId ? t('chat.transferState.toYou') : t('chat.transferState.toThem', { name })
  return <span className="card-note">{transfer.note || plain}</span>
}

function TransferFoot({
  transfer,
  tell,
}: {
  transfer: Transfer
  tell: (at: string) => string
}): ReactElement {
  const { t } = useTranslation()
  const { state, arriveAt, acceptBy, acceptedAt, needsAcceptance } = transfer
  const waits =
    needsAcceptance && acceptedAt === null && (state === 'held' || state === 'undo' || state === 'waiting')
  const when =
    state === 'arrived' && arriveAt
      ? t('chat.transferState.arrivedAt', { at: tell(arriveAt) })
      : waits && acceptBy
        ? t('chat.transferState.acceptBy', { at: tell(acceptBy) })
        : (state === 'held' || state === 'undo') && arriveAt
          ? t('chat.transferState.arrivesAt', { at: tell(arriveAt) })
          : ''
  return <>{[t('chat.transferName'), when].filter(Boolean).join(' · ')}</>
}

/** The red envelope, drawn: it is red on every ground, so that a packet is known by it. */
function Envelope(): ReactElement {
  return (
    <svg className="card-envelope" viewBox="0 0 34 40" width="34" height="40" aria-hidden="true">
      <rect x="1" y="1" width="32" height="38" rx="4" className="envelope-body" />
      <path d="M1 5a4 4 0 014-4h24a4 4 0 014 4v7c-9 6.5-23 6.5-32 0z" className="envelope-flap" />
      <circle cx="17" cy="17" r="5.5" className="envelope-seal" />
    </svg>
  )
}
