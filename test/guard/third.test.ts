/** The default rules on a crowd that no rule was made with. What came out the one time is kept as it came. */

import { describe, expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { measureThird, thirdSeeds, yearOf } from './third-measure.ts'

const longTest = test.runIf(process.env.LAISEE_LONG === '1')

describe('a third crowd, whose year no rule was made with', () => {
  const years = thirdSeeds.map((seed) => yearOf(seed))

  test('sends more than two thousand times as is ordinary, and more than 120 times by mistake', () => {
    expect(years.map(({ day }) => dayProblem(day))).toEqual(thirdSeeds.map(() => undefined))
    const sends = years.flatMap(({ day }) => day.sends)
    const marked = sends.filter(({ mistake }) => mistake)
    expect(sends.length - marked.length).toBeGreaterThan(2_000)
    expect(marked.length).toBeGreaterThanOrEqual(120)
    expect(years.flatMap(({ cases }) => [...cases])).toHaveLength(marked.length)
  })

  test('is the same again from the same seed', () => {
    expect(yearOf(thirdSeeds[0]!)).toEqual(years[0])
  })

  longTest('is asked as often, and its mistakes are seen as often, as when it was measured', async () => {
    await expect(measureThird()).toMatchFileSnapshot('third-again.txt')
  })
})
