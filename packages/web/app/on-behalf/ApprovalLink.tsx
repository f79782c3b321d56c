/** From a send that waits, or waited, for approval to who is asked and what they have said: for whoever sent it. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside } from '../../ui/Cells.tsx'
import { approvalQuery, type Approval } from '../approvals/approvals-data.ts'
import { useSays } from '../approvals/use-says.ts'
import type { Packet, Transfer } from '../data/queries.ts'

/** Nothing where nobody was asked, and for everybody else. */
export function ApprovalLink({
  send,
}: {
  send: Pick<Packet | Transfer, 'id' | 'approveBy' | 'state'>
}): ReactElement | null {
  const { t } = useTranslation()
  if (send.approveBy === null) return null
  return (
    <Link to="/approvals/$sendId" params={{ sendId: send.id }} className="cell">
      <CellInside
        label={t('onBehalf.approval')}
        note={send.state === 'approving' && <Waiting sendId={send.id} />}
        leads
      />
    </Link>
  )
}

/** Whose word it waits for now. */
function Waiting({ sendId }: { sendId: string }): ReactElement | null {
  const { data: approval } = useQuery(approvalQuery(sendId))
  return approval && approval.waitsFor.length > 0 ? <Names approval={approval} /> : null
}

function Names({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays(approval)
  return <span dir="auto">{t('approvals.waitsFor', { names: says.list(approval.waitsFor) })}</span>
}
