/** What to say where something did not work: the service's "no" in words, or that no answer came. */

import i18next from 'i18next'
import { RefusalError, UnansweredError } from '../data/service.ts'
import { refusalText } from './i18n.ts'

/** A failure as a sentence for the reader. */
export function failureText(error: unknown): string {
  if (error instanceof RefusalError)
    return refusalText({ code: error.code as string, problem: error.problem as object })
  if (error instanceof UnansweredError) return i18next.t('common.unanswered')
  return i18next.t('common.failed')
}

/** Whether the service said no. */
export function isRefusal(error: unknown): error is RefusalError {
  return error instanceof RefusalError
}
