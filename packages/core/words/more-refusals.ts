/** The refusals whose words have a file of their own each, beside those in zh.ts and en.ts. */

import { partsRefusals } from './parts-refusals.ts'
import { collectionRefusals } from './collection-refusals.ts'
import { policyRefusals } from './policy-refusals.ts'
import { returnRefusals } from './return-refusals.ts'

export const moreRefusals = {
  zh: {
    ...policyRefusals.zh,
    ...returnRefusals.zh,
    ...collectionRefusals.zh,
    ...partsRefusals.zh,
  },
  en: {
    ...policyRefusals.en,
    ...returnRefusals.en,
    ...collectionRefusals.en,
    ...partsRefusals.en,
  },
}
