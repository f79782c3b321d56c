/** The form that freezes, as values: what is missing or wrong in it, and what it asks of the service. Pure. */

import { readAmountInput } from '@laisee/core/amount-input.ts'
import { basisRules, freezeUntilMax, type FreezeBasis, type FreezeReason } from '@laisee/core/freeze-basis.ts'
import type { FreezeKind } from '@laisee/core/freeze.ts'
import { isIdOf } from '@laisee/core/ids.ts'
import type { FreezeBody } from './freezes-data.ts'

export interface FreezeForm {
  kind: FreezeKind
  subjectId: string
  /** As it is typed, in yuan. */
  amount: string
  basis: FreezeBasis
  reference: string
  documentId: string
  /** What it is for: a dispute, packet or transfer; empty for none in particular. */
  aboutId: string
  reason: FreezeReason
  note: string
  /** As a field for a local moment has it; empty for as long as the basis allows. */
  until: string
}

export const emptyForm: FreezeForm = {
  kind: 'amount',
  subjectId: '',
  amount: '',
  basis: 'policy',
  reference: '',
  documentId: '',
  aboutId: '',
  reason: 'suspected_fraud',
  note: '',
  until: '',
}

export type FreezeProblem =
  | 'subjectWrong'
  | 'aboutWrong'
  | 'amountNeeded'
  | 'referenceNeeded'
  | 'documentNeeded'
  | 'noteNeeded'
  | 'untilWrong'

/** Whether a text is the id of something that can be frozen in this way. */
export function isSubjectOf(kind: FreezeKind, id: string): boolean {
  if (kind === 'packet') return isIdOf('packet', id)
  return isIdOf('member', id) || isIdOf('organisation', id)
}

/** Whether a text is the id of something that money can be frozen for. */
function isCase(id: string): boolean {
  return isIdOf('dispute', id) || isIdOf('packet', id) || isIdOf('transfer', id)
}

/** The sum that was typed, in fen; undefined where it is none. */
export function sumOf({ amount }: Pick<FreezeForm, 'amount'>): bigint | undefined {
  const reading = readAmountInput(amount)
  return 'amount' in reading && reading.amount > 0n ? reading.amount : undefined
}

/** Until when it would last, said or not. */
export function untilOf({ until, basis }: Pick<FreezeForm, 'until' | 'basis'>, now: number): number {
  return until === '' ? freezeUntilMax(basis, now) : new Date(until).getTime()
}

/** What keeps the form from being sent, in the order of its fields. */
export function problemsOf(form: FreezeForm, now: number): FreezeProblem[] {
  const { isOrder } = basisRules[form.basis]
  const until = untilOf(form, now)
  const found: [FreezeProblem, boolean][] = [
    ['subjectWrong', !isSubjectOf(form.kind, form.subjectId.trim())],
    ['aboutWrong', form.aboutId.trim() !== '' && !isCase(form.aboutId.trim())],
    ['amountNeeded', form.kind === 'amount' && sumOf(form) === undefined],
    ['referenceNeeded', isOrder && form.reference.trim() === ''],
    ['documentNeeded', isOrder && form.documentId === ''],
    ['noteNeeded', form.note.trim() === ''],
    ['untilWrong', !(until > now && until <= freezeUntilMax(form.basis, now))],
  ]
  return found.filter(([, isSo]) => isSo).map(([problem]) => problem)
}

/** What is asked of the service. */
export function bodyOf(form: FreezeForm): FreezeBody {
  const { kind, subjectId, aboutId, basis, reason, note, until } = form
  const { isOrder } = basisRules[basis]
  return {
    ...{ kind, basis, reason },
    subjectId: subjectId.trim(),
    note: note.trim(),
    amount: kind === 'amount' ? Number(sumOf(form)) : null,
    reference: isOrder ? form.reference.trim() : null,
    documentId: isOrder ? form.documentId : null,
    aboutId: aboutId.trim() === '' ? null : aboutId.trim(),
    until: until === '' ? null : new Date(until).toISOString(),
  }
}
