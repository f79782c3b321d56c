/** The desk's words, both languages at once: a desk stays open for hours, and its first second counts less than a phone's. */

import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from '@laisee/core/words/en.ts'
import { deskAreas } from '@laisee/core/words/screens/desk-areas.ts'
import { wordsOf } from '@laisee/core/words/screens/every-area.ts'
import { everyScreenWords } from '@laisee/core/words/screens/every-screen.ts'
import { instalmentsPageWords } from '@laisee/core/words/screens/instalments-page.ts'
import { instalmentsWords } from '@laisee/core/words/screens/instalments.ts'
import { returnsWords } from '@laisee/core/words/screens/returns.ts'
import { signInWords } from '@laisee/core/words/screens/sign-in.ts'
import { sayRefusal, type Language } from '@laisee/core/words/words.ts'
import { zh } from '@laisee/core/words/zh.ts'
import { RefusalError, UnansweredError } from '../app/data/service.ts'
import { keep, onKept, recall } from '../app/session/keep.ts'
import { ofSeat } from '../app/session/seat.ts'
import { addFormats } from '../app/words/formats.ts'

const name = ofSeat('language')
const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' }
const areas = {
  common: everyScreenWords,
  signIn: signInWords,
  returns: returnsWords,
  instalments: instalmentsWords,
  instalmentsPage: instalmentsPageWords,
  ...deskAreas,
}

function chosenLanguage(): Language {
  const kept = recall(name)
  if (kept === 'zh' || kept === 'en') return kept
  const { languages } = navigator
  return languages.length === 0 || languages.some((tag) => tag.startsWith('zh')) ? 'zh' : 'en'
}

/** Start the words, and follow the language that another tab of the desk chooses. */
export function startDeskWords(): i18n {
  const language = chosenLanguage()
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    ns: ['screens'],
    defaultNS: 'screens',
    resources: { zh: { screens: wordsOf(areas, 'zh') }, en: { screens: wordsOf(areas, 'en') } },
    interpolation: { escapeValue: false },
    returnNull: false,
    // A newer service may tell of kinds and states that this desk has no word for.
    parseMissingKeyHandler: () => i18next.t('common.newer'),
  })
  addFormats(i18next)
  document.documentElement.lang = tags[language]
  onKept((changed) => {
    if (changed === name && chosenLanguage() !== languageNow()) void turnTo(chosenLanguage())
  })
  return i18next
}

/** The language the desk speaks now. */
export function languageNow(): Language {
  return i18next.language === 'en' ? 'en' : 'zh'
}

/** Speak another language, and keep to it on this device. */
export function speak(language: Language): void {
  keep(name, language)
  void turnTo(language)
}

async function turnTo(language: Language): Promise<void> {
  document.documentElement.lang = tags[language]
  await i18next.changeLanguage(language)
}

/** A "no" of the service as a sentence, with its facts. */
export function refusalText({ code, data }: { code: string; data: Record<string, unknown> }): string {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const refusal = { code: code as never, data: data as never }
  return sayRefusal(languageNow() === 'en' ? en : zh, refusal, { timeZone })
}

/** A failure as a sentence for the reader: the service's "no" with its facts, or that no answer came. */
export function failureText(error: unknown): string {
  if (error instanceof RefusalError)
    return refusalText({ code: String(error.code), data: error.problem as Record<string, unknown> })
  return i18next.t(error instanceof UnansweredError ? 'desk.unanswered' : 'desk.failed')
}
