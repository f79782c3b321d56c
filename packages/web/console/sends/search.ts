/** The search among what was sent, from how it stands in the address to what the service is asked. Pure. */

import type { Ask } from '@laisee/client/client.ts'
import { readAmountInput } from '@laisee/core/amount-input.ts'
import { sendKinds, sendStates } from '@laisee/core/sends-on-behalf.ts'

type Search = NonNullable<Ask<'listSendsOnBehalf'>['query']>

/** The fields of the search, as they stand in the address. */
export const searchFields = ['q', 'state', 'kind', 'sender', 'from', 'until', 'min', 'max'] as const
export type SearchField = (typeof searchFields)[number]
export type Searching = Readonly<Partial<Record<SearchField, string>>>

/** The moment a day of the reader's begins, so many days later; undefined where it is no day. */
function dayStart(day: string | undefined, later = 0): string | undefined {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  if (!year || !month || !date) return undefined
  const at = new Date(year, month - 1, date + later)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** A sum as it is typed, in fen; undefined where it is none, or nothing. */
export function fenOf(typed: string | undefined): number | undefined {
  const reading = readAmountInput(typed ?? '')
  return 'amount' in reading && reading.amount > 0n ? Number(reading.amount) : undefined
}

/** The search that stands in the address, as the service is asked; what it would not know is left out. */
export function searchOf(searching: Searching): Search {
  const known = <T extends string>(words: readonly T[], word: string | undefined) =>
    words.find((one) => one === word)
  const text = searching.q?.trim().slice(0, 100)
  const asked = {
    text: text === '' ? undefined : text,
    state: known(sendStates, searching.state),
    kind: known(sendKinds, searching.kind),
    senderId: searching.sender?.startsWith('mem_') ? searching.sender : undefined,
    from: dayStart(searching.from),
    until: dayStart(searching.until, 1),
    amountMin: fenOf(searching.min),
    amountMax: fenOf(searching.max),
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}
