/** Signals about whom the service knows something of: frozen, reported, a minor, blocked. */

import type { GuardFacts, PayeeState } from './facts.ts'
import { shownName } from './look-alike.ts'
import { signal, type Signal, type SignalCode, type Strength } from './signal.ts'

const tests: readonly [SignalCode, Strength, (payee: PayeeState) => boolean][] = [
  ['payee_frozen', 3, ({ frozen }) => frozen],
  ['payee_reported', 2, ({ reports }) => reports > 0],
  ['payee_minor', 1, ({ minor }) => minor],
  ['payee_blocked', 2, ({ blocked }) => blocked],
]

export function standingSignals({ send, payees, people }: GuardFacts): Signal[] {
  const named = payees.filter(({ id }) => send.memberIds.includes(id))
  const calls = (id: string): string | null => {
    const person = people.find((one) => one.id === id)
    return person ? shownName(person) : null
  }
  return tests.flatMap(([code, strength, holds]) => {
    const those = named.filter(holds)
    const first = those[0]
    if (!first) return []
    return [signal(code, strength, { memberId: first.id, name: calls(first.id), count: those.length })]
  })
}
