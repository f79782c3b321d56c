/** What was said and cannot all be so: named, and asked about again. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contradiction } from '@laisee/core/advisor/contradictions.ts'
import type { Field, Situation } from '@laisee/core/advisor/situation.ts'
import { contradictionWords } from '@laisee/core/words/advisor/contradiction-words.ts'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { FactChip } from './FactChip.tsx'

interface ContradictionsProps {
  contradictions: readonly Contradiction[]
  situation: Situation
  onAnswer: (field: Field, answered: Partial<Situation>) => void
}

export function Contradictions({ contradictions, situation, onAnswer }: ContradictionsProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {contradictions.map(({ id, fields }) => (
        <section key={id} className="notice" data-tone="hold" aria-label={t('advisorPage.plan.mend')}>
          <Icon name="warn" size={18} />
          <div>
            <p>{contradictionWords[languageNow()][id]}</p>
            <div className="help-chips">
              {fields.map((field) => (
                <FactChip key={field} field={field} situation={situation} onAnswer={onAnswer} />
              ))}
            </div>
          </div>
        </section>
      ))}
    </>
  )
}
