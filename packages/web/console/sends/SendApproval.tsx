/** How a send was approved, in short; the approval in full is in its queue. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../address.ts'
import { Steps } from '../approvals/ApprovalStory.tsx'
import type { Approval } from '../approvals/approval-data.ts'
import { useSays } from '../approvals/say-approval.ts'
import { useAtDesk } from '../data/organisation-data.ts'

export function SendApproval({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const says = useSays()
  return (
    <>
      <section className="drawer-part">
        <h2>{t('deskSends.approval')}</h2>
        <p>
          {says.state(approval)} · {says.why(approval)} ·{' '}
          <a {...linkTo(`/${organisation.id}/approvals`, { id: approval.sendId })}>
            {t('deskSends.openApproval')}
          </a>
        </p>
      </section>
      <Steps approval={approval} />
    </>
  )
}
