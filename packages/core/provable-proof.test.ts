import { describe, expect, test } from 'vitest'
import {
  commitSeed,
  provableShares,
  verifyProvable,
  type ProvableProblem,
  type ProvableProof,
} from './provable.ts'

const packetId = 'pkt_01jz9m3k8q2v5x7c4b6n0d1f3g'
const seed = Uint8Array.from({ length: 32 }, (_, i) => i)
const flipped = (bytes: Uint8Array, at: number, bit: number) =>
  bytes.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte))

describe('a proof', () => {
  const terms = { packetId, total: 10_000n, count: 10, version: 1 }
  // The commitment is made and shown before anyone claims; the seed comes out when the packet closes.
  const commitment = commitSeed({ ...terms, seed })
  const shares = provableShares({ ...terms, seed })
  const proof: ProvableProof = { ...terms, seed, commitment, shares }

  const problemOf = (change: Partial<ProvableProof>): ProvableProblem | 'none' => {
    const verdict = verifyProvable({ ...proof, ...change })
    return verdict.ok ? 'none' : verdict.problem
  }

  test('of a packet claimed to the last share holds', () => {
    expect(verifyProvable(proof)).toEqual({ ok: true })
  })

  test('of a packet closed early holds with what went back, and with nothing else', () => {
    for (let claimed = 0; claimed < shares.length; claimed++) {
      const early = shares.slice(0, claimed)
      const returned = shares.slice(claimed).reduce((sum, share) => sum + share, 0n)
      expect(problemOf({ shares: early, returned })).toBe('none')
      expect(problemOf({ shares: early })).toBe('sum_differs')
      expect(problemOf({ shares: early, returned: returned - 1n })).toBe('sum_differs')
    }
    expect(problemOf({ returned: 1n })).toBe('sum_differs')
  })

  test('fails when any bit of the seed or of the commitment is flipped', () => {
    for (let at = 0; at < 32; at++) {
      for (let bit = 0; bit < 8; bit++) {
        expect(problemOf({ seed: flipped(seed, at, bit) })).toBe('commitment_differs')
        expect(problemOf({ commitment: flipped(commitment, at, bit) })).toBe('commitment_differs')
      }
    }
  })

  test('fails when any share is changed, and says which', () => {
    for (const [index, share] of shares.entries()) {
      for (const other of [share + 1n, share - 1n, share ^ 256n, 0n, -share]) {
        expect(verifyProvable({ ...proof, shares: shares.with(index, other) })).toEqual({
          ok: false,
          problem: 'share_differs',
          index,
        })
      }
    }
  })

  test('fails when two shares change places, though the sum is right', () => {
    const swapped = shares.with(2, shares[3]!).with(3, shares[2]!)
    expect(verifyProvable({ ...proof, shares: swapped })).toEqual({
      ok: false,
      problem: 'share_differs',
      index: 2,
    })
  })

  test('fails when any character of the packet id is changed', () => {
    for (let at = 0; at < packetId.length; at++) {
      const other = packetId.slice(0, at) + (packetId[at] === 'z' ? 'y' : 'z') + packetId.slice(at + 1)
      expect(problemOf({ packetId: other })).toBe('commitment_differs')
    }
  })

  test.each<{ case: string; change: Partial<ProvableProof>; problem: ProvableProblem }>([
    { case: 'another version', change: { version: 2 }, problem: 'version_unknown' },
    { case: 'a total a fen higher', change: { total: 10_001n }, problem: 'commitment_differs' },
    { case: 'a total a fen lower', change: { total: 9_999n }, problem: 'commitment_differs' },
    { case: 'one share more in the terms', change: { count: 11 }, problem: 'commitment_differs' },
    { case: 'one share fewer in the terms', change: { count: 9 }, problem: 'commitment_differs' },
    {
      case: 'a shortened packet id',
      change: { packetId: packetId.slice(0, -1) },
      problem: 'commitment_differs',
    },
    { case: 'no packet id', change: { packetId: '' }, problem: 'terms_out_of_range' },
    { case: 'more shares than fen', change: { count: 10_001 }, problem: 'terms_out_of_range' },
    { case: 'a negative total', change: { total: -10_000n }, problem: 'terms_out_of_range' },
    { case: 'a seed cut short', change: { seed: seed.slice(1) }, problem: 'terms_out_of_range' },
    {
      case: 'a commitment cut short',
      change: { commitment: commitment.slice(1) },
      problem: 'commitment_differs',
    },
    {
      case: 'a longer commitment',
      change: { commitment: new Uint8Array([...commitment, 0]) },
      problem: 'commitment_differs',
    },
    { case: 'no commitment', change: { commitment: new Uint8Array(0) }, problem: 'commitment_differs' },
    { case: 'an eleventh share', change: { shares: [...shares, 0n] }, problem: 'too_many_shares' },
    { case: 'no share', change: { shares: [] }, problem: 'sum_differs' },
  ])('fails with $case', ({ change, problem }) => {
    expect(problemOf(change)).toBe(problem)
  })

  test('R25: fails for a seed chosen after the commitment, whatever shares it deals', () => {
    const chosen = new Uint8Array(32).fill(9)
    const better = provableShares({ ...terms, seed: chosen })
    expect(problemOf({ seed: chosen, shares: better })).toBe('commitment_differs')
  })
})
