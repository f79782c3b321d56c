/** One send in full, beside its list: where its money is, what its sender saw, who approved, what happened since. */

import { useQuery } from '@tanstack/react-query'
import { Descriptions, Drawer, type DescriptionsProps } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { StateChip } from '../../ui/StateChip.tsx'
import { setQuery } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { CopyId, Moment, Money, PersonName } from '../parts/Said.tsx'
import { Read } from '../parts/States.tsx'
import { useDescription } from '../parts/to-whom.ts'
import { AskBackPart } from './AskBackPart.tsx'
import { InstalmentsPart } from './InstalmentsPart.tsx'
import { RecallPart } from './RecallPart.tsx'
import { SendApproval } from './SendApproval.tsx'
import { SendStory } from './SendStory.tsx'
import { SendVerdict } from './SendVerdict.tsx'
import { describedOf, nameIn, sendQuery, type FullSend } from './sends-data.ts'

export function SendDrawer({ sendId }: { sendId: string }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const send = useQuery(sendQuery(organisation.id, sendId))
  const { data } = send
  const title = data
    ? t('deskSends.details', { name: data.sender.name, kind: t(`deskSends.kinds.${data.kind}`) })
    : t('deskSends.title')
  return (
    <Drawer
      open
      mask={false}
      size={560}
      title={title}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={() => setQuery({ id: undefined })}
    >
      <Read query={send}>
        {(full) => (
          <div className="drawer-body">
            <Facts send={full} />
            <Sums send={full} />
            <RecallPart send={full} />
            <AskBackPart send={full} />
            <InstalmentsPart send={full} />
            <SendVerdict send={full} />
            {full.approval && <SendApproval approval={full.approval} />}
            <SendStory send={full} />
          </div>
        )}
      </Read>
    </Drawer>
  )
}

/** What was taken back before anybody could see it has no moment of delivery. */
const neverDelivered: ReadonlySet<FullSend['state']> = new Set(['approving', 'rejected', 'undone'])

function Facts({ send }: { send: FullSend }): ReactElement {
  const { t } = useTranslation()
  const says = useDescription()
  const {
    id,
    amount,
    sender,
    words,
    sentAt,
    deliverAt,
    endsAt,
    closedAt,
    policyVersion,
    count,
    state,
    approveBy,
  } = send
  const items: NonNullable<DescriptionsProps['items']> = [
    { key: 'sender', label: t('deskSends.sender'), children: <PersonName {...sender} /> },
    {
      key: 'to',
      label: t('deskSends.toLabel'),
      children: [
        says.toWhom(describedOf(send), (memberId) => nameIn(send, memberId)),
        ...(count > 1 ? [t('deskSends.count', { count })] : []),
      ].join(' · '),
    },
  ]
  if (words !== '') items.push({ key: 'words', label: t('deskSends.words'), children: words })
  const moment = (key: 'sentAt' | 'approveBy' | 'deliverAt' | 'endsAt' | 'closedAt', at: string) =>
    items.push({ key, label: t(`deskSends.${key}`), children: <Moment at={at} /> })
  moment('sentAt', sentAt)
  if (state === 'approving' && approveBy !== null) moment('approveBy', approveBy)
  else if (!neverDelivered.has(state)) moment('deliverAt', deliverAt)
  if (closedAt !== null) moment('closedAt', closedAt)
  else if (endsAt !== null && state !== 'approving') moment('endsAt', endsAt)
  const version = policyVersion
  items.push(
    {
      key: 'policy',
      label: t('deskSends.judgedBy'),
      children: version === 0 ? t('deskApprovals.policyDefault') : t('deskApprovals.policy', { version }),
    },
    { key: 'id', label: t('deskSends.id'), children: <CopyId id={id} /> },
  )
  return (
    <>
      <p className="approval-sum">
        <Money fen={amount} />
        <StateChip state={state} />
      </p>
      <Descriptions column={1} items={items} />
    </>
  )
}

const sums = ['paid', 'claimed', 'returned', 'left'] as const

/** Where the money is, by the postings; the last three are the first. */
function Sums({ send }: { send: FullSend }): ReactElement {
  const { t } = useTranslation()
  return (
    <dl className="send-sums">
      {sums.map((sum) => (
        <div key={sum}>
          <dt>{t(`deskSends.money.${sum}`)}</dt>
          <dd>
            <Money fen={send.sums[sum]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
