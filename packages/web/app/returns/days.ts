/** Days to answer by and to pay on, as their readers name them. They are days in China. Pure. */

import { weekdayOf, type ChinaDate } from '@laisee/core/law/china-date.ts'
import type { Language } from '@laisee/core/words/words.ts'

const weekdays = [...'日一二三四五六']

/** `11月29日（周日）`, or `11月29日 周日` in a list, with the year where it is another than today's. */
export function dayText(
  day: ChinaDate,
  { language, today, inList = false }: { language: Language; today: ChinaDate; inList?: boolean },
): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  const [year, month, date] = [day.slice(0, 4), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  if (language === 'zh') {
    const weekday = `周${weekdays[weekdayOf(day)]}`
    return `${isThisYear ? '' : `${year}年`}${month}月${date}日${inList ? ` ${weekday}` : `（${weekday}）`}`
  }
  return new Intl.DateTimeFormat('en-GB', {
    ...(isThisYear ? {} : { year: 'numeric' as const }),
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`))
}
