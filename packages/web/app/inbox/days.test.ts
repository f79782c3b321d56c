import { expect, it } from 'vitest'
import { daysOf } from './days.ts'

const at = (day: number, hour: number) => ({ at: new Date(2026, 10, day, hour).toISOString() })

it('notices of one day stand together, in the order they came', () => {
  const [late, noon, early, before] = [at(22, 21), at(22, 12), at(22, 0), at(21, 23)]
  expect(daysOf([late, noon, early, before])).toEqual([
    { key: '2026-11-22', at: late.at, notices: [late, noon, early] },
    { key: '2026-11-21', at: before.at, notices: [before] },
  ])
})

it('an inbox without notices has no days', () => {
  expect(daysOf([])).toEqual([])
})
