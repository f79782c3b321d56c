import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitSeed, provableShares, provableVersion } from '@laisee/core/provable.ts'
import { laisee, laiseeHere } from '../testing/run-laisee.ts'

const packetId = 'pkt_01kaq2v7e5f8x9y3w6s4t2r1q0'
const seed = new Uint8Array(32).fill(9)
const dealt = provableShares({ packetId, total: 1_000n, count: 5, seed }).map(Number)
const claimed = dealt.slice(0, 3)
const proof = {
  packetId,
  version: provableVersion,
  total: 1_000,
  count: 5,
  commitment: Buffer.from(
    commitSeed({ packetId, total: 1_000n, count: 5, version: provableVersion, seed }),
  ).toString('hex'),
  seed: Buffer.from(seed).toString('hex'),
  shares: claimed,
  returned: 1_000 - claimed.reduce((sum, share) => sum + share),
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laisee-verify-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(text: string): Promise<string> {
  const file = join(folder, 'proof.json')
  await writeFile(file, text)
  return file
}

describe('laisee verify', () => {
  test('recomputes a packet that was closed early, from a file', async () => {
    const { status, out } = await laisee(['verify', await fileOf(JSON.stringify(proof))])
    expect(status).toBe(0)
    expect(out).toContain(`VERIFIED ${packetId}: 3 of 5 shares`)
    expect(out).toContain('of ¥10.00')
  })

  test('reads the standard input, and answers in JSON', async () => {
    const { status, out } = await laisee(['verify', '-', '--json'], { input: JSON.stringify(proof) })
    expect({ status, out }).toEqual({ status: 0, out: '{"ok":true}\n' })
  })

  test.each([
    [
      'a share one fen larger',
      { shares: [claimed[0], claimed[1]! + 1, claimed[2]] },
      'share_differs at share 2',
    ],
    ['another total', { total: 1_001 }, 'commitment_differs'],
    ['another packet', { packetId: packetId.replace('0', '1') }, 'commitment_differs'],
    ['another seed', { seed: '00'.repeat(32) }, 'commitment_differs'],
    ['a fen that went nowhere', { returned: proof.returned - 1 }, 'sum_differs'],
    ['a version of tomorrow', { version: 2 }, 'version_unknown'],
  ])('does not verify %s', async (_, change, problem) => {
    const { status, out } = await laiseeHere([
      'verify',
      await fileOf(JSON.stringify({ ...proof, ...change })),
    ])
    expect(status).toBe(1)
    expect(out).toContain('NOT VERIFIED')
    expect(out).toContain(problem)
  })

  test.each([
    ['text that is no JSON', '{', 'it is not JSON'],
    ['a list', '[]', 'it is not a JSON object'],
    ['a proof without a seed', JSON.stringify({ ...proof, seed: undefined }), 'seed is not hex'],
    [
      'an amount that is no fen',
      JSON.stringify({ ...proof, shares: [1.5] }),
      'shares is not a list of whole numbers',
    ],
  ])('says that %s is not a proof', async (_, input, reason) => {
    const { status, out } = await laiseeHere(['verify', await fileOf(input)])
    expect(status).toBe(1)
    expect(out).toContain(`NOT A PROOF: ${reason}`)
  })

  test('names a file that cannot be read', async () => {
    const { status, err } = await laiseeHere(['verify', join(folder, 'nothing.json')])
    expect(status).toBe(2)
    expect(err).toContain('nothing.json cannot be read')
  })
})
