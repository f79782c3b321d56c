import { expect, test } from 'vitest'
import { receiptOf } from './receipt.ts'

const noon = Date.parse('2026-02-16T12:00:00Z')
const claim = (shareNo: number, amount: number, seconds: number) => ({
  memberId: `mem_${shareNo}`,
  shareNo,
  amount,
  at: new Date(noon + seconds * 1_000).toISOString(),
})
const recall = { result: 'PECR' as const, returned: 9_120, claims: [claim(1, 500, -90), claim(2, 880, -3)] }

test('a share claimed just before the recall is told as a race that was lost, with by how much', () => {
  expect(receiptOf(recall, 1, noon).late).toEqual({ seconds: 3, claims: [claim(2, 880, -3)], amount: 880 })
})

test('a share the sender had seen claimed is no race', () => {
  expect(receiptOf(recall, 2, noon).late).toBeUndefined()
})

test('a recall that took nothing back says so, and not that it was late', () => {
  const rejected = { ...recall, result: 'RJCR' as const, returned: 0 }
  expect(receiptOf(rejected, 1, noon)).toMatchObject({ result: 'RJCR', returned: 0, late: undefined })
})
