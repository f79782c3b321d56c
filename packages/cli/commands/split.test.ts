import { describe, expect, test } from 'vitest'
import { idFromBytes } from '@laisee/core/ids.ts'
import { provableSeedBytes } from '@laisee/core/provable.ts'
import { seededRandom } from '@laisee/core/random.ts'
import { splitAll } from '@laisee/core/split.ts'
import { laisee, laiseeHere } from '../testing/run-laisee.ts'

interface Splits {
  splits: { shares: number[] }[]
}

async function splitsOf(...words: string[]): Promise<number[][]> {
  const { status, out, err } = await laisee(['split', '--json', ...words])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toMatch(/^\{"splits":\[\{"shares":\[[\d,]+\]\}.*\]\}\n$/)
  return (JSON.parse(out) as Splits).splits.map(({ shares }) => shares)
}

describe.each(['wechat', 'provable'])('laisee split --method %s', (method) => {
  test('gives every share at least one fen and all of them the total', async () => {
    const splits = await splitsOf('--method', method, '--total', '1234', '--count', '50', '--times', '40')
    expect(splits).toHaveLength(40)
    for (const shares of splits) {
      expect(shares).toHaveLength(50)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(1)
      expect(shares.reduce((sum, share) => sum + share)).toBe(1234)
    }
  })

  test('says the same for the same seed, and something else for another', async () => {
    const words = ['--method', method, '--total', '99999', '--count', '9', '--times', '3']
    const once = await splitsOf(...words, '--seed', 'spring')
    expect(await splitsOf(...words, '--seed', 'spring')).toEqual(once)
    expect(await splitsOf(...words, '--seed', 'autumn')).not.toEqual(once)
    expect(await splitsOf(...words)).not.toEqual(once)
    expect(new Set(once.map(String)).size).toBe(3)
  })

  test('splits the largest total the API carries to the fen', async () => {
    const [shares] = await splitsOf('--method', method, '--total', '9007199254740991', '--count', '3')
    expect(shares!.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(9_007_199_254_740_991n)
  })
})

describe('laisee split', () => {
  test('deals exactly what the rules of core deal', async () => {
    const random = seededRandom('7')
    const wechat = splitAll({ method: 'wechat', total: 5_000n, count: 7, random })
    expect(await splitsOf('--method', 'wechat', '--total', '5000', '--count', '7', '--seed', '7')).toEqual([
      wechat.map(Number),
    ])
    const other = seededRandom('7')
    const seed = other.bytes(provableSeedBytes)
    const packetId = idFromBytes('packet', other.bytes(16))
    const provable = splitAll({ method: 'provable', total: 5_000n, count: 7, seed, packetId })
    expect(await splitsOf('--method', 'provable', '--total', '5000', '--count', '7', '--seed', '7')).toEqual([
      provable.map(Number),
    ])
  })

  test('prints a split a line where no JSON is asked for', async () => {
    const { out } = await laisee([
      'split',
      '--method',
      'wechat',
      '--total',
      '2',
      '--count',
      '2',
      '--times',
      '2',
    ])
    expect(out).toBe('1 1\n1 1\n')
  })

  test.each([
    [{ method: 'wechta' }, '--method must be wechat or provable, not "wechta"'],
    [{ method: undefined }, '--method is missing'],
    [{ total: undefined }, '--total is missing'],
    [{ total: '' }, '--total is missing'],
    [{ total: '0' }, '--total must be a whole number'],
    [{ total: '-5' }, '--total must be a whole number'],
    [{ total: '1.5' }, '--total must be a whole number'],
    [{ total: '1e3' }, '--total must be a whole number'],
    [{ total: '9007199254740992' }, '--total must be a whole number'],
    [{ total: '4' }, '--total must be at least --count'],
    [{ count: undefined }, '--count is missing'],
    [{ count: '0' }, '--count must be a whole number'],
    [{ count: 'five' }, '--count must be a whole number'],
    [{ times: '0' }, '--times must be a whole number'],
    [{ times: '2.0' }, '--times must be a whole number'],
    [{ seed: '' }, '--seed is empty'],
  ])('names the option at fault: %j', async (fault, message) => {
    const asked: Record<string, string | undefined> = { method: 'wechat', total: '100', count: '5', ...fault }
    const words = Object.entries(asked).flatMap(([name, text]) =>
      text === undefined ? [] : [`--${name}=${text}`],
    )
    const { status, out, err } = await laiseeHere(['split', '--json', ...words])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(`laisee split: ${message}`)
  })
})
