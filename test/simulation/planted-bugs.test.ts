/**
 * Bugs planted in the real code: each must be found by the auditor's comparison, not by a constraint or a crash.
 * A usual run plants two; `LAISEE_LONG=1` (npm run check:long) all of them.
 */

import { expect, test } from 'vitest'
import { catchBug, notPlantable, plantedBugs, seedsMax, type PlantedBug } from './planted-bugs.ts'

const always: readonly PlantedBug[] = ['double-credit', 'rejected-to-sender']
const asked = process.env.LAISEE_LONG === '1' ? plantedBugs : always

test('every bug can be planted in the code as it is', () => {
  expect(notPlantable(plantedBugs)).toEqual([])
}, 60_000)

test.each(asked)(
  `%s is caught by the auditor within ${seedsMax} seeds`,
  async (bug) => {
    const caught = await catchBug(bug)
    expect(caught?.differences.length).toBeGreaterThan(0)
    expect(caught!.differences.join('\n')).not.toContain('internal')
  },
  1_200_000,
)
