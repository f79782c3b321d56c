/** What the party says themselves, and what their device says of itself: kept as it came, and believed no further. */

import { toIso, type Instant } from '@laisee/core/instant.ts'
import type { Found } from './sources.ts'

/** What the page reads off the device. */
export interface DeviceSaid {
  userAgent: string
  language: string | null
  timeZone: string | null
  /** The device's own clock, when it asked. */
  clockAt: Instant
}

/** The party's own account. */
export function statementItem(memberId: string, text: string): Found {
  return { data: { by: memberId, text, isChecked: false } }
}

/** The device's statement, beside the service's clock when it arrived. */
export function deviceItem({ userAgent, language, timeZone, clockAt }: DeviceSaid, now: Instant): Found {
  return {
    data: {
      userAgent,
      language,
      timeZone,
      deviceClockAt: toIso(clockAt),
      serviceClockAt: toIso(now),
      deviceIsAheadByMs: clockAt - now,
      isChecked: false,
    },
  }
}
