/** What is to be done with a dispute by whoever is at the desk; where nothing is, why. */

import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useAtDesk } from '../data/organisation-data.ts'
import { Failure } from '../parts/States.tsx'
import { AskDialog } from './AskDialog.tsx'
import { AssignDialog } from './AssignDialog.tsx'
import type { CaseProps } from './CasePage.tsx'
import { DecideDialog } from './DecideDialog.tsx'
import { nameBy, useAssigning } from './disputes-data.ts'
import { useStanding } from './standing.ts'

type Asked = 'assign' | 'ask' | 'decide'

export function CaseActs({ dispute, money }: CaseProps): ReactElement {
  const { t } = useTranslation()
  const { mayWork, mayTake, mayAssign } = useStanding(dispute)
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const decide = dispute.state === 'appealed' ? 'deskCases.acts.decideAppeal' : 'deskCases.acts.decide'
  return (
    <section className="card">
      <h2>{t('deskCases.acts.title')}</h2>
      <WhyNot dispute={dispute} money={money} />
      <div className="case-acts">
        {mayTake && <Take dispute={dispute} label={t('deskCases.acts.take')} isMain />}
        {mayWork && (
          <>
            <Button type="primary" onClick={() => setAsked('decide')}>
              {t(decide)}
            </Button>
            <Button onClick={() => setAsked('ask')}>{t('deskCases.acts.ask')}</Button>
          </>
        )}
        {mayAssign && <Button onClick={() => setAsked('assign')}>{t('deskCases.acts.assign')}</Button>}
      </div>
      {asked === 'assign' && <AssignDialog dispute={dispute} onClose={close} />}
      {asked === 'ask' && <AskDialog dispute={dispute} money={money} onClose={close} />}
      {asked === 'decide' && <DecideDialog dispute={dispute} money={money} onClose={close} />}
    </section>
  )
}

function WhyNot({ dispute, money: { names } }: CaseProps): ReactElement | null {
  const { t } = useTranslation()
  const { whyNot } = useStanding(dispute)
  if (whyNot === null) return null
  const name = dispute.agentId === null ? '' : nameBy(names, dispute.agentId)
  return (
    <>
      <p className="second">{t(`deskCases.acts.${whyNot}`, { name })}</p>
      {whyNot === 'elses' && (
        <div>
          <Take dispute={dispute} label={t('deskCases.acts.takeOver')} />
        </div>
      )}
    </>
  )
}

interface TakeProps {
  dispute: CaseProps['dispute']
  label: string
  isMain?: boolean
}

/** Take it in hand oneself. */
function Take({ dispute, label, isMain = false }: TakeProps): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { memberId } = useAtDesk()
  const assigning = useAssigning(dispute.id)
  const take = () =>
    assigning.mutate(memberId, { onSuccess: () => void message.success(t('deskCases.acts.taken')) })
  return (
    <>
      <Button {...(isMain && { type: 'primary' as const })} loading={assigning.isPending} onClick={take}>
        {label}
      </Button>
      {assigning.isError && <Failure error={assigning.error} />}
    </>
  )
}
