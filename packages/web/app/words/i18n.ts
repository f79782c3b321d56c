/**
 * The words of the screens, by i18next over the one catalogue in core. Texts name their fields with a format:
 * `{{amount, yuan}}` for fen, `{{paidFrom, purse}}` for a wallet (formats.ts).
 */

import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { wordsOf, type ScreenWords } from '@laisee/core/words/screens/every-area.ts'
import { firstAreas } from '@laisee/core/words/screens/first-areas.ts'
import { sayRefusal, type Language, type Words } from '@laisee/core/words/words.ts'
import { keep, onKept, recall } from '../session/keep.ts'
import { isHelp, ofSeat } from '../session/seat.ts'
import { addFormats, type Formats } from './formats.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'screens'
    resources: { screens: ScreenWords }
    interpolationFormatTypeMap: Formats
  }
}

const name = ofSeat('language')
let refusals: Record<Language, Words> | undefined
const tags: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** The language this seat chose; Chinese where it has not, unless the device speaks only others. */
function chosenLanguage(): Language {
  const kept = recall(name)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.languages.length === 0 || navigator.languages.some((tag) => tag.startsWith('zh'))
    ? 'zh'
    : 'en'
}

/**
 * Start the words. Those of the first screens are in the page's own script, so that no text ever appears late; the
 * others are fetched at once, and a page that needs them waits for them.
 */
export function startWords(): i18n {
  const language = chosenLanguage()
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    ns: ['screens'],
    defaultNS: 'screens',
    resources: { zh: { screens: wordsOf(firstAreas, 'zh') }, en: { screens: wordsOf(firstAreas, 'en') } },
    interpolation: { escapeValue: false },
    returnNull: false,
    // A newer service may tell of kinds and states that this app has no word for.
    parseMissingKeyHandler: () => i18next.t('common.newer'),
  })
  addFormats(i18next)
  document.documentElement.lang = tags[language]
  onKept((changed) => {
    const next = chosenLanguage()
    if (changed === name && next !== languageNow()) void turnTo(next)
  })
  if (!isHelp(window.location.pathname)) void everyWord().catch(() => undefined)
  return i18next
}

let fetched: Promise<void> | undefined

/** Until every word is there. Fetched again where they could not be. */
function everyWord(): Promise<void> {
  fetched ??= fetchLaterWords().catch((error: unknown) => {
    fetched = undefined
    throw error
  })
  return fetched
}

async function fetchLaterWords(): Promise<void> {
  const { laterWords, refusalWords } = await import('./later-words.ts')
  refusals = refusalWords
  for (const language of ['zh', 'en'] as const)
    i18next.addResourceBundle(language, 'screens', laterWords[language], true, true)
}

/** Code of a page that is there only once its words are. */
export function withWords<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [module] = await Promise.all([load(), everyWord()])
    return module
  }
}

const helpWords = {
  advisorPage: async () => (await import('@laisee/core/words/screens/advisor-page.ts')).advisorPageWords,
  advisorBelow: async () => (await import('@laisee/core/words/screens/advisor-below.ts')).advisorBelowWords,
  advisorMore: async () => (await import('@laisee/core/words/screens/advisor-more.ts')).advisorMoreWords,
  verify: async () => (await import('@laisee/core/words/screens/verify.ts')).verifyWords,
  evidence: async () => (await import('@laisee/core/words/screens/evidence.ts')).evidenceWords,
  evidenceItems: async () => (await import('@laisee/core/words/screens/evidence-items.ts')).evidenceItemWords,
  evidenceGaps: async () => (await import('@laisee/core/words/screens/evidence-gaps.ts')).evidenceGapWords,
  advisorPaper: async () => (await import('@laisee/core/words/screens/advisor-paper.ts')).advisorPaperWords,
}

/** The advisor's pages name the words they need, so that a plan waits for no others. */
export function withHelpWords<T>(
  load: () => Promise<T>,
  names: readonly (keyof typeof helpWords)[] = ['advisorPage'],
): () => Promise<T> {
  return async () => {
    const [module] = await Promise.all([load(), ...names.map(addHelpWords)])
    return module
  }
}

async function addHelpWords(name: keyof typeof helpWords): Promise<void> {
  const words = await helpWords[name]()
  for (const language of ['zh', 'en'] as const)
    i18next.addResourceBundle(language, 'screens', { [name]: words[language] }, true, true)
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
  if (!refusals) return i18next.t('common.failed')
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return sayRefusal(refusals[languageNow()], { code: code as never, data: problem as never }, { timeZone })
}
