/** What the signals find in facts, for tests. */

import type { GuardFacts } from '../facts.ts'
import { findSignals } from '../find-signals.ts'
import { look } from '../seen.ts'
import type { Signal, SignalCode } from '../signal.ts'

export const signalsOf = (facts: GuardFacts): Signal[] => findSignals(look(facts))
export const codesOf = (facts: GuardFacts): SignalCode[] => signalsOf(facts).map(({ code }) => code)
