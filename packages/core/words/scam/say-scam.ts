/** The scam check in words: verdict, signals, kinds of fraud and advice, in the reader's language. */

import type { Advice } from '../../scam/advice.ts'
import type { ScamCode } from '../../scam/patterns.ts'
import type { Signal, SignalData } from '../../scam/signal.ts'
import type { Verdict } from '../../scam/weigh.ts'
import { fill, type Language } from '../words.ts'
import { scamSignalWords } from './signals.ts'
import { scamWords } from './verdicts.ts'

/** The verdict in a line. */
export function sayScamVerdict(language: Language, verdict: Verdict): string {
  return scamWords[language].verdicts[verdict]
}

/** What the verdict means, in a sentence or two. */
export function sayScamVerdictDetail(language: Language, verdict: Verdict): string {
  return scamWords[language].verdictDetails[verdict]
}

/** What a signal says. */
export function sayScamSignal(language: Language, signal: Pick<Signal<ScamCode>, 'code' | 'data'>): string {
  return say(scamSignalWords[language][signal.code], signal.data, language)
}

/** What to do, in a sentence or two. */
export function sayScamAdvice(language: Language, advice: Advice): string {
  return say(scamWords[language].advice[advice.code], advice.data, language)
}

/** A kind of fraud by its id in the catalogue, `S4`; the id itself where this version does not know it. */
export function sayScamPattern(language: Language, id: string): string {
  const named: Readonly<Record<string, string>> = scamWords[language].patterns
  return Object.hasOwn(named, id) ? named[id]! : id
}

/** Scam texts name no moments, so the reader's time zone does not matter. */
function say(text: string, data: SignalData, language: Language): string {
  return fill(text, data, language, { timeZone: 'UTC' }) ?? text
}
