/** Asks for one fact over the plan. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { choicesOf, isListField } from '@laisee/core/advisor/choices.ts'
import type { Field, Situation } from '@laisee/core/advisor/situation.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { languageNow } from '../words/i18n.ts'
import { AmountQuestion } from './AmountQuestion.tsx'
import { askText } from './fact-text.ts'
import { ListQuestion } from './ListQuestion.tsx'
import { WhenQuestion } from './WhenQuestion.tsx'

interface AnswerSheetProps {
  field: Field
  situation: Situation
  isOpen: boolean
  onClose: () => void
  onAnswer: (answered: Partial<Situation>) => void
}

export function AnswerSheet({ field, situation, isOpen, onClose, onAnswer }: AnswerSheetProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={isOpen} onClose={onClose} title={askText(field, languageNow())}>
      <span id="help-question" className="unseen">
        {askText(field, languageNow())}
      </span>
      {isListField(field) && (
        <ListQuestion
          field={field}
          values={choicesOf(field, situation)}
          chosen={situation[field]}
          onAnswer={(chosen) => onAnswer({ [field]: chosen })}
        />
      )}
      {(field === 'sentAt' || field === 'noticedAt') && (
        <WhenQuestion at={situation[field]} onAnswer={(at) => onAnswer({ [field]: at })} />
      )}
      {(field === 'amount' || field === 'claimedAmount') && (
        <AmountQuestion amount={situation[field]} onAnswer={(amount) => onAnswer({ [field]: amount })} />
      )}
      <Button wide onClick={() => onAnswer({ [field]: null })}>
        {t('advisorPage.ask.unknown')}
      </Button>
    </Sheet>
  )
}
