/** One fact, as it was said or as a question; a tap asks for it. */

import { Suspense, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Situation } from '@laisee/core/advisor/situation.ts'
import { lazyPart } from '../../ui/lazy-part.ts'
import { serviceNow } from '../data/service-time.ts'
import { languageNow, withHelpWords } from '../words/i18n.ts'
import { askText, factText } from './fact-text.ts'

/** What asks comes once a plan is there. */
const AnswerSheet = lazyPart(
  withHelpWords(async () => ({ default: (await import('./AnswerSheet.tsx')).AnswerSheet }), ['advisorBelow']),
)

export interface FactChipProps {
  field: Field
  situation: Situation
  onAnswer: (field: Field, answered: Partial<Situation>) => void
}

export function FactChip({ field, situation, onAnswer }: FactChipProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const [isNeeded, setNeeded] = useState(false)
  const language = languageNow()
  const fact = factText(field, situation, { t, language, now: serviceNow() })
  const ask = askText(field, language)
  return (
    <>
      <button
        type="button"
        className="choice"
        aria-haspopup="dialog"
        onClick={() => {
          setNeeded(true)
          setOpen(true)
        }}
      >
        {fact === undefined ? (
          ask
        ) : (
          <>
            <span className="unseen">{ask} </span>
            {fact}
          </>
        )}
      </button>
      {isNeeded && (
        <Suspense>
          <AnswerSheet
            field={field}
            situation={situation}
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            onAnswer={(answered) => {
              setOpen(false)
              onAnswer(field, answered)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
