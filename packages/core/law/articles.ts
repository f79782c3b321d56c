/** Every article the advisor names, by id, and how it is cited on a day. */

import type { Article } from './article.ts'
import type { ChinaDate } from './china-date.ts'
import { civilContracts } from './civil-contracts.ts'
import { civilGeneral } from './civil-general.ts'
import { civilProcedure } from './civil-procedure.ts'
import { otherLaws } from './other-laws.ts'

export const articles = { ...civilGeneral, ...civilContracts, ...civilProcedure, ...otherLaws }

export type ArticleId = keyof typeof articles

export const articleIds = Object.keys(articles) as ArticleId[]

/**
 * An article as it is cited on a day: with its number while that is known to stand, by its subject alone once the law has
 * been issued anew.
 */
export function citeArticle(id: ArticleId, on: ChinaDate, language: 'zh' | 'en'): string {
  const article: Article = articles[id]
  const subject = article.subject[language]
  const stands = article.validFrom <= on && (article.validUntil === null || on <= article.validUntil)
  if (language === 'zh')
    return stands ? `${article.law}第${article.number}条（${subject}）` : `${article.law}（${subject}）`
  return stands ? `${article.law} art. ${article.number} (${subject})` : `${article.law} (${subject})`
}
