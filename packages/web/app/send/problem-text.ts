/** A problem of a form in words: the screens' own where there are such, or the refusal's. */

import i18next, { type TFunction } from 'i18next'
import type { RefusalCode, RefusalData } from '@laisee/core/refusals.ts'
import type { Purse } from '../data/purse.ts'
import type { RefusalError } from '../data/service.ts'
import { refusalText } from '../words/i18n.ts'
import { problemOf } from './problem-of.ts'
import type { Problem } from './reading.ts'

/** What to mend, as a sentence; of a wallet that has too little it says whose it is. */
export function problemText(
  t: TFunction,
  { code, data = {} }: Problem,
  { paidFrom = 'own' }: { paidFrom?: Purse } = {},
): string {
  const key = `send.problems.${code}`
  return i18next.exists(key)
    ? t(key as 'send.problems.amount_missing', { paidFrom, ...data })
    : refusalText({ code, problem: data })
}

/** What the service refused, at the field it is about. */
export function refusedProblem(
  refusal: RefusalError | undefined,
  count?: number,
  kind?: string,
): Problem | undefined {
  if (!refusal) return undefined
  const { code, problem } = refusal
  return problemOf({ code: code as RefusalCode, data: { ...problem } as unknown as RefusalData }, count, kind)
}
