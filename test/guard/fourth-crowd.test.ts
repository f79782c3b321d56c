/** The default rules on the fourth crowd, whose author knew none of them. What came out the one time is kept as it came. */

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayProblem } from '../../packages/cli/replay/day.ts'
import { autumnOf } from './fourth-crowd.ts'
import { fourthSeed, measureFourth } from './fourth-measure.ts'

const longTest = test.runIf(process.env.LAISEE_LONG === '1')
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

test('the page says of the fourth crowd what was measured, line by line', () => {
  const page = read('../../docs/internals/guard.md')
  const measured = read('fourth-measured.txt').trimEnd()
  expect(measured.split('\n').length).toBeGreaterThan(30)
  expect(page).toContain(measured)
})

test('the fourth crowd sends thousands of times as it should, and 120 to 160 times as it should not', () => {
  const { day, slips, baits } = autumnOf(fourthSeed)
  expect(dayProblem(day)).toBeUndefined()
  const ordinary = day.sends.filter(({ id }) => !slips.has(id) && !baits.has(id))
  expect(ordinary.length).toBeGreaterThanOrEqual(3_000)
  expect(ordinary.length).toBeLessThanOrEqual(5_000)
  expect(day.sends.filter(({ mistake }) => mistake)).toHaveLength(slips.size)
  expect(slips.size).toBeGreaterThanOrEqual(120)
  expect(slips.size).toBeLessThanOrEqual(160)
})

longTest(
  'the fourth crowd is the same again, and is asked as often as the page says of the rules as they are',
  async () => {
    expect(autumnOf(fourthSeed).day).toEqual(autumnOf(fourthSeed).day)
    await expect(measureFourth()).toMatchFileSnapshot('fourth-again.txt')
  },
)
