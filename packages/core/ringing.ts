/**
 * When a notice rings. Caps and quiet hours hide nothing: a notice over a cap is in the inbox like any other. Quiet
 * hours are in quiet.ts.
 */

import { dayMs, hourMs, minuteMs } from './instant.ts'
import type { Notice, NoticeKind } from './notice.ts'

/** The caps on ringing. */
export const ringCaps = {
  /** The claims of one packet ring once in so long. */
  claimsEveryMs: 10 * minuteMs,
  /** One person's requests not to open ring once in so long. */
  askEveryMs: dayMs,
  /** One person's packets ring so often… */
  personMax: 5,
  /** …in so long. */
  personEveryMs: hourMs,
} as const

const capped: readonly NoticeKind[] = [
  'packet_for_you',
  'packet_in_group',
  'packet_expiring',
  'packet_paused',
  'packet_released',
  'packet_recalled',
  'packet_missed',
  'packet_asked_not_to_open',
]

/**
 * Whether a notice rings: not in quiet hours, and within the caps, given those that rang before it. Money that arrived,
 * came back or is held always rings outside quiet hours.
 */
export function rings(notice: Notice, rung: readonly Notice[], quiet: boolean): boolean {
  if (quiet || notice.settled) return false
  const since = (ms: number) => rung.filter((before) => Date.parse(notice.at) - Date.parse(before.at) < ms)
  const { kind, sourceId, data } = notice
  if (kind === 'own_packet_claimed')
    return !since(ringCaps.claimsEveryMs).some((one) => one.kind === kind && one.sourceId === sourceId)
  if (!capped.includes(kind)) return true
  const fromThem = (one: Notice) => one.data.payerId === data.payerId
  if (kind === 'packet_asked_not_to_open')
    return !since(ringCaps.askEveryMs).some((one) => one.kind === kind && fromThem(one))
  const lately = since(ringCaps.personEveryMs).filter((one) => capped.includes(one.kind) && fromThem(one))
  return lately.length < ringCaps.personMax
}
