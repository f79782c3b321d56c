import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountMax } from './money.ts'
import { seededRandom, type Random } from './random.ts'
import { drawWechatShare, equalShare, splitAll, type LuckySplit } from './split.ts'

const lowest: Pick<Random, 'below'> = { below: () => 0n }
const highest: Pick<Random, 'below'> = { below: (exclusiveMax) => exclusiveMax - 1n }
const sumOf = (shares: readonly bigint[]) => shares.reduce((sum, share) => sum + share, 0n)

const wechat = (total: bigint, count: number, seed: string, floorTenths?: bigint): LuckySplit => {
  return { method: 'wechat', total, count, random: seededRandom(seed), floorTenths }
}

/** Any packet, often at an edge: one fen each, one share, 500 shares, the largest total. */
const anyPacket = fc
  .record({
    count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 500 })),
    above: fc.oneof(fc.bigInt(0n, 50n), fc.bigInt(0n, 10_000_000n), fc.bigInt(0n, amountMax - 500n)),
    seed: fc.string(),
  })
  .map(({ count, above, seed }) => ({ count, total: BigInt(count) + above, seed }))

describe('a share by the wechat method', () => {
  test.each([
    { case: 'a tenth to twice the mean', left: 10_000n, sharesLeft: 10, from: 100n, to: 2_000n },
    {
      case: 'no floor: one fen to twice the mean',
      left: 10_000n,
      sharesLeft: 10,
      floorTenths: 0n,
      from: 1n,
      to: 2_000n,
    },
    {
      case: 'a floor of half the mean',
      left: 10_000n,
      sharesLeft: 10,
      floorTenths: 5n,
      from: 500n,
      to: 2_000n,
    },
    {
      case: 'a floor of the whole mean',
      left: 10_000n,
      sharesLeft: 3,
      floorTenths: 10n,
      from: 3_333n,
      to: 6_666n,
    },
    { case: 'both ends rounded down', left: 1_999n, sharesLeft: 20, from: 9n, to: 199n },
    { case: 'a floor below one fen is one fen', left: 199n, sharesLeft: 20, from: 1n, to: 19n },
    { case: 'a mean below one and a half fen', left: 29n, sharesLeft: 20, from: 1n, to: 2n },
    { case: 'two left: one fen stays for the other', left: 100n, sharesLeft: 2, from: 5n, to: 99n },
    { case: 'three left: one fen stays for each', left: 4n, sharesLeft: 3, from: 1n, to: 2n },
    { case: 'one fen each', left: 500n, sharesLeft: 500, from: 1n, to: 1n },
    { case: 'the last takes the rest', left: 777n, sharesLeft: 1, from: 777n, to: 777n },
    { case: 'the last fen', left: 1n, sharesLeft: 1, from: 1n, to: 1n },
    {
      case: 'the largest total',
      left: amountMax,
      sharesLeft: 2,
      from: 450_359_962_737_049n,
      to: amountMax - 1n,
    },
  ])('$case: $left fen among $sharesLeft is $from to $to', ({ left, sharesLeft, floorTenths, from, to }) => {
    expect(drawWechatShare({ left, sharesLeft, floorTenths, random: lowest })).toBe(from)
    expect(drawWechatShare({ left, sharesLeft, floorTenths, random: highest })).toBe(to)
  })

  test('no share is likelier for being the most that one fen each allows', () => {
    const random = seededRandom('room')
    const counts = [0, 0, 0]
    for (let i = 0; i < 9_000; i++)
      counts[Number(drawWechatShare({ left: 4n, sharesLeft: 2, random })) - 1]! += 1
    for (const count of counts) expect(Math.abs(count - 3_000)).toBeLessThan(180)
  })

  test.each([
    { field: 'left', left: 4n, sharesLeft: 5 },
    { field: 'left', left: 0n, sharesLeft: 1 },
    { field: 'left', left: -1n, sharesLeft: 1 },
    { field: 'left', left: amountMax + 1n, sharesLeft: 1 },
    { field: 'sharesLeft', left: 100n, sharesLeft: 0 },
    { field: 'sharesLeft', left: 100n, sharesLeft: -2 },
    { field: 'sharesLeft', left: 100n, sharesLeft: 1.5 },
    { field: 'sharesLeft', left: 100n, sharesLeft: Number.NaN },
    { field: 'floorTenths', left: 100n, sharesLeft: 5, floorTenths: -1n },
    { field: 'floorTenths', left: 100n, sharesLeft: 5, floorTenths: 11n },
  ])('$field out of range is a bug: $left among $sharesLeft', ({ field, ...draw }) => {
    const drawing = () => drawWechatShare({ ...draw, random: lowest })
    expect(drawing).toThrow(RangeError)
    expect(drawing).toThrow(new RegExp(`^${field} is `))
  })
})

