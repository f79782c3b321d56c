/** Days in the reader's words. */

import { chinaDateOf, type ChinaDate } from '@laisee/core/law/china-date.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { dayText } from './days.ts'

/** Says a day; of none it says nothing. */
export function useDayText(): (day: ChinaDate | null) => string {
  const today = chinaDateOf(useNow(60_000))
  return (day) => (day === null ? '' : dayText(day, languageNow(), today))
}
