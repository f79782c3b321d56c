import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomFromBytes, seededRandom, uniformBelow } from './random.ts'

const span = 1n << 64n

/** What a seed must give, from the description alone: SHA-256 of "seed,1", "seed,2", … in a row. */
function streamOf(seed: string, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let k = 1; k * 32 < length + 32; k++) blocks.push(createHash('sha256').update(`${seed},${k}`).digest())
  return Buffer.concat(blocks).subarray(0, length)
}

function chiSquare(counts: readonly number[]): number {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0)
}

/** Four standard deviations above what chance alone gives: passed unless the draw is skewed. */
const chiSquareMax = (buckets: number) => buckets - 1 + 4 * Math.sqrt(2 * (buckets - 1))

test('a seed gives the stream anyone can recompute with SHA-256', () => {
  const random = seededRandom('新年快乐')
  const taken = [1, 7, 0, 32, 1000, 60, 2000].map((n) => random.bytes(n))
  expect(Buffer.concat(taken)).toEqual(streamOf('新年快乐', 3100))
  expect(Buffer.from(seededRandom('seed').bytes(32)).toString('hex')).toBe(
    'd0e8af7aaf5b6d1668b4be5d6fdeb9a3d17399b9e1b6d5de84407f1558154a42',
  )
})

test('a draw takes the next eight bytes, highest first, also across the edge of the pool', () => {
  const stream = streamOf('42', 2048)
  for (const skipped of [0, 3, 1016, 1017, 1020, 1023, 1024]) {
    const random = seededRandom(42n)
    random.bytes(skipped)
    expect(random.below(span)).toBe(stream.readBigUInt64BE(skipped))
    expect(random.below(span)).toBe(stream.readBigUInt64BE(skipped + 8))
  }
})

test('the same seed gives the same day again, another seed another', () => {
  const draws = (seed: string | bigint) => {
    const random = seededRandom(seed)
    return Array.from({ length: 300 }, () => random.below(1_000_000n))
  }
  expect(draws('7')).toEqual(draws(7n))
  expect(draws('7')).not.toEqual(draws('8'))
})

test('bytes once given stay as they are', () => {
  const random = seededRandom('kept')
  const first = random.bytes(16)
  const copy = Uint8Array.from(first)
  random.bytes(5000)
  expect(first).toEqual(copy)
})

test('a source is asked rarely, and only for bytes that are used', () => {
  let asked = 0
  const random = randomFromBytes((count) => {
    asked += count
    return Buffer.alloc(count, 0x80)
  })
  for (let i = 0; i < 128; i++) random.below(20_000n)
  expect(asked).toBe(1024)
})

test.each([
  // 2^64 mod 10 = 6: the six highest words belong to an incomplete run and are thrown away.
  { exclusiveMax: 10n, words: [span - 7n], drawn: 9n },
  { exclusiveMax: 10n, words: [span - 6n, 4n], drawn: 4n },
  { exclusiveMax: 10n, words: [span - 1n, span - 3n, 25n], drawn: 5n },
  { exclusiveMax: 1n, words: [span - 1n], drawn: 0n },
  { exclusiveMax: 1n << 32n, words: [span - 1n], drawn: (1n << 32n) - 1n },
  { exclusiveMax: (1n << 63n) + 1n, words: [(1n << 63n) + 1n, 1n << 63n], drawn: 1n << 63n },
  { exclusiveMax: span, words: [span - 1n], drawn: span - 1n },
])('a draw below $exclusiveMax from $words is $drawn', ({ exclusiveMax, words, drawn }) => {
  let used = 0
  expect(uniformBelow(() => words[used++]!, exclusiveMax)).toBe(drawn)
  expect(used).toBe(words.length)
})

test('a word is kept exactly when its whole run fits below 2^64', () => {
  const word = fc.bigInt({ min: 0n, max: span - 1n })
  const near = fc.bigInt({ min: 0n, max: 20n }).map((n) => span - 1n - n)
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: span }), fc.oneof(word, near), (exclusiveMax, first) => {
      let used = 0
      const drawn = uniformBelow(() => (used++ === 0 ? first : 0n), exclusiveMax)
      const kept = first < span - (span % exclusiveMax)
      expect(used).toBe(kept ? 1 : 2)
      expect(drawn).toBe(kept ? first % exclusiveMax : 0n)
    }),
  )
})

test.each([2, 3, 7, 10, 100, 199])('every number below %i comes equally often', (buckets) => {
  const random = seededRandom(`uniform below ${buckets}`)
  const counts = new Array<number>(buckets).fill(0)
  for (let i = 0; i < 40_000; i++) counts[Number(random.below(BigInt(buckets)))]! += 1
  expect(chiSquare(counts)).toBeLessThan(chiSquareMax(buckets))
})

test('a large bound has no modulo bias', () => {
  // A bare remainder would draw the lowest third of 3 · 2^62 twice as often as the others.
  const random = seededRandom('bias')
  const counts = [0, 0, 0]
  for (let i = 0; i < 30_000; i++) counts[Number(random.below(3n << 62n) >> 62n)]! += 1
  expect(chiSquare(counts)).toBeLessThan(chiSquareMax(3))
})

test.each([0n, -1n, span + 1n])('a draw below %s is a bug', (exclusiveMax) => {
  expect(() => seededRandom('bug').below(exclusiveMax)).toThrow(RangeError)
})

test.each([-1, 1.5, Number.NaN])('%s bytes are a bug', (n) => {
  expect(() => seededRandom('bug').bytes(n)).toThrow(RangeError)
})
