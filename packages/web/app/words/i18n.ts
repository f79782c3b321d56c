/**
 * The words of the screens, by i18next over the one catalogue in core. Texts name their fields with a format:
 * `{{amount, yuan}}` for fen, `{{at, time}}` for a moment.
 */

import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatYuan } from '@laisee/core/money.ts'
import { en } from '@laisee/core/words/en.ts'
import { screenWords, type ScreenWords } from '@laisee/core/words/screens/every-area.ts'
import { sayRefusal, type Language, type Words } from '@laisee/core/words/words.ts'
import { zh } from '@laisee/core/words/zh.ts'
import { keep, onKept, recall } from '../session/keep.ts'
import { ofSeat } from '../session/seat.ts'
import { clockText } from './moments.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'screens'
    resources: { screens: ScreenWords }
    /** Fen, and moments as the service tells them. */
    interpolationFormatTypeMap: { yuan: number | bigint; time: string | number }
  }
}

const name = ofSeat('language')
const catalogues: Record<Language, Words> = { zh, en }
const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** The language this seat chose; Chinese where it has not, unless the device speaks only others. */
function chosenLanguage(): Language {
  const kept = recall(name)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.languages.length === 0 || navigator.languages.some((tag) => tag.startsWith('zh'))
    ? 'zh'
    : 'en'
}

/** Start the words. They are in the page's own script, so that no text ever appears late. */
export function startWords(): i18n {
  const language = chosenLanguage()
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    ns: ['screens'],
    defaultNS: 'screens',
    resources: { zh: { screens: screenWords('zh') }, en: { screens: screenWords('en') } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  i18next.services.formatter?.add('yuan', (fen: number | bigint) => formatYuan(BigInt(fen)))
  i18next.services.formatter?.add('time', (at: string | number) => clockText(at, languageNow()))
  document.documentElement.lang = tags[language]
  onKept((changed) => {
    const next = chosenLanguage()
    if (changed === name && next !== languageNow()) void turnTo(next)
  })
  return i18next
}

/** The language the screens speak now. */
export function languageNow(): Language {
  return i18next.language === 'en' ? 'en' : 'zh'
}

/** Speak another language, and keep to it at this seat. */
export async function speak(language: Language): Promise<void> {
  keep(name, language)
  await turnTo(language)
}

async function turnTo(language: Language): Promise<void> {
  document.documentElement.lang = tags[language]
  await i18next.changeLanguage(language)
}

/** A "no" of the service in the reader's words: that it is so, and the facts it carries. */
export function refusalText(refusal: { code: string; problem?: object }): string {
  const { code, problem = {} } = refusal
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return sayRefusal(catalogues[languageNow()], { code: code as never, data: problem as never }, { timeZone })
}
