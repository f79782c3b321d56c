/** When something in a conversation happened, and how a list and a stream tell it. */

import type { TFunction } from 'i18next'
import type { Language } from '@laisee/core/words/words.ts'
import { clockText } from '../words/moments.ts'
import type { ChatItem } from './chats-data.ts'

const dayMs = 86_400_000
/** What follows within this long stands under the same time. */
const sameTimeMs = 5 * 60_000
const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** When an item came to be for whoever looks: sent by them, or delivered to them. */
export function atOf({ packet, transfer }: ChatItem, myId: string): number {
  const item = packet ?? transfer
  if (!item) return 0
  return Date.parse(item.payerId === myId ? item.sentAt : item.deliverAt)
}

/** Whether a time stands above an item: the first of a day, or long after the one before. */
export function opensTime(at: number, before: number | undefined): boolean {
  if (before === undefined) return true
  return at - before > sameTimeMs || new Date(at).toDateString() !== new Date(before).toDateString()
}

/** A moment as a list tells it, short: `21:04`, `昨天`, `星期三`, `11月20日`, `2025/3/1`. */
export function shortText(t: TFunction, at: string, language: Language, now: number): string {
  const ms = Date.parse(at)
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  const locale = locales[language]
  if (ms >= midnight) return clockText(ms, language)
  if (ms >= midnight - dayMs) return t('chats.yesterday')
  if (ms >= midnight - 6 * dayMs) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(ms)
  const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(
    locale,
    isThisYear
      ? { month: language === 'zh' ? 'long' : 'short', day: 'numeric' }
      : { year: 'numeric', month: 'numeric', day: 'numeric' },
  ).format(ms)
}
