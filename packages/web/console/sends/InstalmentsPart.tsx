/** What is given back of a send in parts: who answers for it, and taking it over from a sender who has left. */

import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAtDesk } from '../data/organisation-data.ts'
import { Failure } from '../parts/States.tsx'
import { InstalmentsDialog } from './InstalmentsDialog.tsx'
import { useTakeOver } from './instalments-data.ts'
import type { FullSend } from './sends-data.ts'

type Plan = FullSend['instalments'][number]

export function InstalmentsPart({ send }: { send: FullSend }): ReactElement | null {
  const { t } = useTranslation()
  if (send.instalments.length === 0) return null
  return (
    <section className="drawer-part" aria-label={t('deskSends.inParts.title')}>
      <h2>{t('deskSends.inParts.title')}</h2>
      <ul className="send-plans">
        {send.instalments.map((plan) => (
          <PlanRow key={plan.id} plan={plan} senderId={send.sender.id} />
        ))}
      </ul>
    </section>
  )
}

function PlanRow({ plan, senderId }: { plan: Plan; senderId: string }): ReactElement {
  const { t } = useTranslation()
  const { memberId } = useAtDesk()
  const [isOpen, setOpen] = useState(false)
  const takeOver = useTakeOver(plan.id)
  const { creditor, debtor, state, left } = plan
  const isMine = creditor.id === memberId
  const isGoing = state === 'proposed' || state === 'active'
  const mayTakeOver = plan.may.includes('take_over')
  const answers = isMine ? 'byMe' : mayTakeOver && creditor.id === senderId ? 'gone' : 'by'
  const said = [
    t(`instalments.states.${state}`),
    ...(left > 0 ? [t('deskSends.inParts.left', { left })] : []),
    ...(isGoing ? [t(`deskSends.inParts.${answers}`, creditor)] : []),
  ]
  return (
    <li>
      <span className="plan-who">
        {t('deskSends.inParts.of', debtor)}
        <span className="second">{said.join(' · ')}</span>
      </span>
      {mayTakeOver && (
        <Button
          loading={takeOver.isPending}
          aria-label={t('deskSends.inParts.takeOverOf', debtor)}
          onClick={() => takeOver.mutate(null)}
        >
          {t('deskSends.inParts.takeOver')}
        </Button>
      )}
      {isMine && isGoing && (
        <Button aria-label={t('deskSends.inParts.openOf', debtor)} onClick={() => setOpen(true)}>
          {t('deskSends.inParts.open')}
        </Button>
      )}
      {mayTakeOver && <p className="second">{t('deskSends.inParts.note')}</p>}
      {takeOver.isError && <Failure error={takeOver.error} />}
      {takeOver.isSuccess && isMine && (
        <Alert showIcon type="success" title={t('deskSends.inParts.takenOver')} />
      )}
      {isOpen && <InstalmentsDialog id={plan.id} name={debtor.name} onClose={() => setOpen(false)} />}
    </li>
  )
}
