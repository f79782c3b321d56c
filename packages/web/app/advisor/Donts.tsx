/** What not to do, and why. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Plan } from '@laisee/core/advisor/plan.ts'
import { dontWords } from '@laisee/core/words/advisor/dont-words.ts'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { BasisList } from './BasisList.tsx'

export function Donts({ plan }: { plan: Plan }): ReactElement {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className="cells-title">{t('advisorPage.plan.donts')}</h2>
      <ul className="cells plan-donts">
        {plan.donts.map(({ id, articles }) => {
          const { what, why } = dontWords[languageNow()][id]
          return (
            <li key={id}>
              <Icon name="close" size={20} />
              <div>
                <p>{what}</p>
                <p className="help-note">{why}</p>
                {articles.length > 0 && (
                  <BasisList basis={articles.map((article) => ({ kind: 'law', article }))} at={plan.at} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
