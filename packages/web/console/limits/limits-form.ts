/** The form that sets a member's limits, as values: what is wrong in it, what it changes, and what that stops at once. Pure. */

import { amountForField, readAmountInput } from '@laisee/core/amount-input.ts'
import { limitKinds } from '@laisee/core/limits.ts'
import type { LimitKind, MemberLimits } from './limits-data.ts'

/** What the service sets of each kind, as it is typed in yuan; empty for no limit. */
export type LimitTexts = Record<LimitKind, string>

/** The sums the service has set, as fields begin with them. */
export function textsOf({ limits }: Pick<MemberLimits, 'limits'>): LimitTexts {
  const texts: LimitTexts = { share: '', send: '', day: '', month: '' }
  for (const { kind, operator } of limits)
    if (operator !== null) texts[kind] = amountForField(BigInt(operator))
  return texts
}

export interface LimitsRead {
  /** Those that are another sum than now. */
  changes: Partial<Record<LimitKind, number | null>>
  /** Those that are no sum. */
  wrong: readonly LimitKind[]
  /** Days and months that would have nothing left: they are below what was counted. */
  spent: readonly LimitKind[]
}

/** Read what is typed against what holds now. */
export function readLimits(texts: LimitTexts, { limits }: Pick<MemberLimits, 'limits'>): LimitsRead {
  const changes: LimitsRead['changes'] = {}
  const wrong: LimitKind[] = []
  const spent: LimitKind[] = []
  for (const kind of limitKinds) {
    const now = limits.find((limit) => limit.kind === kind)
    const reading = readAmountInput(texts[kind])
    const isEmpty = texts[kind].trim() === ''
    if (!isEmpty && 'problem' in reading) {
      wrong.push(kind)
      continue
    }
    const max = 'amount' in reading ? Number(reading.amount) : null
    if (max === (now?.operator ?? null)) continue
    changes[kind] = max
    if (max !== null && (now?.counted ?? 0) >= max && now?.counted !== null) spent.push(kind)
  }
  return { changes, wrong, spent }
}
