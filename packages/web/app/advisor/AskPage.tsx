/** One question a page. Each answer is kept at once, so that going back, a reload or a dead battery loses none. */

import { Navigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { choicesOf } from '@laisee/core/advisor/choices.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import { Button } from '../../ui/Button.tsx'
import { serviceNow, useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { AmountQuestion } from './AmountQuestion.tsx'
import { askText } from './fact-text.ts'
import { Frame } from './Frame.tsx'
import { ListQuestion } from './ListQuestion.tsx'
import { asksOf, type Ask } from './questions.ts'
import { tell, useTold } from './told.ts'
import { WhenQuestion } from './WhenQuestion.tsx'
import { WhereQuestion } from './WhereQuestion.tsx'

export function AskPage(): ReactElement {
  const { t } = useTranslation()
  const router = useRouter()
  const { q = 1 } = useSearch({ from: '/help/ask' })
  const told = useTold(useNow(60_000))
  const asks = asksOf(told)
  const ask = asks[q - 1]
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    window.scrollTo({ top: 0 })
  }, [q])
  // While somebody reads a question, what the plan needs can come.
  useEffect(() => void router.preloadRoute({ to: '/help/plan' }).catch(() => undefined), [router])
  if (ask === undefined) return <Navigate to="/help/plan" replace />
  const goOn = (change: Partial<Situation>) => {
    tell(change, serviceNow())
    void (q < asks.length
      ? router.navigate({ to: '/help/ask', search: { q: q + 1 } })
      : router.navigate({ to: '/help/plan' }))
  }
  const title = ask === 'where' ? t('advisorPage.ask.where') : askText(ask, languageNow())
  return (
    <Frame
      title={t('advisorPage.ask.title', { at: q, of: asks.length })}
      above="/help"
      className="help-ask"
      actions={<span />}
    >
      <progress
        className="help-progress"
        max={asks.length}
        value={q}
        aria-label={t('advisorPage.ask.spoken', { at: q, of: asks.length })}
      />
      <h2 ref={heading} tabIndex={-1} id="help-question">
        {title}
      </h2>
      <Question key={ask} ask={ask} situation={told.situation} onAnswer={goOn} />
      <div className="help-unknown">
        <Button wide onClick={() => goOn(unknown[ask])}>
          {t('advisorPage.ask.unknown')}
        </Button>
      </div>
    </Frame>
  )
}

/** "I do not know" takes back what was said before; of two things asked at once it takes the second. */
const unknown: Record<Ask, Partial<Situation>> = {
  where: { product: null },
  phase: { phase: null },
  sentAt: { sentAt: null },
  amount: { amount: null },
  cause: { cause: null },
  relation: { relation: null },
}

interface QuestionProps {
  ask: Ask
  situation: Situation
  onAnswer: (change: Partial<Situation>) => void
}

function Question({ ask, situation, onAnswer }: QuestionProps): ReactElement {
  switch (ask) {
    case 'where':
      return <WhereQuestion situation={situation} onAnswer={onAnswer} />
    case 'sentAt':
      return <WhenQuestion at={situation.sentAt} onAnswer={(sentAt) => onAnswer({ sentAt })} />
    case 'amount':
      return <AmountQuestion amount={situation.amount} onAnswer={(amount) => onAnswer({ amount })} />
    default:
      return (
        <ListQuestion
          field={ask}
          values={choicesOf(ask, situation)}
          chosen={situation[ask]}
          onAnswer={(answer) => onAnswer({ [ask]: answer })}
        />
      )
  }
}
