/** The plain facts of a packet: its kind, whom it is for, its moments, and its id to copy. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, Cells } from '../../ui/Cells.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { serviceNow } from '../data/service-time.ts'
import { ApprovalLink } from '../on-behalf/ApprovalLink.tsx'
import { OnBehalfCell } from '../on-behalf/OnBehalfCell.tsx'
import { groupQuery } from '../people/people-data.ts'
import { ReceiptsLink } from '../receipts/ReceiptsLink.tsx'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import { CopyButton } from './CopyButton.tsx'

export function PacketFacts({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  const moment = (at: string) => <span className="numbers">{fullText(at, languageNow(), serviceNow())}</span>
  return (
    <Cells title={t('packet.facts.title')}>
      <Cell label={t('packet.facts.kind')} end={t(`packet.kinds.${packet.kind}`)} />
      <Cell label={t('packet.facts.to')} end={<To packet={packet} />} />
      <OnBehalfCell send={packet} />
      <ApprovalLink send={packet} />
      <Cell label={t('packet.facts.sentAt')} end={moment(packet.sentAt)} />
      <Cell label={t('packet.facts.expireAt')} end={moment(packet.expireAt)} />
      <Cell
        label={t('packet.facts.id')}
        note={<span className="packet-id">{packet.id}</span>}
        end={<CopyButton text={packet.id} label={t('packet.facts.copyId')} />}
      />
      <ReceiptsLink sourceId={packet.id} />
    </Cells>
  )
}

function To({ packet }: { packet: Packet }): ReactElement {
  const { t } = useTranslation()
  if (packet.recipientId !== null) return <Person id={packet.recipientId} />
  if (packet.groupId !== null) return <GroupName id={packet.groupId} />
  return <span>{t(packet.audience === 'link' ? 'packet.facts.toLink' : 'packet.facts.toMembers')}</span>
}

function Person({ id }: { id: string }): ReactElement {
  return <span>{usePersonName(id)}</span>
}

function GroupName({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const group = useQuery(groupQuery(id))
  return <span>{group.data?.name ?? (group.isError ? t('common.someone') : '…')}</span>
}
