import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountMax } from './money.ts'
import { commitSeed, provableShare, provableShares } from './provable.ts'
import { seededRandom } from './random.ts'
import { splitAll } from './split.ts'

const packetId = 'pkt_01jz9m3k8q2v5x7c4b6n0d1f3g'
const seed = Uint8Array.from({ length: 32 }, (_, i) => i)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** Fixed for ever: version 1 of the rules, computed by a separate program in another language. */
const vectors = [
  {
    case: 'ten shares',
    packetId,
    seed,
    total: 10_000n,
    commitment: '66e091f30abc240066b7b874f08b83411056b613f26ff3f65eaf045137470b2e',
    shares: [1717n, 1518n, 470n, 341n, 1353n, 92n, 247n, 1706n, 2275n, 281n],
  },
  {
    case: '1.00 among 18',
    packetId,
    seed,
    total: 100n,
    commitment: 'f8f3b493fea1595492968e80f9697fdcd34c5ff13849aa850d9db67d55881049',
    shares: [3n, 10n, 4n, 8n, 3n, 5n, 7n, 7n, 10n, 4n, 6n, 6n, 4n, 7n, 1n, 1n, 5n, 9n],
  },
  {
    case: 'one share',
    packetId,
    seed,
    total: 1n,
    commitment: '21e6619d44fba5bb3a8f014da001b2eb709eac8b7a821d111bacf2b463190250',
    shares: [1n],
  },
  {
    case: 'an id in Chinese',
    packetId: '红包-1',
    seed: new Uint8Array(32).fill(0xff),
    total: 52_000n,
    commitment: 'a586ddf79708f5dee4c9ca66bed108645f392db2c4bfad261e0bbeb68a442eeb',
    shares: [19183n, 9819n, 5243n, 14948n, 2807n],
  },
  {
    case: 'the largest total, its second share drawn again to avoid bias',
    packetId,
    seed: Uint8Array.from(Buffer.from((1710).toString(16).padStart(64, '0'), 'hex')),
    total: amountMax,
    commitment: 'f5dcc3439eec11dab87962efeca3c5c9a00d4d85715f6f36b027750cf815255e',
    shares: [2359426485726556n, 4710581605023729n, 1937191163990706n],
  },
]

const sized = (bytes: Uint8Array) => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** The commitment again, from its description alone and by another implementation. */
function commitAgain(id: string, total: bigint, count: number, ofSeed: Uint8Array): string {
  const numbers = Buffer.alloc(12)
  numbers.writeBigUInt64BE(total)
  numbers.writeUInt32BE(count, 8)
  const domain = sized(Buffer.from('laisee provable split: commitment'))
  const hash = createHash('sha256')
    .update(domain)
    .update(Buffer.from([0, 0, 0, 1]))
  return hash
    .update(sized(Buffer.from(id)))
    .update(numbers)
    .update(sized(ofSeed))
    .digest('hex')
}

/** Every share again, likewise. */
function sharesAgain(id: string, total: bigint, count: number, ofSeed: Uint8Array): bigint[] {
  const shares: bigint[] = []
  let left = total
  for (let i = 0; i < count - 1; i++) {
    const n = BigInt(count - i)
    const most = [(2n * left) / n, left - (n - 1n)].reduce((a, b) => (a < b ? a : b))
    let word = 2n ** 64n
    for (let retry = 0; word >= 2n ** 64n - (2n ** 64n % most); retry++) {
      const tail = Buffer.alloc(8)
      tail.writeUInt32BE(i)
      tail.writeUInt32BE(retry, 4)
      const mac = createHmac('sha256', ofSeed).update(sized(Buffer.from('laisee provable split: share')))
      word = mac
        .update(sized(Buffer.from(id)))
        .update(tail)
        .digest()
        .readBigUInt64BE()
    }
    const drawn = (word % most) + 1n
    const floor = left / (10n * n)
    shares.push(drawn > floor ? drawn : floor)
    left -= shares.at(-1)!
  }
  return [...shares, left]
}

