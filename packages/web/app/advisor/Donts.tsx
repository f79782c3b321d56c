/** What not to do, and why. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { dontsOf } from '@laisee/core/advisor/donts.ts'
import { factsOf } from '@laisee/core/advisor/facts.ts'
import type { Situation } from '@laisee/core/advisor/situation.ts'
import { dontWords } from '@laisee/core/words/advisor/dont-words.ts'
import { Icon } from '../../ui/Icon.tsx'
import { languageNow } from '../words/i18n.ts'
import { BasisList } from './BasisList.tsx'

export function Donts({ situation, at }: { situation: Situation; at: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <section>
      <h2 className="cells-title">{t('advisorPage.plan.donts')}</h2>
      <ul className="cells plan-donts">
        {dontsOf(factsOf(situation, at)).map(({ id, articles }) => {
          const { what, why } = dontWords[languageNow()][id]
          return (
            <li key={id}>
              <Icon name="close" size={20} />
              <div>
                <p>{what}</p>
                <p className="help-note">{why}</p>
                {articles.length > 0 && (
                  <BasisList basis={articles.map((article) => ({ kind: 'law', article }))} at={at} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
