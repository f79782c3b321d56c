/** From when a version is to hold, as its form has it. Pure. */

import { publishAheadMaxMs } from '@laisee/core/policy-change.ts'

export interface PublishForm {
  when: 'now' | 'later'
  /** As the field has it: the wall clock of this device. */
  at: string
}

/** What is sent; undefined where the moment cannot be read, is over, or is too far away. */
export function publishAsk({ when, at }: PublishForm, nowMs: number): { effectiveAt?: string } | undefined {
  if (when === 'now') return {}
  const moment = Date.parse(at)
  if (Number.isNaN(moment) || moment <= nowMs || moment > nowMs + publishAheadMaxMs) return undefined
  return { effectiveAt: new Date(moment).toISOString() }
}