const anyPacket = fc.record({
  packetId: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  seed: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  count: fc.integer({ min: 1, max: 24 }),
  above: fc.oneof(fc.bigInt(0n, 40n), fc.bigInt(0n, 500_000n), fc.bigInt(0n, amountMax - 24n)),
})

describe('a provable packet', () => {
  test.each(vectors)(
    'has shares and a commitment fixed for ever: $case',
    ({ commitment, shares, ...packet }) => {
      const count = shares.length
      expect(hex(commitSeed({ ...packet, count, version: 1 }))).toBe(commitment)
      expect(provableShares({ ...packet, count })).toEqual(shares)
      expect(splitAll({ method: 'provable', ...packet, count })).toEqual(shares)
    },
  )

  test('comes out the same when recomputed independently, to the fen and one fen at least each', () => {
    fc.assert(
      fc.property(anyPacket, ({ count, above, ...packet }) => {
        const total = BigInt(count) + above
        const shares = provableShares({ ...packet, total, count })
        expect(shares).toEqual(sharesAgain(packet.packetId, total, count, packet.seed))
        expect(hex(commitSeed({ ...packet, total, count, version: 1 }))).toBe(
          commitAgain(packet.packetId, total, count, packet.seed),
        )
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(total)
        expect(shares.every((share) => share >= 1n)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('deals the same shares one claim at a time', () => {
    fc.assert(
      fc.property(anyPacket, ({ count, above, ...packet }) => {
        let left = BigInt(count) + above
        for (const [index, share] of provableShares({ ...packet, total: left, count }).entries()) {
          expect(provableShare({ ...packet, index, left, sharesLeft: count - index })).toBe(share)
          left -= share
        }
      }),
      { numRuns: 40 },
    )
  })

  test('feels like the wechat method: within the cap, and one share in twenty on the floor', () => {
    const random = seededRandom('provable feel')
    let onFloor = 0
    for (let packet = 0; packet < 300; packet++) {
      let left = 10_000n
      const shares = provableShares({ packetId, seed: random.bytes(32), total: left, count: 10 })
      for (const [index, share] of shares.slice(0, -1).entries()) {
        const sharesLeft = BigInt(10 - index)
        expect(share * sharesLeft <= 2n * left).toBe(true)
        if (share === left / (sharesLeft * 10n)) onFloor += 1
        left -= share
      }
    }
    expect(Math.abs(onFloor / 2_700 - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 2_700))
  })

  test.each<{ field: string; change: Partial<Parameters<typeof commitSeed>[0]> }>([
    { field: 'version', change: { version: 0 } },
    { field: 'version', change: { version: 2 } },
    { field: 'total', change: { total: 9n } },
    { field: 'total', change: { total: amountMax + 1n } },
    { field: 'count', change: { count: 0 } },
    { field: 'count', change: { count: 2 ** 32, total: amountMax } },
    { field: 'seed', change: { seed: new Uint8Array(31) } },
    { field: 'packetId', change: { packetId: '' } },
    { field: 'packetId', change: { packetId: 'pkt_\ud800' } },
  ])('cannot be committed to with $field out of range', ({ field, change }) => {
    const commit = () => commitSeed({ packetId, seed, total: 10_000n, count: 10, version: 1, ...change })
    expect(commit).toThrow(RangeError)
    expect(commit).toThrow(new RegExp(`^${field} is `))
  })

  test.each<{ field: string; change: Partial<Parameters<typeof provableShare>[0]> }>([
    { field: 'left', change: { left: 9n } },
    { field: 'sharesLeft', change: { sharesLeft: 0 } },
    { field: 'index', change: { index: -1 } },
    { field: 'index', change: { index: 0.5 } },
    { field: 'index', change: { index: 2 ** 32 } },
    { field: 'seed', change: { seed: new Uint8Array(33) } },
    { field: 'packetId', change: { packetId: '' } },
  ])('cannot be dealt with $field out of range', ({ field, change }) => {
    const deal = () => provableShare({ packetId, seed, index: 0, left: 10_000n, sharesLeft: 10, ...change })
    expect(deal).toThrow(RangeError)
    expect(deal).toThrow(new RegExp(`^${field} is `))
  })
})
