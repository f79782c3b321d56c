/** Tests that only the long run has (`LAISEE_LONG=1`, npm run check:long): a usual run has one like each of them already. */

import { test } from 'vitest'

/** `test` in the long run; left out of a usual one. */
export const longTest = test.runIf(process.env.LAISEE_LONG === '1')