describe('a lucky packet', () => {
  test('gives out its total to the fen, at least one fen a share', () => {
    fc.assert(
      fc.property(anyPacket, fc.bigInt(0n, 10n), ({ total, count, seed }, floorTenths) => {
        const shares = splitAll(wechat(total, count, seed, floorTenths))
        expect(shares).toHaveLength(count)
        expect(sumOf(shares)).toBe(total)
        for (const share of shares) expect(share >= 1n).toBe(true)
      }),
    )
  })

  test('keeps each share between the floor and twice the remaining mean, and the last takes the rest', () => {
    fc.assert(
      fc.property(anyPacket, fc.bigInt(0n, 10n), ({ total, count, seed }, floorTenths) => {
        let left = total
        for (const [index, share] of splitAll(wechat(total, count, seed, floorTenths)).entries()) {
          const sharesLeft = BigInt(count - index)
          if (sharesLeft === 1n) expect(share).toBe(left)
          expect(share * sharesLeft <= 2n * left).toBe(true)
          expect((share + 1n) * sharesLeft * 10n > left * floorTenths).toBe(true)
          left -= share
        }
      }),
    )
  })

  test('R21: of 1.00 among 18 debits nobody', () => {
    for (let seed = 0; seed < 500; seed++) {
      const shares = splitAll(wechat(100n, 18, String(seed)))
      expect(shares).toHaveLength(18)
      expect(sumOf(shares)).toBe(100n)
      expect(shares.every((share) => share >= 1n)).toBe(true)
    }
  })

  test('of 500 shares and of the largest total comes out exact', () => {
    for (const total of [500n, 501n, 10_000_000n, amountMax]) {
      expect(sumOf(splitAll(wechat(total, 500, 'edge')))).toBe(total)
    }
    expect(splitAll(wechat(amountMax, 1, 'edge'))).toEqual([amountMax])
    expect(splitAll(wechat(500n, 500, 'edge'))).toEqual(new Array(500).fill(1n))
  })

  test('deals the same shares one claim at a time', () => {
    const random = seededRandom('one at a time')
    let left = 8_888n
    const shares = [8, 7, 6, 5, 4, 3, 2, 1].map((sharesLeft) => {
      const share = drawWechatShare({ left, sharesLeft, random })
      left -= share
      return share
    })
    expect(shares).toEqual(splitAll(wechat(8_888n, 8, 'one at a time')))
  })

  test.each([
    { field: 'total', total: 17n, count: 18 },
    { field: 'total', total: amountMax + 1n, count: 18 },
    { field: 'count', total: 100n, count: 0 },
    { field: 'count', total: 100n, count: 2.5 },
  ])('with $field out of range is a bug: $total among $count', ({ field, total, count }) => {
    const provable: LuckySplit = {
      method: 'provable',
      total,
      count,
      seed: new Uint8Array(32),
      packetId: 'pkt_1',
    }
    for (const split of [wechat(total, count, 'bug'), provable]) {
      expect(() => splitAll(split)).toThrow(RangeError)
      expect(() => splitAll(split)).toThrow(new RegExp(`^${field} is `))
    }
  })
})

describe('an equal packet', () => {
  test.each([
    { total: 100n, count: 1, share: 100n },
    { total: 100n, count: 20, share: 5n },
    { total: 500n, count: 500, share: 1n },
    { total: amountMax, count: 6361, share: amountMax / 6361n },
  ])('of $total among $count gives $share each', ({ total, count, share }) => {
    expect(equalShare(total, count)).toBe(share)
    expect(equalShare(total, count) * BigInt(count)).toBe(total)
  })

  test('never rounds: 1.00 among 18 is refused, not debited from the last', () => {
    expect(() => equalShare(100n, 18)).toThrow(/^total is not 18 equal shares/)
  })

  test.each([
    { field: 'total', total: 4n, count: 5 },
    { field: 'total', total: amountMax + 1n, count: 1 },
    { field: 'count', total: 4n, count: 0 },
  ])('with $field out of range is a bug', ({ field, total, count }) => {
    expect(() => equalShare(total, count)).toThrow(RangeError)
    expect(() => equalShare(total, count)).toThrow(new RegExp(`^${field} is `))
  })
})
