/** Days in the reader's words. */

import { chinaDateOf, type ChinaDate } from '@laisee/core/law/china-date.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { dayText } from './days.ts'

/** Says a day, in a sentence or in a list; of none it says nothing. */
export function useDayText(): (day: ChinaDate | null, where?: 'list') => string {
  const today = chinaDateOf(useNow(60_000))
  return (day, where) =>
    day === null ? '' : dayText(day, { language: languageNow(), today, inList: where === 'list' })
}
