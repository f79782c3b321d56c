/** What people are to their payer, and where they meet, in words. */

import { useTranslation } from 'react-i18next'
import type { Recipient } from '../people/people-data.ts'
import { languageNow } from '../words/i18n.ts'

/** Where somebody else is chosen. */
export type SendPath = '/send' | '/transfer'

/** A relation as its owner would say it; their own words where they wrote some. */
export function useRelation(): (
  who: Pick<Recipient, 'relation'> & { relationNote?: string | null },
) => string | undefined {
  const { t } = useTranslation()
  return ({ relation, relationNote }) =>
    relationNote ?? (relation === null ? undefined : t(`send.relations.${relation}`))
}

/** The names of groups in a row. */
export function namesOf(groups: readonly { name: string }[]): string {
  return groups.map(({ name }) => name).join(languageNow() === 'zh' ? '、' : ', ')
}
