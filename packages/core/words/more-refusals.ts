/** The refusals whose words have a file of their own each, beside those in zh.ts and en.ts. */

import { freezeRefusals } from './freeze-refusals.ts'
import { partsRefusals } from './parts-refusals.ts'
import { returnRefusals } from './return-refusals.ts'

export const moreRefusals = {
  zh: { ...partsRefusals.zh, ...returnRefusals.zh, ...freezeRefusals.zh },
  en: { ...partsRefusals.en, ...returnRefusals.en, ...freezeRefusals.en },
}
