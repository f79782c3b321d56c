/** Who is asked in which order, whose word it waits for, and who has said what. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import type { Approval } from './approvals-data.ts'
import { useSays } from './use-says.ts'

export function Steps({ approval }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const says = useSays(approval)
  const now = useNow(60_000)
  const { steps, openStep, waitsFor, acts } = approval
  return (
    <section className="cells approval-steps" aria-labelledby="approval-steps">
      <h2 id="approval-steps">{t('approvals.steps')}</h2>
      <ol>
        {steps.map(({ manner, memberIds, done }, i) => (
          <li key={i} data-open={i === openStep} dir="auto">
            <Icon name={done ? 'check' : 'clock'} size={16} />
            <span>
              {steps.length > 1 && t('approvals.step', { number: i + 1 })}
              {memberIds.length === 0 ? t('approvals.administrators') : says.list(memberIds)}
              {memberIds.length > 1 && ` · ${t(`approvals.manners.${manner}`)}`}
              {done && ` · ${t('approvals.acts.approved')}`}
            </span>
          </li>
        ))}
      </ol>
      {waitsFor.length > 0 && (
        <p className="approval-second" dir="auto">
          {t('approvals.waitsFor', { names: says.list(waitsFor) })}
        </p>
      )}
      {acts.length > 0 && (
        <ul className="approval-acts" aria-label={t('approvals.acted')}>
          {acts.map((act, i) => (
            <li key={i} dir="auto">
              <span>
                {says.nameOf(act.memberId)} {says.act(act)}
                {act.note && <q>{act.note}</q>}
              </span>
              <time dateTime={act.at} className="approval-second numbers">
                {momentText(t, act.at, languageNow(), now)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
