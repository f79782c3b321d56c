/** Whose money a form would send, and whom its sender means by name: read as fields of the request. Pure. */

import { nameFrom } from '@laisee/core/name.ts'
import type { Problem } from './reading.ts'

/** As it is kept with a draft. */
export interface PurseDraft {
  /** The allowance that pays; empty for one's own wallet. */
  paidFrom: string
  /** The organisation it is sent for, which pays; empty for none. */
  onBehalfOf: string
}

/** Who pays, where that is not oneself. An organisation pays alone. */
export function purseFields({ paidFrom, onBehalfOf }: PurseDraft): {
  paidFrom?: string
  onBehalfOf?: string
} {
  if (onBehalfOf !== '') return { onBehalfOf }
  return paidFrom === '' ? {} : { paidFrom }
}

/** The name to check, or what is the matter with it. Nothing typed is nothing checked. */
export function readPayeeName(text: string): { payeeName?: string } | Problem {
  if (text.trim() === '') return {}
  const payeeName = nameFrom(text)
  return payeeName === undefined ? { field: 'payeeName', code: 'payee_name_odd' } : { payeeName }
}

/** Whether reading a field found something to mend. */
export function isProblem(read: object): read is Problem {
  return 'code' in read
}
