import { expect, it } from 'vitest'
import { MalformedJsonError, parseJson } from './json.ts'

const amountIn = (source: string) =>
  (parseJson(Buffer.from(`{"amount":${source}}`)) as { amount: number }).amount

it.each([
  ['10', 10],
  ['10.0', 10],
  ['1e3', 1_000],
  ['1200e-2', 12],
  ['0.0', 0],
  ['-5.00', -5],
  ['9007199254740991.0', 9_007_199_254_740_991],
])('an amount written as %s is taken by its value', (source, value) => {
  expect(amountIn(source)).toBe(value)
})

it.each(['9007199254740991.4', '5.00000000000000000001', '1e-400', '12001e-4000'])(
  'an amount written as %s is no whole number, however it would round',
  (source) => {
    expect(amountIn(source)).toBeNaN()
  },
)

it('a number as long as a body may be is judged at once, so that nobody can hold up everyone else with it', () => {
  const zeros = 64_000
  const begun = performance.now()
  expect(amountIn(`1${'0'.repeat(zeros)}1e-${zeros}`)).toBeNaN()
  expect(amountIn(`1${'0'.repeat(zeros)}e-${zeros}`)).toBe(1)
  expect(performance.now() - begun).toBeLessThan(2_000)
})

it('a body nested deeper than can be read is malformed', () => {
  const deep = `${'['.repeat(30_000)}1.0${']'.repeat(30_000)}`
  expect(() => parseJson(Buffer.from(deep))).toThrow(MalformedJsonError)
})
