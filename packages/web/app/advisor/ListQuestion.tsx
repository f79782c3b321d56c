/** One answer of a few, as rows: a tap answers. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '@laisee/core/advisor/situation.ts'
import { CellButton } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { answerText } from './fact-text.ts'

interface ListQuestionProps<V extends string> {
  field: Field
  values: readonly V[]
  chosen: V | null
  /** What names the group where it is not the page's question. */
  labelledBy?: string
  onAnswer: (value: V) => void
}

export function ListQuestion<V extends string>({
  field,
  values,
  chosen,
  labelledBy = 'help-question',
  onAnswer,
}: ListQuestionProps<V>): ReactElement {
  const { t } = useTranslation()
  const reader = { t, language: languageNow() }
  return (
    <div className="cells" role="group" aria-labelledby={labelledBy}>
      {values.map((value) => (
        <CellButton
          key={value}
          aria-pressed={value === chosen}
          label={answerText(field, value, reader)}
          end={value === chosen ? <Icon name="check" size={20} /> : undefined}
          onClick={() => onAnswer(value)}
        />
      ))}
    </div>
  )
}
