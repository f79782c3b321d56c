import { expect, test } from 'vitest'
import { sharesOf, sumOf, type Filled } from './shares-of.ts'

const filled: Filled = { way: 'even', amount: 10_000, own: new Map(), withMe: false }
const amounts = (change: Partial<Filled>, ids = ['a', 'b', 'c']) =>
  sharesOf(ids, { ...filled, ...change })?.map(({ amount }) => amount)

test('a total is divided to the fen, and one’s own part is asked of nobody', () => {
  expect(amounts({})).toEqual([3_334, 3_333, 3_333])
  expect(sumOf(sharesOf(['a', 'b', 'c'], filled)!)).toBe(10_000)
  expect(amounts({ withMe: true })).toEqual([2_500, 2_500, 2_500])
  expect(amounts({ withMe: true, amount: 10_003 })).toEqual([2_501, 2_501, 2_501])
})

test('the same or their own for each, and nothing while something is missing', () => {
  expect(amounts({ way: 'same', amount: 500 })).toEqual([500, 500, 500])
  expect(
    amounts({
      way: 'own',
      own: new Map([
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ]),
    }),
  ).toEqual([1, 2, 3])
  expect(
    amounts({
      way: 'own',
      own: new Map([
        ['a', 1],
        ['b', null],
      ]),
    }),
  ).toBeUndefined()
  expect(amounts({ amount: null })).toBeUndefined()
  expect(amounts({ amount: 2 })).toBeUndefined()
  expect(amounts({}, [])).toBeUndefined()
})
