/** The crowds' generators with other seeds: few are stopped, and what two clerks see is asked about. */

import { expect, test } from 'vitest'
import { measurePlaces, measureSeeds, withoutClerks } from './other-seeds.ts'

const longTest = test.runIf(process.env.LAISEE_LONG === '1')

longTest(
  'worlds nobody has looked at are asked as often as the page says',
  { timeout: 300_000 },
  async () => {
    await expect(measureSeeds(['eta', 'theta', 'iota'])).toMatchFileSnapshot('other-seeds.txt')
    await expect(measureSeeds(['kappa', 'lambda', 'mu'])).toMatchFileSnapshot('more-seeds.txt')
    await expect(measureSeeds(['nu', 'xi', 'omicron'], withoutClerks)).toMatchFileSnapshot('later-seeds.txt')
  },
)

longTest('and neighbourhoods as well', { timeout: 300_000 }, async () => {
  const seeds = Array.from({ length: 10 }, (_, i) => `street ${i + 1}`)
  await expect(measurePlaces(seeds)).toMatchFileSnapshot('other-places.txt')
})
