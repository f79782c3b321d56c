/** How the command line says that the service said no. */

import { RefusalError, type Problem } from '@laisee/client/errors.ts'
import { refusals, type RefusalCode, type RefusalData } from '@laisee/core/refusals.ts'
import { sayPossible } from '@laisee/core/words/guard/possible.ts'
import { sayReason } from '@laisee/core/words/guard/say-reason.ts'
import { en } from '@laisee/core/words/en.ts'
import { sayRefusal } from '@laisee/core/words/words.ts'

/** A refusal for a person: what is so, then the code and the request for whoever looks into it. Undefined for anything else. */
export function refusalInWords(error: unknown): string | undefined {
  if (!(error instanceof RefusalError)) return undefined
  const { code, requestId, detail, ...more } = error.problem as Problem
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const data = more as Record<string, unknown> as RefusalData
  const isKnown = Object.hasOwn(refusals, code)
  const said = isKnown ? sayRefusal(en, { code: code as RefusalCode, data }, { timeZone }) : detail
  return [`${said} (${code}, ${requestId})`, ...questionLines(data, timeZone)].join('\n')
}

/** What the guard says of a send, and how to say yes to it. */
function questionLines({ reasons, shownHash, outcome }: RefusalData, timeZone: string): string[] {
  if (!Array.isArray(reasons)) return []
  const said = (reasons as Parameters<typeof sayReason>[1][]).map((one) => sayReason('en', one, { timeZone }))
  const yes = typeof shownHash === 'string' ? [`To send it all the same: --confirm ${shownHash}`] : []
  const decisive = (reasons as { code: string; outcome?: string }[]).filter((one) => one.outcome === outcome)
  const instead = outcome === undefined ? [] : sayPossible('en', decisive)
  return [...said.map((line) => `- ${line}`), ...instead, ...yes]
}
