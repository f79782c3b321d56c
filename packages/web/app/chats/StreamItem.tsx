/** One item of the stream: the time where one stands above it, the bubble beside its sender's face, what became of it. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { usePersonName } from '../data/people-names.ts'
import {
  meQuery,
  packetQuery,
  personQuery,
  transferQuery,
  type Packet,
  type Transfer,
} from '../data/queries.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import type { Chat, ChatItem } from './chats-data.ts'
import { ClaimersLine } from './ClaimersLine.tsx'
import { useTurn } from './follow.ts'
import { namesClaims, packetLines, transferLines } from './lines.ts'
import { PacketBubble, TransferBubble } from './Bubble.tsx'
import { SaidText } from './SaidText.tsx'
import { idOf } from './stream-of.ts'
import type { Said } from './words-of.ts'

interface StreamItemProps {
  item: ChatItem
  chat: Chat
  myId: string
  /** Stands above the item. */
  time: number | undefined
  /** It came while one looks. */
  isNew: boolean
}

export const StreamItem = memo(function StreamItem(props: StreamItemProps): ReactElement | null {
  const { item } = props
  if (item.packet) return <PacketItem {...props} packet={item.packet} />
  if (item.transfer) return <TransferItem {...props} transfer={item.transfer} />
  return null
})

function PacketItem({ packet: listed, ...rest }: StreamItemProps & { packet: Packet }): ReactElement {
  const { myId } = rest
  const packet = useQuery({ ...packetQuery(listed.id), enabled: false }).data ?? listed
  useTurn(packet)
  return (
    <Row
      {...rest}
      payerId={packet.payerId}
      payer={packet.payer}
      lines={packetLines(packet, myId)}
      first={namesClaims(packet, myId) && <ClaimersLine packet={packet} />}
    >
      <PacketBubble packet={packet} myId={myId} />
    </Row>
  )
}

function TransferItem({ transfer: listed, ...rest }: StreamItemProps & { transfer: Transfer }): ReactElement {
  const { myId } = rest
  const transfer = useQuery({ ...transferQuery(listed.id), enabled: false }).data ?? listed
  useTurn(transfer)
  return (
    <Row {...rest} payerId={transfer.payerId} lines={transferLines(transfer, myId)}>
      <TransferBubble transfer={transfer} myId={myId} />
    </Row>
  )
}

interface RowProps extends StreamItemProps {
  payerId: string
  payer?: Packet['payer']
  lines: readonly Said[]
  /** A line before the others. */
  first?: ReactNode
  children: ReactNode
}

function Row({
  item,
  chat,
  myId,
  time,
  isNew,
  payerId,
  payer,
  lines,
  first,
  children,
}: RowProps): ReactElement {
  const mine = payerId === myId
  return (
    <li className="stream-item" data-item={idOf(item)} data-new={isNew}>
      {time !== undefined && <StreamTime at={time} />}
      <div className="said" data-side={mine ? 'mine' : 'theirs'}>
        {mine ? <MyFace myId={myId} /> : <TheirFace chat={chat} payerId={payerId} payer={payer} />}
        <div className="said-body">
          <Sender
            mine={mine}
            payerId={payerId}
            known={payer?.name}
            isShown={!mine && chat.kind === 'group'}
          />
          {children}
        </div>
      </div>
      {(first || lines.length > 0) && (
        <div className="said-after">
          {first}
          {lines.map((said, i) => (
            <p key={i}>
              <SaidText said={said} />
            </p>
          ))}
        </div>
      )}
    </li>
  )
}

function StreamTime({ at }: { at: number }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  return (
    <p className="stream-time">
      <time dateTime={new Date(at).toISOString()}>{momentText(t, at, languageNow(), now)}</time>
    </p>
  )
}

/** Whose bubble it is: to be seen in groups, to be heard everywhere. */
function Sender({
  mine,
  payerId,
  known,
  isShown,
}: {
  mine: boolean
  payerId: string
  known: string | undefined
  isShown: boolean
}): ReactElement {
  const { t } = useTranslation()
  const name = usePersonName(payerId, known)
  if (isShown) return <p className="said-name one-line">{name}</p>
  return <p className="unseen">{mine ? t('chat.mine') : t('chat.theirs', { name })}</p>
}

function MyFace({ myId }: { myId: string }): ReactElement {
  const { data } = useQuery(meQuery)
  return <Avatar id={myId} name={data?.name ?? ' '} photoUrl={data?.photoUrl ?? null} size={40} />
}

function TheirFace({
  chat,
  payerId,
  payer,
}: {
  chat: Chat
  payerId: string
  payer: Packet['payer'] | undefined
}): ReactElement {
  const isChat = chat.kind === 'member' && chat.chatId === payerId
  const card = useQuery({ ...personQuery(payerId), enabled: !isChat && payer === undefined }).data
  const face = isChat ? chat : (payer ?? card)
  const known = isChat ? (chat.alias ?? chat.name) : face?.name
  const name = usePersonName(payerId, known)
  const { t } = useTranslation()
  return (
    <Link
      to="/people/$memberId"
      params={{ memberId: payerId }}
      className="said-face"
      aria-label={t('chat.faceOf', { name })}
    >
      <Avatar id={payerId} name={name} photoUrl={face?.photoUrl ?? null} size={40} />
    </Link>
  )
}
