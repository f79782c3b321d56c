/** What the guard saw of a send that waits, who is asked in which order, and who has said what. */

import { Tag } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Reasons } from '../parts/Reasons.tsx'
import { Moment } from '../parts/Said.tsx'
import { nameIn, type Approval } from './approval-data.ts'
import { useSays } from './say-approval.ts'

export function Risks({ approval: { risk } }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="drawer-part">
      <h2>{t('deskApprovals.risks')}</h2>
      <Reasons reasons={risk?.reasons ?? []} none={t('deskApprovals.noRisk')} />
    </section>
  )
}

export function Steps({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays()
  const { steps, waitsFor, acts } = approval
  const namesOf = (ids: readonly string[]) => ids.map((id) => nameIn(approval, id)).join(t('desk.separator'))
  return (
    <section className="drawer-part">
      <h2>{t('deskApprovals.steps')}</h2>
      <ol className="risks">
        {steps.map(({ manner, memberIds, done }, i) => (
          <li key={i}>
            {t('deskApprovals.step', { number: i + 1, manner: t(`deskApprovals.manners.${manner}`) })}:{' '}
            {namesOf(memberIds)} {done && <Tag color="success">{t('deskApprovals.done')}</Tag>}
          </li>
        ))}
      </ol>
      {waitsFor.length > 0 && (
        <p className="second">
          {t('deskApprovals.waitsFor')}: {namesOf(waitsFor)}
        </p>
      )}
      <h2>{t('deskApprovals.log')}</h2>
      {acts.length === 0 && <p className="second">{t('deskApprovals.noActs')}</p>}
      <ul className="risks">
        {acts.map((act, i) => (
          <li key={i}>
            <Moment at={act.at} /> {nameIn(approval, act.memberId)} {says.act(approval, act)}
            {act.note && <q>{act.note}</q>}
          </li>
        ))}
      </ul>
    </section>
  )
}
