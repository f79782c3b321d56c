import { expect, test } from 'vitest'
import { equalSums, partsOf, readOwnParts, withRest, withSum } from './own-parts.ts'
import { freshTransfer } from './transfer-form.ts'
import { readWay } from './ways.ts'

const own = (sums: string, count = 3) => readOwnParts({ split: 'own', sums }, 100_000n, count)

test('sums of one’s own begin with equal ones and make the total to the fen', () => {
  expect(equalSums(100_000n, 3)).toBe('333.34\n333.33\n333.33')
  expect(partsOf(own('600\n399.99\n0.01'))).toEqual([60_000n, 39_999n, 1n])
})

test.each([
  ['600\n300\n', 10_000n, 'parts_not_the_total'],
  ['600\n400\n0', 0n, 'parts_not_the_total'],
  ['600\n300\n100.01', -1n, 'parts_not_the_total'],
  ['600\n300.001\n100', 30_000n, 'too_fine'],
  ['六百\n300\n100', 60_000n, 'not_a_number'],
])('%j are no parts of ¥1,000', (sums, left, code) => {
  expect(own(sums).left).toBe(left)
  expect(partsOf(own(sums))).toMatchObject({ field: 'parts', code })
})

test('what is missing goes into the last part that is empty', () => {
  expect(withRest('600\n\n', own('600\n\n'))).toBe('600\n\n400.00')
  expect(withRest('600\n300\n100', own('600\n300\n100'))).toBeUndefined()
  expect(withRest('600\n500\n', own('600\n500\n'))).toBeUndefined()
  expect(withSum('600', 2, '1')).toBe('600\n\n1')
})

test('a part more or less keeps what was typed for the others', () => {
  const draft = { ...freshTransfer, way: 'split', split: 'own', sums: '600\n300\n100', parts: '2' }
  expect(readWay(draft, 90_000n).parts).toEqual([60_000n, 30_000n])
  expect(readWay({ ...draft, parts: '3' }, 100_000n).parts).toEqual([60_000n, 30_000n, 10_000n])
  expect(readWay({ ...draft, parts: '4' }, 100_000n).own?.texts).toEqual(['600', '300', '100', ''])
  expect(readWay({ ...draft, split: '' }, 90_000n).parts).toEqual([45_000n, 45_000n])
})
