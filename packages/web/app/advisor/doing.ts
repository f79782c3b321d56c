/** A step in the reader's words, without what stands behind it. */

import type { Step } from '@laisee/core/advisor/plan.ts'
import { sayDoing } from '@laisee/core/words/advisor/step-words.ts'
import type { Reading } from '@laisee/core/words/words.ts'
import { languageNow } from '../words/i18n.ts'

/** How this reader reads moments. */
export const readingNow = (): Reading => ({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })

/** What to do, how, and what ends it. */
export function doingOf(step: Step): ReturnType<typeof sayDoing> {
  return sayDoing(step, languageNow(), readingNow())
}
