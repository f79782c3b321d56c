/** The answers a question takes in the terminal: the words of a list, and moments as people say or type them. Pure. */

import {
  causes,
  phases,
  platforms,
  products,
  reachabilities,
  relations,
  waivers,
  type Field,
  type Situation,
} from '@laisee/core/advisor/situation.ts'
import { dayMs, hourMs, type Instant } from '@laisee/core/instant.ts'
import { isChinaDate } from '@laisee/core/law/china-date.ts'
import { outsideMainland, provinces } from '@laisee/core/law/provinces.ts'

/** The words a field may be answered with. Only Laisee has a window in which to undo. */
export function choicesOf(field: Field, { platform }: Pick<Situation, 'platform'>): readonly string[] {
  switch (field) {
    case 'platform':
      return platforms
    case 'product':
      return products
    case 'phase':
      return platform === null || platform === 'laisee' ? phases : phases.filter((phase) => phase !== 'undo')
    case 'cause':
      return causes
    case 'relation':
      return relations
    case 'reachability':
      return reachabilities
    case 'waiver':
      return waivers
    case 'province':
      return [...provinces, outsideMainland]
    default:
      return []
  }
}

const ages = {
  now: 0,
  hour: hourMs,
  hours: 4 * hourMs,
  yesterday: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
} as const

export type RoughAge = keyof typeof ages

/** Moments as people say them, the nearest first. */
export const roughAges = Object.keys(ages) as RoughAge[]

/** What is taken for a moment that was said roughly. */
export function momentOf(age: RoughAge, now: Instant): Instant {
  return now - ages[age]
}

const typed = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/

/** A moment as it is typed, in the machine's own zone where none is said; undefined where it is none. */
export function readTyped(text: string): Instant | undefined {
  const [, day, minute, second = '', zone = ''] = typed.exec(text.trim()) ?? []
  if (day === undefined || !isChinaDate(day)) return undefined
  const at = new Date(`${day}T${minute}${second}${zone}`).getTime()
  return Number.isNaN(at) ? undefined : at
}
