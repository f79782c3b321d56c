/** What the form asks of whoever opens a dispute, by what happened, and which documents help. Not what they want. */

import type { DisputeCause } from './dispute.ts'
import type { DocumentKind } from './document.ts'
import { refuseField } from './field.ts'
import type { Refusal } from './refusals.ts'

export const disputeQuestions = [
  'whom_meant',
  'how_noticed',
  'asked_back',
  'how_contacted',
  'what_promised',
  'when_noticed',
  'last_own_use',
  'code_shared',
  'police_report',
] as const
export type DisputeQuestion = (typeof disputeQuestions)[number]

export const answerLengthMax = 500

/** The questions of each cause, in their order. */
export const questionsOf: Readonly<Record<DisputeCause, readonly DisputeQuestion[]>> = {
  mistake: ['whom_meant', 'how_noticed', 'asked_back'],
  fraud: ['how_contacted', 'what_promised', 'how_noticed', 'police_report'],
  account_theft: ['when_noticed', 'last_own_use', 'code_shared', 'police_report'],
}

/** The documents that help with each cause. */
export const documentsThatHelp: Readonly<Record<DisputeCause, readonly DocumentKind[]>> = {
  mistake: ['chat_record', 'transfer_record'],
  fraud: ['chat_record', 'transfer_record', 'police_receipt'],
  account_theft: ['identity', 'police_receipt', 'transfer_record'],
}

export interface DisputeAnswer {
  question: DisputeQuestion
  answer: string
}

/** The answers as they are kept: each question of this cause at most once. */
export function decideAnswers(
  cause: DisputeCause,
  answers: readonly DisputeAnswer[],
): DisputeAnswer[] | Refusal {
  const asked = answers.map(({ question }) => question)
  const known = asked.every((question) => questionsOf[cause].includes(question))
  if (!known || new Set(asked).size < asked.length)
    return refuseField('answers', `must answer questions of ${cause}, each once`)
  return answers.map(({ question, answer }) => ({ question, answer: answer.trim() }))
}
