/** What is filled in of a dispute, and how far one may go with it. Pure. */

import { disputeCauses, type DisputeCause } from '@laisee/core/dispute.ts'
import { disputeQuestions, questionsOf, type DisputeAnswer } from '@laisee/core/dispute-form.ts'
import { documentKinds, isDocumentType } from '@laisee/core/document.ts'
import type { HandedIn } from '../documents/use-uploads.ts'
import { steps, type Step } from './dispute-steps.ts'

export interface DisputeDraft {
  cause: DisputeCause | ''
  againstId: string
  text: string
  answers: Readonly<Record<string, string>>
  documents: readonly HandedIn[]
}

export const freshDispute: DisputeDraft = { cause: '', againstId: '', text: '', answers: {}, documents: [] }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** What was kept, as far as it is what a draft holds: an older version, or another hand, may have kept it. */
export function mendDispute(kept: unknown): DisputeDraft {
  if (!isRecord(kept)) return freshDispute
  const answers = isRecord(kept.answers) ? kept.answers : {}
  const known = disputeQuestions.map((question) => [question, textOf(answers[question])] as const)
  return {
    cause: disputeCauses.find((cause) => cause === kept.cause) ?? '',
    againstId: textOf(kept.againstId),
    text: textOf(kept.text),
    answers: Object.fromEntries(known.filter(([, answer]) => answer !== '')),
    documents: Array.isArray(kept.documents) ? kept.documents.filter(isHandedIn) : [],
  }
}

/** Whether what was kept is a document that was handed in. */
export function isHandedIn(kept: unknown): kept is HandedIn {
  return (
    isRecord(kept) &&
    typeof kept.id === 'string' &&
    documentKinds.some((kind) => kind === kept.kind) &&
    isDocumentType(textOf(kept.type))
  )
}

/** The answers to the questions of this cause, as they are sent. */
export function answersOf({ cause, answers }: DisputeDraft): DisputeAnswer[] {
  if (cause === '') return []
  return questionsOf[cause]
    .map((question) => ({ question, answer: (answers[question] ?? '').trim() }))
    .filter(({ answer }) => answer !== '')
}

/** What is missing before the step after this one; nothing where one may go on. */
export function missingAt(
  step: Step,
  draft: DisputeDraft,
  sides: readonly { id: string }[],
): 'whoseWhy' | 'causeWhy' | 'storyWhy' | undefined {
  if (!sides.some(({ id }) => id === draft.againstId) && sides.length > 1) return 'whoseWhy'
  if (draft.cause === '') return 'causeWhy'
  return step !== 'cause' && draft.text.trim() === '' ? 'storyWhy' : undefined
}

/** The step that is shown where one was asked for: never past what is missing. */
export function reachable(asked: Step, draft: DisputeDraft, sides: readonly { id: string }[]): Step {
  const reached = steps.findIndex((step) => missingAt(step, draft, sides) !== undefined)
  const last = reached < 0 ? steps.length - 1 : reached
  return steps[Math.min(steps.indexOf(asked), last)]!
}
