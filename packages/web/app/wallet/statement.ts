/** A statement as it is read: by month, newest first, and by direction. Pure. */

import type { Entry } from './wallet-data.ts'

export type Direction = 'all' | 'in' | 'out'

export interface Month {
  /** `2026-11`, by the reader's own clock. */
  key: string
  /** A moment within it. */
  at: string
  entries: Entry[]
  /** What came in and went out, in fen; only where the whole month is loaded. */
  sums: { in: number; out: number } | null
}

function keyOf(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`
}

const goes: Record<Direction, (entry: Entry) => boolean> = {
  all: () => true,
  in: ({ amount }) => amount > 0,
  out: ({ amount }) => amount < 0,
}

function sumsOf(entries: readonly Entry[]): { in: number; out: number } {
  const sums = { in: 0, out: 0 }
  for (const { amount } of entries)
    if (amount > 0) sums.in += amount
    else sums.out -= amount
  return sums
}

/** The loaded entries by month. A month whose older lines may still come says no sums. */
export function monthsOf(entries: readonly Entry[], direction: Direction, isWhole: boolean): Month[] {
  const months = new Map<string, Entry[]>()
  for (const entry of entries) {
    const key = keyOf(entry.at)
    const month = months.get(key)
    if (month) month.push(entry)
    else months.set(key, [entry])
  }
  const lastKey = [...months.keys()].at(-1)
  return [...months]
    .map(([key, all]) => ({
      key,
      at: all[0]!.at,
      entries: all.filter(goes[direction]),
      sums: isWhole || key !== lastKey ? sumsOf(all) : null,
    }))
    .filter((month) => month.entries.length > 0)
}
