/** A moment as somebody types it in the terminal. Pure. */

import type { Instant } from '@laisee/core/instant.ts'
import { isChinaDate } from '@laisee/core/law/china-date.ts'

const typed = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?(Z|[+-]\d{2}:\d{2})?$/

/** A moment as it is typed, in the machine's own zone where none is said; undefined where it is none. */
export function readTyped(text: string): Instant | undefined {
  const [, day, minute, second = '', zone = ''] = typed.exec(text.trim()) ?? []
  if (day === undefined || !isChinaDate(day)) return undefined
  const at = new Date(`${day}T${minute}${second}${zone}`).getTime()
  return Number.isNaN(at) ? undefined : at
}
