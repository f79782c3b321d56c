/** Where it was sent, and what it was: on one page, for one without the other says little. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { platforms, products, type Platform, type Situation } from '@laisee/core/advisor/situation.ts'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { answerText } from './fact-text.ts'
import { ListQuestion } from './ListQuestion.tsx'
import { tell } from './told.ts'

/** The one most people mean comes first. */
const order: readonly Platform[] = ['wechat', 'alipay', 'wecom', 'merchant', 'laisee', 'other']

interface WhereQuestionProps {
  situation: Situation
  onAnswer: (change: Partial<Situation>) => void
}

export function WhereQuestion({ situation, onAnswer }: WhereQuestionProps): ReactElement {
  const { t } = useTranslation()
  const [platform, setPlatform] = useState(situation.platform)
  const choose = (value: Platform) => {
    const next = platform === value ? null : value
    setPlatform(next)
    tell({ platform: next }, serviceNow())
  }
  return (
    <>
      <div className="help-chips" role="group" aria-label={t('advisorPage.ask.whereLabel')}>
        {order
          .filter((value) => platforms.includes(value))
          .map((value) => (
            <button
              key={value}
              type="button"
              className="choice"
              aria-pressed={value === platform}
              onClick={() => choose(value)}
            >
              {answerText('platform', value, { t, language: languageNow() })}
            </button>
          ))}
      </div>
      <h3 className="cells-title" id="help-what">
        {t('advisorPage.ask.whatLabel')}
      </h3>
      <ListQuestion
        field="product"
        values={products}
        chosen={situation.product}
        labelledBy="help-what"
        onAnswer={(product) => onAnswer({ product, platform })}
      />
    </>
  )
}
