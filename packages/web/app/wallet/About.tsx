/** With whom a packet or transfer was, in a few words: 发到 一家人, 来自爸爸. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { usePersonName } from '../data/people-names.ts'
import { packetQuery, transferQuery, type Packet } from '../data/queries.ts'
import { groupQuery } from '../people/people-data.ts'
import { useSession } from '../session/session.ts'

/** A name as this reader calls that member. */
export function PersonText({
  id,
  known,
  as,
}: {
  id: string
  known?: string
  as: 'wallet.toPerson' | 'wallet.fromPerson'
}): ReactElement {
  const { t } = useTranslation()
  const name = usePersonName(id, known)
  return <>{t(as, { name })}</>
}

function GroupText({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const { data } = useQuery(groupQuery(id))
  return <>{t('wallet.toGroup', { name: data?.name ?? '…' })}</>
}

function PacketText({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const { payerId, recipientId, groupId, audience } = packet
  if (payerId !== useSession()?.memberId)
    return <PersonText id={payerId} known={packet.payer.name} as="wallet.fromPerson" />
  if (recipientId !== null) return <PersonText id={recipientId} as="wallet.toPerson" />
  if (groupId !== null) return <GroupText id={groupId} />
  return <>{t(audience === 'link' ? 'wallet.byLink' : 'wallet.toSeveral')}</>
}

function AboutPacket({ id }: { id: string }): ReactElement {
  const { data } = useQuery(packetQuery(id))
  if (!data) return <>…</>
  return (
    <>
      <PacketText packet={data} />
      {data.greeting !== '' && ` · ${data.greeting}`}
    </>
  )
}

function AboutTransfer({ id }: { id: string }): ReactElement {
  const me = useSession()?.memberId
  const { data } = useQuery(transferQuery(id))
  if (!data) return <>…</>
  const isMine = data.payerId === me
  return (
    <>
      <PersonText
        id={isMine ? data.payeeId : data.payerId}
        as={isMine ? 'wallet.toPerson' : 'wallet.fromPerson'}
      />
      {data.note !== '' && ` · ${data.note}`}
    </>
  )
}

/** What a line of the statement is about; nothing where the operator moved the money. */
export function About({ sourceId }: { sourceId: string }): ReactElement | null {
  if (sourceId.startsWith('pkt_')) return <AboutPacket id={sourceId} />
  if (sourceId.startsWith('tr_')) return <AboutTransfer id={sourceId} />
  return null
}
