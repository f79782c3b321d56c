/** What its approval says under the state of a packet or transfer, to whoever sent it: whom it waits for, or why not. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { approvalQuery, type Approval } from '../approvals/approvals-data.ts'
import { useSays } from '../approvals/use-says.ts'
import type { Packet, Transfer } from '../data/queries.ts'
import { useSession } from '../session/session.ts'

interface RejectionProps {
  send: Pick<Packet | Transfer, 'id' | 'payerId' | 'state' | 'closedBy'>
  /** As the sentence above it looks. */
  className: string
}

/** Nothing where it waits for nobody and was not rejected, where the clock ended it, and for whoever did not send it. */
export function Rejection({ send, className }: RejectionProps): ReactElement | null {
  const isSender = send.payerId === useSession()?.memberId
  const waits = send.state === 'approving'
  const rejected = send.state === 'rejected' && send.closedBy !== null
  return isSender && (waits || rejected) ? <Known sendId={send.id} className={className} /> : null
}

function Known({ sendId, className }: { sendId: string; className: string }): ReactElement | null {
  const { data: approval } = useQuery(approvalQuery(sendId))
  return approval ? <Says approval={approval} className={className} /> : null
}

function Says({ approval, className }: { approval: Approval; className: string }): ReactElement | null {
  const { t } = useTranslation()
  const says = useSays(approval)
  const { outcome, acts, waitsFor } = approval
  const rejection = acts.find((act) => act.kind === 'rejected')
  const text =
    outcome === null && waitsFor.length > 0
      ? t('approvals.waitsFor', { names: says.list(waitsFor) })
      : outcome === 'forsaken'
        ? says.state
        : rejection?.note
          ? t('onBehalf.rejectedWhy', { name: says.nameOf(rejection.memberId), note: rejection.note })
          : null
  if (text === null) return null
  return (
    <p className={className} dir="auto">
      {text}
    </p>
  )
}
