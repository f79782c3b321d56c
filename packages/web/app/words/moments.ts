/** Moments and spans in words: 今天 21:04, 23 小时 12 分. A moment is told in the reader's own time zone. */

import type { TFunction } from 'i18next'
import type { Language } from '@laisee/core/words/words.ts'

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

function msOf(at: string | number): number {
  return typeof at === 'number' ? at : Date.parse(at)
}

const dayOf = (ms: number, locale: string) =>
  new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }).format(ms)

/** `21:04`. */
export function clockText(at: string | number, language: Language): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(locales[language], options).format(msOf(at))
}

/** `11月22日 21:04:05`, with the year where it is another one. */
export function fullText(at: string | number, language: Language, now: number): string {
  const ms = msOf(at)
  const isThisYear = dayOf(ms, 'en').slice(-4) === dayOf(now, 'en').slice(-4)
  return new Intl.DateTimeFormat(locales[language], {
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(ms)
}

/** `今天 21:04`, `昨天 21:04`, `11月20日 21:04`. */
export function momentText(t: TFunction, at: string | number, language: Language, now: number): string {
  const ms = msOf(at)
  const locale = locales[language]
  const time = clockText(ms, language)
  const day = dayOf(ms, locale)
  if (day === dayOf(now, locale)) return t('common.today', { time })
  if (day === dayOf(now - 86_400_000, locale)) return t('common.yesterday', { time })
  const isThisYear = dayOf(ms, 'en').slice(-4) === dayOf(now, 'en').slice(-4)
  return new Intl.DateTimeFormat(locale, {
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms)
}

/** A length of time by its two largest units: `23 小时 12 分`, `45 秒`. Below nought it is nought. */
export function spanText(t: TFunction, ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000))
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'days'],
    [Math.floor(seconds / 3_600) % 24, 'hours'],
    [Math.floor(seconds / 60) % 60, 'minutes'],
    [seconds % 60, 'seconds'],
  ]
  const first = parts.findIndex(([count]) => count > 0)
  const shown = first < 0 ? parts.slice(3) : parts.slice(first, first + 2).filter(([count]) => count > 0)
  return shown
    .map(([count, unit]) => t(`common.${unit as 'days' | 'hours' | 'minutes' | 'seconds'}`, { count }))
    .join(' ')
}
