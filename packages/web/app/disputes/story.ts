/** What the facts of a dispute say to whoever reads them: where it stands for them, and what each side has said. Pure. */

import type { Tone } from '../../ui/StateChip.tsx'
import type { IconName } from '../../ui/Icon.tsx'
import type { Dispute, Fact } from './disputes-data.ts'

export type Says =
  'waiting' | 'in_hand' | 'askedMe' | 'askedOther' | 'decided' | 'appealed' | 'closed' | 'withdrawn'

/** The last fact of a kind. */
export function lastOf(facts: readonly Fact[], ...kinds: Fact['kind'][]): Fact | undefined {
  return facts.findLast(({ kind }) => kinds.includes(kind))
}

/** How it stands, in a sentence of its own for each side. */
export function saysOf({ state, facts }: Pick<Dispute, 'state' | 'facts'>, memberId: string): Says {
  if (state !== 'asked') return state
  return lastOf(facts, 'asked')?.toId === memberId ? 'askedMe' : 'askedOther'
}

/** What the service asks this side, while it waits for their answer. */
export function askedOf(dispute: Pick<Dispute, 'state' | 'facts'>, memberId: string): Fact | undefined {
  return saysOf(dispute, memberId) === 'askedMe' ? lastOf(dispute.facts, 'asked') : undefined
}

export const chipOf: Readonly<Record<Dispute['state'], [tone: Tone, icon: IconName]>> = {
  waiting: ['waiting', 'clock'],
  in_hand: ['open', 'search'],
  asked: ['waiting', 'hand'],
  decided: ['good', 'check'],
  appealed: ['waiting', 'undo'],
  closed: ['expired', 'checkAll'],
  withdrawn: ['back', 'recall'],
}

/** What each side has said in words, in order: the opening, statements, an appeal. */
export function wordsOf(facts: readonly Fact[]): (Fact & { text: string })[] {
  const spoken: readonly Fact['kind'][] = ['opened', 'statement', 'appealed']
  return facts.filter(
    (fact): fact is Fact & { text: string } => spoken.includes(fact.kind) && fact.text !== null,
  )
}

/** May a side still add words and documents: until it is decided, and again while an appeal waits. */
export function mayAdd({ state }: Pick<Dispute, 'state'>): boolean {
  return state === 'waiting' || state === 'in_hand' || state === 'asked' || state === 'appealed'
}

/** May whoever opened it take it back: until it is first decided. */
export function mayWithdraw({ openerId, state, facts }: Dispute, memberId: string): boolean {
  return openerId === memberId && mayAdd({ state }) && lastOf(facts, 'decided') === undefined
}
