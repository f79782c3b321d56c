/** What a device says of itself, for a pack. */

import { toIso } from '@laisee/core/instant.ts'
import { deviceNow } from '../data/service-time.ts'

/**
 * What this device says of itself, for a pack. Its clock is its own here, and not the service's: the difference between
 * the two is what is told.
 */
export function deviceSays(): { userAgent: string; language: string; timeZone: string; clockAt: string } {
  return {
    userAgent: navigator.userAgent.slice(0, 400),
    language: navigator.language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    clockAt: toIso(deviceNow()),
  }
}
