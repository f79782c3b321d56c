/** The clocks that run: until when, how long is left, from when it is counted, and on what ground. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClockId } from '@laisee/core/advisor/clocks.ts'
import type { Clock, PlanSteps } from '@laisee/core/advisor/plan.ts'
import { sayClock } from '@laisee/core/words/advisor/say-clock.ts'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { BasisList } from './BasisList.tsx'
import { Countdown } from './Countdown.tsx'

interface ClocksProps {
  plan: PlanSteps
  came: readonly ClockId[]
  moved: readonly ClockId[]
}

export function Clocks({ plan, came, moved }: ClocksProps): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="plan-clocks">
      <h2 className="cells-title">{t('advisorPage.plan.clocks')}</h2>
      {plan.clocks.every(({ endsAt }) => endsAt === null) && (
        <p className="help-note">{t('advisorPage.plan.noClocks')}</p>
      )}
      {plan.clocks.length > 0 && (
        <ul className="cells">
          {plan.clocks.map((clock) => (
            <Row key={clock.id} clock={clock} at={plan.at} isNew={[...came, ...moved].includes(clock.id)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ clock, at, isNew }: { clock: Clock; at: number; isNew: boolean }): ReactElement {
  const { t } = useTranslation()
  const isNow = clock.id === 'stop_payment'
  const { what, from, moved } = sayClock(clock, languageNow())
  return (
    <li className="plan-clock" data-new={isNew || undefined}>
      <Icon name="clock" size={20} />
      <div>
        <p className="plan-clock-name">{what}</p>
        {!isNow && clock.endsAt !== null && (
          <p>
            <Countdown at={clock.endsAt} withEnd={clock.lastDay === null} />{' '}
            {clock.lastDay !== null && (
              <span className="numbers plan-last-day">
                {t('advisorPage.plan.lastDay', { day: clock.lastDay })}
              </span>
            )}
          </p>
        )}
        {clock.endsAt === null && <p>{t('advisorBelow.unknownEnd')}</p>}
        {!isNow && <p className="help-note">{from}</p>}
        {moved !== '' && <p className="help-note">{moved}</p>}
        <BasisList basis={clock.basis} at={at} />
      </div>
    </li>
  )
}
