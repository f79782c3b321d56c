import { expect, test } from 'vitest'
import { freshTransfer } from './transfer-form.ts'
import { readWay, wayOf, waysFor } from './ways.ts'

const draft = { ...freshTransfer, amount: '1000' }

test('a little first is one yuan and a day, until something else is filled in', () => {
  expect(readWay({ ...draft, way: 'ladder' }, 100_000n)).toMatchObject({
    problems: [],
    ladder: { first: 100n, acknowledgeWithinS: 86_400 },
  })
})

test.each([
  ['100000', 'ladder_first_out_of_bounds'],
  ['1000', 'ladder_first_out_of_bounds'],
  ['', 'first_missing'],
  ['0', 'ladder_first_out_of_bounds'],
  ['1.234', 'too_fine'],
])('what is tried first cannot be %j of ¥1,000', (first, code) => {
  const { problems, ladder } = readWay({ ...draft, way: 'ladder', first }, 100_000n)
  expect(problems).toMatchObject([{ field: 'first', code }])
  expect(ladder).toBeUndefined()
})

test('parts are as equal as fen allow, from 2 to 20 of them', () => {
  const parts = (count: string, amount = 1_000n) => readWay({ ...draft, way: 'split', parts: count }, amount)
  expect(parts('3').parts).toEqual([334n, 333n, 333n])
  for (const count of ['1', '21', '2.5', ''])
    expect(parts(count).problems).toMatchObject([{ field: 'parts', code: 'part_count_out_of_bounds' }])
  expect(parts('3', 2n).problems).toHaveLength(1)
})

test('a plan is paid from one’s own wallet alone', () => {
  expect(waysFor(draft)).toContain('split')
  expect(wayOf({ ...draft, way: 'split', onBehalfOf: 'org_1' })).toBe('once')
  expect(wayOf({ ...draft, way: 'ladder', paidFrom: 'fam_1' })).toBe('ladder')
})
