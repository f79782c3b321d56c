/** The refusals whose words have a file of their own each, beside those in zh.ts and en.ts. */

import { disputeRefusals } from './dispute-refusals.ts'
import { freezeRefusals } from './freeze-refusals.ts'
import { partsRefusals } from './parts-refusals.ts'
import { collectionRefusals } from './collection-refusals.ts'
import { returnRefusals } from './return-refusals.ts'

export const moreRefusals = {
  zh: {
    ...partsRefusals.zh,
    ...returnRefusals.zh,
    ...collectionRefusals.zh,
    ...freezeRefusals.zh,
    ...disputeRefusals.zh,
  },
  en: {
    ...partsRefusals.en,
    ...returnRefusals.en,
    ...collectionRefusals.en,
    ...freezeRefusals.en,
    ...disputeRefusals.en,
  },
}
