/** Signals about the moment: sent already, late at night, in haste, or with a hand that hesitates. */

import { minuteMs, secondMs } from '../instant.ts'
import { recipientKey, type GuardedSend, type ScreenFacts, type SendRecord } from './facts.ts'
import type { Past } from './past.ts'
import type { Seen } from './seen.ts'
import { signal, type Signal, type Strength } from './signal.ts'

/** The same again within this long is asked about. */
export const duplicateMs = 5 * minuteMs

/** From midnight up to, and without, this hour. Most who paid the wrong person were tired or distracted (§10.2). */
export const nightUntil = 6

const hasteMs = 1_500
const longDwellMs = 60 * secondMs

export function momentSignals({ facts, twin }: Seen): Signal[] {
  const found: (Signal | undefined)[] = [duplicate(twin)]
  if (facts.localHour >= 0 && facts.localHour < nightUntil)
    found.push(signal('night', 1, { from: 0, until: nightUntil }))
  if (facts.screen !== null) found.push(haste(facts.screen), hesitation(facts.screen))
  return found.filter((one) => one !== undefined)
}

/** The send this one repeats: the same people, sum and shares, minutes ago, and not taken back. */
export function earlierTwin(send: GuardedSend, past: Past): SendRecord | undefined {
  const key = recipientKey(send)
  return past.kept.find(
    (record) =>
      send.at - record.at <= duplicateMs &&
      record.toKey === key &&
      record.toKind !== 'link' &&
      record.amount === send.amount &&
      record.count === send.count &&
      (record.kind === 'transfer') === (send.kind === 'transfer'),
  )
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
  const seen: string[] = []
  if ((screen.amountEdits ?? 0) >= 3) seen.push('amount_changed')
  if ((screen.recipientChanges ?? 0) >= 2) seen.push('recipient_changed')
  if ((screen.backAndForth ?? 0) >= 2) seen.push('back_and_forth')
  if ((screen.dwellMs ?? 0) >= longDwellMs) seen.push('long_look')
  return seen
}

function hesitation(screen: ScreenFacts): Signal | undefined {
  const seen = hesitationsOf(screen)
  return seen.length === 0 ? undefined : signal('hesitation', Math.min(3, seen.length) as Strength, { seen })
}
