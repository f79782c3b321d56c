/** A decision as it is filled in: what is missing, what is asked of the service, and what it would do to the money. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import type { DisputeOutcome } from '@laisee/core/dispute.ts'
import { basisRules, mayEndFor } from '@laisee/core/freeze-basis.ts'
import { isFrozenFor } from '@laisee/core/freeze-case.ts'
import type { DecideBody, Dispute, DisputeMoney } from './disputes-data.ts'

export interface DecisionForm {
  outcome: DisputeOutcome
  /** As it is typed, in yuan: of a part, and of a freeze. */
  amount: string
  /** The freeze that is paid out of, or that ends; empty for none. */
  freezeId: string
  /** The word of the authority that bound the money: its number and its document. */
  orderReference: string
  documentId: string
  reasons: string
}

export type DecisionProblem =
  'amountNeeded' | 'amountMax' | 'orderNeeded' | 'documentNeeded' | 'noFreeze' | 'reasonsNeeded'
type Frozen = DisputeMoney['freezes'][number]

/** Whether a freeze is of this dispute's money: what is frozen for anything else is none of it. */
function isOfDispute(freeze: Frozen, { id, sourceId }: Dispute, { holderId }: DisputeMoney): boolean {
  return isFrozenFor(freeze, { id, sourceId, holderId })
}

/** How much may still be frozen for it, in fen: what is left of it and not frozen for it already. */
export function roomToFreeze(dispute: Dispute, money: DisputeMoney): number {
  const frozen = money.freezes
    .filter((one) => one.kind === 'amount' && isOfDispute(one, dispute, money))
    .reduce((sum, { left }) => sum + (left ?? 0), 0)
  return Math.max(0, money.held - frozen)
}

/** How much it decides on, in fen: to return all is to return what is left. Undefined where what was typed is no sum. */
export function decidedAmount({ outcome, amount }: DecisionForm, money: DisputeMoney): number | undefined {
  if (outcome !== 'part' && outcome !== 'freeze') return money.held
  const reading = readAmountInput(amount)
  return 'amount' in reading && reading.amount > 0n ? Number(reading.amount) : undefined
}

/** Freezes that a return can be paid out of: for this dispute, by an order that can let money out, and with enough left. */
export function payableFrom(dispute: Dispute, money: DisputeMoney, amount: number): Frozen[] {
  return money.freezes.filter(
    (one) =>
      one.kind === 'amount' &&
      isOfDispute(one, dispute, money) &&
      basisRules[one.basis].paying !== null &&
      (one.left ?? 0) >= amount,
  )
}

/** Freezes that a decision can end: for this dispute, and not what an order froze. */
export function releasable(dispute: Dispute, money: DisputeMoney): Frozen[] {
  return money.freezes.filter((one) => mayEndFor(one.basis, 'settled') && isOfDispute(one, dispute, money))
}

/** Whether it is a return. */
export function isReturn({ outcome }: Pick<DecisionForm, 'outcome'>): boolean {
  return outcome === 'return' || outcome === 'part'
}

/** The most that a part, or a freeze, may be of, in fen. */
export function amountMax({ outcome }: DecisionForm, dispute: Dispute, money: DisputeMoney): number {
  if (outcome === 'freeze') return roomToFreeze(dispute, money)
  return Math.min(money.held, dispute.amount - 1)
}

/** What keeps it from being made. */
export function decisionProblems(
  form: DecisionForm,
  dispute: Dispute,
  money: DisputeMoney,
): DecisionProblem[] {
  const amount = decidedAmount(form, money)
  const hasAmount = form.outcome === 'part' || form.outcome === 'freeze'
  const pays = isReturn(form) && form.freezeId !== ''
  const found: [DecisionProblem, boolean][] = [
    ['amountNeeded', amount === undefined],
    ['amountMax', hasAmount && amount !== undefined && amount > amountMax(form, dispute, money)],
    ['orderNeeded', pays && form.orderReference.trim() === ''],
    ['documentNeeded', pays && form.documentId === ''],
    ['noFreeze', form.outcome === 'release' && form.freezeId === ''],
    ['reasonsNeeded', form.reasons.trim() === ''],
  ]
  return found.filter(([, isSo]) => isSo).map(([problem]) => problem)
}

/** What is asked of the service. */
export function decisionBody(form: DecisionForm, money: DisputeMoney): DecideBody {
  const { outcome, freezeId, orderReference, documentId, reasons } = form
  const hasAmount = outcome === 'part' || outcome === 'freeze'
  const hasFreeze = (outcome === 'release' || isReturn(form)) && freezeId !== ''
  return {
    outcome,
    reasons: reasons.trim(),
    amount: hasAmount ? (decidedAmount(form, money) ?? null) : null,
    freezeId: hasFreeze ? freezeId : null,
    order: hasFreeze && isReturn(form) ? { reference: orderReference.trim(), documentId } : null,
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
  money: DisputeMoney,
): { does: Effect[]; doesNot: 'backed' | 'moved' | 'refuse' | 'freeze' | 'release' } {
  const amount = decidedAmount(form, money) ?? 0
  const freeze = money.freezes.find(({ id }) => id === form.freezeId)
  if (form.outcome === 'refuse') return { does: [{ word: 'refuse', amount }], doesNot: 'refuse' }
  if (form.outcome === 'freeze') {
    const { balance } = money.wallet
    const less: Effect[] = amount > balance ? [{ word: 'freezeLess', amount, balance }] : []
    return { does: [{ word: 'freeze', amount }, ...less], doesNot: 'freeze' }
  }
  if (form.outcome === 'release') return { does: freeze ? [released(freeze)] : [], doesNot: 'release' }
  if (!freeze) {
    const backed: Effect[] = amount > 0 ? [{ word: 'backed', amount }] : []
    return { does: [...backed, { word: 'backedOnce', amount }], doesNot: 'backed' }
  }
  const frozen = freeze.left ?? 0
  const rest: Effect[] = frozen > amount ? [{ word: 'rest', amount, rest: frozen - amount }] : []
  return { does: [{ word: 'moved', amount, frozen }, ...rest], doesNot: 'moved' }
}

function released({ kind, left }: Frozen): Effect {
  if (kind === 'packet') return { word: 'releasePacket', amount: 0 }
  return kind === 'wallet'
    ? { word: 'releaseWallet', amount: 0 }
    : { word: 'releaseAmount', amount: left ?? 0 }
}
