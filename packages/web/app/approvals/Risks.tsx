/** What is unusual about a send that waits, as the guard saw it, and whether the typed name was the payee's. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Shown } from '@laisee/core/guard/shown.ts'
import { sayReason } from '@laisee/core/words/guard/say-reason.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PayeeCheck } from '../guard/PayeeCheck.tsx'
import { languageNow } from '../words/i18n.ts'
import type { Approval } from './approvals-data.ts'

export function Risks({ approval: { risk, shown } }: { approval: Approval }): ReactElement {
  const { t } = useTranslation()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const reasons = (risk?.reasons ?? []) as Parameters<typeof sayReason>[1][]
  const check = (shown as Pick<Shown, 'payeeCheck'> | null)?.payeeCheck ?? null
  const hasRisk = reasons.length > 0
  // Where the guard speaks of the name it has said so already.
  const isSaid = reasons.some(({ code }) => code === 'payee_no_match' || code === 'payee_close_match')
  return (
    <section className="cells approval-risks" data-risk={hasRisk} aria-labelledby="approval-risks">
      <h2 id="approval-risks">
        <Icon name={hasRisk ? 'warn' : 'shield'} size={18} />
        {t('approvals.risks')}
      </h2>
      {hasRisk ? (
        <ul>
          {reasons.map((reason, i) => (
            <li key={i} dir="auto">
              {sayReason(languageNow(), reason, { timeZone })}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t(risk ? 'approvals.noRisk' : 'approvals.notLooked')}</p>
      )}
      {!isSaid && <PayeeCheck check={check} />}
    </section>
  )
}
