import { describe, expect, it } from 'vitest'
import { monthsOf } from './statement.ts'
import type { Entry } from './wallet-data.ts'

const entry = (entryNo: number, at: string, amount: number) => ({ entryNo, at, amount }) as Entry
const lines = [
  entry(4, '2026-11-22T04:00:00Z', 500),
  entry(3, '2026-11-02T04:00:00Z', -200),
  entry(2, '2026-10-20T04:00:00Z', -100),
  entry(1, '2026-10-10T04:00:00Z', 1_000),
]

describe('a statement', () => {
  it('is read by month, newest first, with what came in and went out', () => {
    const months = monthsOf(lines, 'all', true)
    expect(months.map(({ key, sums }) => [key, sums])).toEqual([
      ['2026-11', { in: 500, out: 200 }],
      ['2026-10', { in: 1_000, out: 100 }],
    ])
  })

  it('says no sums of a month whose older lines are not loaded yet', () => {
    expect(monthsOf(lines.slice(0, 3), 'all', false).map(({ sums }) => sums)).toEqual([
      { in: 500, out: 200 },
      null,
    ])
  })

  it('shows one direction alone, and the sums of the whole month with it', () => {
    const [november] = monthsOf(lines, 'out', true)
    expect(november).toMatchObject({ entries: [{ entryNo: 3 }], sums: { in: 500, out: 200 } })
    expect(monthsOf(lines.slice(0, 1), 'out', true)).toEqual([])
  })
})
