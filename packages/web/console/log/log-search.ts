/** The search in the log, from how it stands in the address to what the service is asked. Pure. */

import type { Ask } from '@laisee/client/client.ts'
import { eventKinds } from '@laisee/core/events.ts'

type Search = NonNullable<Ask<'listLogEntries'>['query']>

/** The fields of the search, as they stand in the address. */
export const logFields = ['kind', 'actor', 'source', 'from', 'until'] as const
export type LogField = (typeof logFields)[number]
export type Searching = Readonly<Partial<Record<LogField, string>>>

/** The moment a day of the reader's begins, so many days later; undefined where it is no day. */
function dayStart(day: string | undefined, later = 0): string | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  if (!year || !month || !date) return undefined
  const at = new Date(year, month - 1, date + later)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** An id as somebody pastes it. */
function idOf(text: string | undefined): string | undefined {
  const id = text?.trim() ?? ''
  return /^[\x21-\x7e]{1,100}$/.test(id) ? id : undefined
}

/** The search that stands in the address, as the service is asked; what it would not know is left out. */
export function logSearchOf(searching: Searching): Search {
  const asked = {
    kind: eventKinds.find((kind) => kind === searching.kind),
    actor: idOf(searching.actor),
    sourceId: idOf(searching.source),
    from: dayStart(searching.from),
    until: dayStart(searching.until, 1),
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}
