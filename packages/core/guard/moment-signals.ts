/** Signals about the moment: sent already, late at night, in haste, or with a hand that hesitates. */

import { dayMs, minuteMs, secondMs } from '../instant.ts'
import type { Amount } from '../money.ts'
import { plainWords } from './plain-words.ts'
import { recipientKey, type GuardedSend, type ScreenFacts, type SendRecord } from './facts.ts'
import type { Past } from './past.ts'
import { isByChance, wordsKey } from './purpose.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal, type Strength } from './signal.ts'

/**
 * The same again within this long is asked about, in which somebody tries again who saw no answer. Of a sum to the fen
 * that nobody hits on by chance, within a day, for bills are paid twice by whoever forgot that they had.
 */
export const duplicateMs = 15 * minuteMs

/** From midnight up to, and without, this hour. Most who paid the wrong person were tired or distracted (§10.2). */
export const nightUntil = 6

const hasteMs = 1_500
const longDwellMs = 60 * secondMs
/** Longer, and the telephone was put away. */
const awayMs = 300 * secondMs

export function momentSignals({ facts, twin }: Seen): Signal[] {
  const found: (Signal | undefined)[] = [duplicate(twin)]
  if (facts.localHour >= 0 && facts.localHour < nightUntil)
    found.push(signal('night', 1, { from: 0, until: nightUntil }))
  if (facts.screen !== null) found.push(haste(facts.screen), hesitation(facts.screen))
  return found.filter((one) => one !== undefined)
}

/** ¥20: what a question is worth. A sum to the very fen is hardly owed twice a day. */
const fenMin = 2_000n

/** So often before, and a sum is a price. */
const priceTimes = 2

/** 再来一份, 又一份, 第二份: it says itself that it is one more. */
const another = /再|又|还有|还要|第[二三四两]|另[一外]|补|one more|another|again|second/u

/** What a finger does that stays on the button. */
const fingerMs = 30 * secondMs

/** ¥50: below it two of a kind may be a bowl for each of two once they were sent before, above it from the third time on. */
const smallMax = 5_000n

/**
 * The send this one repeats: the same people, sum and shares, minutes ago, and not taken back; the lunch and the taxi of
 * one price are two things. None where two of a kind are a habit here, but for what a finger does.
 */
export function earlierTwin(send: GuardedSend, past: Past): SendRecord | undefined {
  const key = recipientKey(send)
  const alike = past.to(key).filter((record) => record.toKind !== 'link' && isSameAgain(record, send))
  const withinMs = twinMs(send.amount)
  const twin = alike.find((record) => send.at - record.at <= withinMs)
  if (!twin || send.at - twin.at <= fingerMs) return twin
  if (saysAnother(send.words) && !saysAnother(twin.words)) return undefined
  // What was paid there again and again is a price, and not twice one bill.
  if (send.at - twin.at > duplicateMs && alike.length > priceTimes) return undefined
  // What was sent just now is no habit yet.
  const before = alike.filter((record) => send.at - record.at > withinMs)
  const pairs = before.filter((record, i) => before[i + 1] && record.at - before[i + 1]!.at <= duplicateMs)
  return pairs.length >= (send.amount < smallMax || send.toKind === 'group' ? 1 : 2) ? undefined : twin
}

const saysAnother = (words: string) => another.test(plainWords(words))

function twinMs(amount: Amount): number {
  return !isByChance(amount) && amount >= fenMin && amount % 10n !== 0n ? dayMs : duplicateMs
}

function isSameAgain(record: SendRecord, send: GuardedSend): boolean {
  if (record.amount !== send.amount || record.count !== send.count) return false
  if ((record.kind === 'transfer') !== (send.kind === 'transfer')) return false
  const [before, now] = [wordsKey(record.words), wordsKey(send.words)]
  return before === now || ((before === '' || now === '') && send.at - record.at <= fingerMs)
}

function duplicate(earlier: SendRecord | undefined): Signal | undefined {
  if (!earlier) return undefined
  return signal('duplicate', 3, { earlierId: earlier.sendId, amount: Number(earlier.amount) })
}

function haste({ dwellMs }: ScreenFacts): Signal | undefined {
  return dwellMs !== null && dwellMs < hasteMs ? signal('haste', 1) : undefined
}

/** What a hand does that is not sure: each by its name, so that the sender can be told. */
export function hesitationsOf(screen: ScreenFacts | null): string[] {
  if (screen === null) return []
  const dwellMs = screen.dwellMs ?? 0
  const seen: string[] = []
  if ((screen.amountEdits ?? 0) >= 3) seen.push('amount_changed')
  if ((screen.recipientChanges ?? 0) >= 2) seen.push('recipient_changed')
  if ((screen.backAndForth ?? 0) >= 2) seen.push('back_and_forth')
  if (dwellMs >= longDwellMs && dwellMs < awayMs) seen.push('long_look')
  return seen
}

function hesitation(screen: ScreenFacts): Signal | undefined {
  const seen = hesitationsOf(screen)
  return seen.length === 0 ? undefined : signal('hesitation', Math.min(3, seen.length) as Strength, { seen })
}
