/** A decision as it is filled in: what is missing, what is asked of the service, and what it would do to the money. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import type { DisputeOutcome } from '@laisee/core/dispute.ts'
import { basisRules, mayEndFor } from '@laisee/core/freeze-basis.ts'
import type { DecideBody, Dispute, DisputeMoney } from './disputes-data.ts'

export interface DecisionForm {
  outcome: DisputeOutcome
  /** As it is typed, in yuan: of a part, and of a freeze. */
  amount: string
  /** The freeze that is paid out of, or that ends; empty for none. */
  freezeId: string
  reasons: string
}

export type DecisionProblem = 'amountNeeded' | 'amountMax' | 'noFreeze' | 'reasonsNeeded'
type Frozen = DisputeMoney['freezes'][number]

/** How much it decides on, in fen; undefined where what was typed is no sum. */
export function decidedAmount({ outcome, amount }: DecisionForm, dispute: Dispute): number | undefined {
  if (outcome !== 'part' && outcome !== 'freeze') return dispute.amount
  const reading = readAmountInput(amount)
  return 'amount' in reading && reading.amount > 0n ? Number(reading.amount) : undefined
}

/** Freezes that a return can be paid out of: of an amount, by an order, of whoever received, and large enough. */
export function payableFrom({ freezes, holderId }: DisputeMoney, amount: number): Frozen[] {
  return freezes.filter(
    (one) =>
      one.kind === 'amount' &&
      one.ownerId === holderId &&
      basisRules[one.basis].isOrder &&
      (one.amount ?? 0) >= amount,
  )
}

/** Freezes that a decision can end: what an order froze is not among them. */
export function releasable({ freezes }: DisputeMoney): Frozen[] {
  return freezes.filter(({ basis }) => mayEndFor(basis, 'settled'))
}

/** Whether it is a return. */
export function isReturn({ outcome }: Pick<DecisionForm, 'outcome'>): boolean {
  return outcome === 'return' || outcome === 'part'
}

/** What keeps it from being made. */
export function decisionProblems(form: DecisionForm, dispute: Dispute): DecisionProblem[] {
  const amount = decidedAmount(form, dispute)
  const found: [DecisionProblem, boolean][] = [
    ['amountNeeded', amount === undefined],
    ['amountMax', form.outcome === 'part' && amount !== undefined && amount >= dispute.amount],
    ['noFreeze', form.outcome === 'release' && form.freezeId === ''],
    ['reasonsNeeded', form.reasons.trim() === ''],
  ]
  return found.filter(([, isSo]) => isSo).map(([problem]) => problem)
}

/** What is asked of the service. */
export function decisionBody(form: DecisionForm, dispute: Dispute): DecideBody {
  const { outcome, freezeId, reasons } = form
  const hasAmount = outcome === 'part' || outcome === 'freeze'
  const hasFreeze = outcome === 'release' || isReturn(form)
  return {
    outcome,
    reasons: reasons.trim(),
    amount: hasAmount ? (decidedAmount(form, dispute) ?? null) : null,
    freezeId: hasFreeze && freezeId !== '' ? freezeId : null,
  }
}

/** A line about the money: the word it is said by, and what it names. */
export interface Effect {
  word:
    | 'backed'
    | 'backedOnce'
    | 'moved'
    | 'rest'
    | 'refuse'
    | 'freeze'
    | 'freezeLess'
    | 'releaseAmount'
    | 'releaseWallet'
    | 'releasePacket'
  amount: number
  frozen?: number
  rest?: number
  balance?: number
}

/** What it does to the money, line by line, and the word for what it does not do. */
export function effectsOf(
  form: DecisionForm,
  dispute: Dispute,
  money: DisputeMoney,
): { does: Effect[]; doesNot: 'backed' | 'moved' | 'refuse' | 'freeze' | 'release' } {
  const amount = decidedAmount(form, dispute) ?? 0
  const freeze = money.freezes.find(({ id }) => id === form.freezeId)
  if (form.outcome === 'refuse') return { does: [{ word: 'refuse', amount }], doesNot: 'refuse' }
  if (form.outcome === 'freeze') {
    const { balance } = money.wallet
    const less: Effect[] = amount > balance ? [{ word: 'freezeLess', amount, balance }] : []
    return { does: [{ word: 'freeze', amount }, ...less], doesNot: 'freeze' }
  }
  if (form.outcome === 'release') return { does: freeze ? [released(freeze)] : [], doesNot: 'release' }
  if (!freeze) {
    // To return all is to return what is left of it.
    const asked = form.outcome === 'return' ? money.held : amount
    const backed: Effect[] = asked > 0 ? [{ word: 'backed', amount: asked }] : []
    return { does: [...backed, { word: 'backedOnce', amount: asked }], doesNot: 'backed' }
  }
  const frozen = freeze.amount ?? 0
  const rest: Effect[] = frozen > amount ? [{ word: 'rest', amount, rest: frozen - amount }] : []
  return { does: [{ word: 'moved', amount, frozen }, ...rest], doesNot: 'moved' }
}

function released({ kind, amount }: Frozen): Effect {
  if (kind === 'packet') return { word: 'releasePacket', amount: 0 }
  return kind === 'wallet'
    ? { word: 'releaseWallet', amount: 0 }
    : { word: 'releaseAmount', amount: amount ?? 0 }
}
