/** What became of each send that was a mistake, told plainly: undone, taken back in time, or claimed first and told so. */

import { formatYuan } from '@laisee/core/money.ts'
import type { Books } from './books.ts'
import type { Day } from './day.ts'
import type { Ending } from './settle.ts'

export type MistakeFate = 'undone' | 'recalled' | 'recalled_in_part' | 'too_late' | 'left'

export interface MistakeEnd {
  id: string
  mistake: string
  meant: string
  from: string
  total: bigint
  fate: MistakeFate
  /** In words. */
  says: string
}

/** The end of every mistake of the day. */
export function mistakesOf(day: Day, endings: readonly Ending[], books: Books): MistakeEnd[] {
  const names = new Map(day.people.map(({ id, name }) => [id, name]))
  return endings
    .filter(({ outcome }) => outcome.send.mistake !== null)
    .map((ending) => endOf(ending, books, (id) => names.get(id)!))
}

function endOf({ outcome, state }: Ending, books: Books, nameOf: (id: string) => string): MistakeEnd {
  const { send, steps } = outcome
  const { kind: mistake, meant } = send.mistake!
  const back = books.account(send.id).returned
  const has = [...books.account(send.id).claims].map(
    ([who, amount]) => `${nameOf(who)} ¥${formatYuan(amount)}`,
  )
  const refused = steps.find(
    ({ step, answer }) => (step.verb === 'undo' || step.verb === 'recall') && isRefusal(answer),
  )
  const about = { id: send.id, mistake, meant, from: nameOf(send.from), total: send.total }
  if (state === 'undone')
    return { ...about, fate: 'undone', says: 'undone in its window; nobody has seen it' }
  if (state === 'recalled' && back === send.total)
    return { ...about, fate: 'recalled', says: 'taken back in time, all of it' }
  if (state === 'recalled') {
    return {
      ...about,
      fate: 'recalled_in_part',
      says: `¥${formatYuan(back)} taken back in time; claimed first: ${listed(has)}`,
    }
  }
  if (refused) {
    const claimed = has.length > 0 ? `claimed first: ${listed(has)}; ` : ''
    return { ...about, fate: 'too_late', says: `${claimed}the sender was told so (${refused.answer})` }
  }
  return { ...about, fate: 'left', says: `is ${state}` }
}

const isRefusal = (answer: string): boolean => !['done', 'CNCL', 'PECR'].includes(answer)

const listedMax = 3

function listed(parts: readonly string[]): string {
  const more = parts.length - listedMax
  return parts.slice(0, listedMax).join(', ') + (more > 0 ? ` and ${more} more` : '')
}
