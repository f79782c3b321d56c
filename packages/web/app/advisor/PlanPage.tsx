/** The plan: a timeline from now. The next step is a card; the rest is folded; below it what runs, and what not to do. */

import { Suspense, useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { planSteps } from '@laisee/core/advisor/plan-steps.ts'
import { contradictionsOf, withoutContradictions } from '@laisee/core/advisor/contradictions.ts'
import type { PlanSteps } from '@laisee/core/advisor/plan.ts'
import type { Field, Situation } from '@laisee/core/advisor/situation.ts'
import { planWords } from '@laisee/core/words/advisor/plan-words.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { serviceNow, useNow } from '../data/service-time.ts'
import { languageNow, withHelpWords } from '../words/i18n.ts'
import type { Change } from './Changed.tsx'
import { Frame } from './Frame.tsx'
import { changeOf } from './plan-change.ts'
import { Steps } from './Steps.tsx'
import { tell, useTold } from './told.ts'

/** What stands below the steps comes right after them, with its words and the law behind it. */
const below = ['advisorBelow'] as const
const Changed = lazyPart(
  withHelpWords(async () => ({ default: (await import('./Changed.tsx')).Changed }), below),
)
const Facts = lazyPart(withHelpWords(async () => ({ default: (await import('./Facts.tsx')).Facts }), below))
const Contradictions = lazyPart(async () => ({
  default: (await import('./Contradictions.tsx')).Contradictions,
}))
const Clocks = lazyPart(
  withHelpWords(async () => ({ default: (await import('./Clocks.tsx')).Clocks }), below),
)
const Donts = lazyPart(async () => ({ default: (await import('./Donts.tsx')).Donts }))
const PlanTools = lazyPart(
  withHelpWords(async () => ({ default: (await import('./PlanTools.tsx')).PlanTools }), below),
)

/** What can be so of a situation, and what to do about it. */
function planOf(said: Situation, now: number): { situation: Situation; plan: PlanSteps } {
  const situation = withoutContradictions(said, contradictionsOf(said, now))
  return { situation, plan: planSteps(situation, now) }
}

export function PlanPage(): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const told = useTold(now)
  const contradictions = contradictionsOf(told.situation, now)
  const { situation, plan } = useMemo(() => planOf(told.situation, now), [told.situation, now])
  const [change, setChange] = useState<Change>()
  const answer = (field: Field, answered: Partial<Situation>) => {
    const at = serviceNow()
    const next = planOf(tell(answered, at).situation, at)
    setChange({ field, change: changeOf(plan, next.plan) })
  }
  return (
    <Frame title={t('advisorPage.plan.title')} above="/help" className="help-plan">
      <div className="plan-changed" role="status">
        <Suspense>{change && <Changed {...change} />}</Suspense>
      </div>
      <Way plan={plan} />
      <Suspense>
        {contradictions.length > 0 && (
          <Contradictions contradictions={contradictions} situation={told.situation} onAnswer={answer} />
        )}
      </Suspense>
      <Steps plan={plan} situation={situation} told={told} came={change?.change.came ?? []} />
      <Suspense>
        <Facts plan={plan} situation={situation} told={told} onAnswer={answer} />
        <Clocks plan={plan} came={change?.change.clocksCame ?? []} moved={change?.change.clocksMoved ?? []} />
        <Donts situation={situation} at={plan.at} />
        <PlanTools plan={plan} situation={situation} />
      </Suspense>
      <p className="help-note">{t('advisorPage.plan.notLaw')}</p>
    </Frame>
  )
}

function Way({ plan }: { plan: PlanSteps }): ReactElement {
  const { t } = useTranslation()
  const words = planWords[languageNow()].branch
  if (plan.branch !== null) return <h2 className="plan-way">{words[plan.branch]}</h2>
  return (
    <section className="plan-may-be">
      <h2 className="cells-title">{t('advisorPage.plan.undecided')}</h2>
      <ul>
        {plan.mayBe.map((branch) => (
          <li key={branch}>{words[branch]}</li>
        ))}
      </ul>
    </section>
  )
}
