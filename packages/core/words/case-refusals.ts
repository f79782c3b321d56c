/** What is said where a freeze, a dispute or a document is refused, in the order of the registry. */

import { disputeRefusals } from './dispute-refusals.ts'
import { freezeRefusals } from './freeze-refusals.ts'

export const caseRefusals = {
  zh: { ...freezeRefusals.zh, ...disputeRefusals.zh },
  en: { ...freezeRefusals.en, ...disputeRefusals.en },
}
