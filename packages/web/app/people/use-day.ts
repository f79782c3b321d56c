/** A day in words, as a sentence tells it: 今天 21:04, 昨天, 星期三, 11月20日. */

import { useTranslation } from 'react-i18next'
import { shortText } from '../chats/times.ts'
import { useNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'

export function useDay(): (at: string) => string {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const today = new Date(now).toDateString()
  return (at) => {
    const text = shortText(t, at, languageNow(), now)
    return new Date(at).toDateString() === today ? t('common.today', { time: text }) : text
  }
}
