import { expect, test } from 'vitest'
import { commitSeed, provableShares, provableVersion } from '@laisee/core/provable.ts'
import { checkProof } from './check-proof.ts'

const seed = Uint8Array.from({ length: 32 }, (_, i) => i * 7)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const terms = { packetId: 'pkt_proof', total: 10_000n, count: 5, version: provableVersion }
const shares = provableShares({ ...terms, seed }).map(Number)
const proof = {
  ...terms,
  total: 10_000,
  commitment: hex(commitSeed({ ...terms, seed })),
  seed: hex(seed),
  shares: shares.slice(0, 3),
  returned: shares.slice(3).reduce((sum, share) => sum + share, 0),
}
const shown = { ...proof, shares: shares.slice(0, 3) }

test('a split that is as its seed gives it is verified, also where a part of it came back', () => {
  expect(checkProof(proof, shown)).toEqual({ ok: true, count: 3 })
})

test('a share that is one fen off is named by its number', () => {
  const altered = [shares[0]!, shares[1]! + 1, shares[2]!]
  const verdict = checkProof({ ...proof, shares: altered }, { ...shown, shares: altered })
  expect(verdict).toEqual({ ok: false, problem: 'share_differs', share: 2 })
})

test('a proof of other amounts than the page shows is not verified', () => {
  const altered = [shares[0]!, shares[1]! + 1, shares[2]!]
  expect(checkProof(proof, { ...shown, shares: altered })).toEqual({ ok: false, problem: 'shown_differs' })
})

test('a commitment other than the one shown before is not verified', () => {
  const other = { ...shown, commitment: '00'.repeat(32) }
  expect(checkProof(proof, other)).toEqual({ ok: false, problem: 'shown_differs' })
})

test('a seed that was changed does not match its commitment', () => {
  const changed = { ...proof, seed: hex(seed.map((byte) => byte ^ 1)) }
  expect(checkProof(changed, shown)).toEqual({ ok: false, problem: 'commitment_differs' })
})

test('a seed that is no seed at all is refused, not believed', () => {
  expect(checkProof({ ...proof, seed: 'zz' }, shown)).toMatchObject({ ok: false })
})
