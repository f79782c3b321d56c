import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { MerkleTree } from 'merkletreejs'
import { expect, it } from 'vitest'
import { sha256 } from '@noble/hashes/sha2.js'
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  rootOf,
  type Hash,
  type NodeReader,
} from './merkle.ts'

/** The leaves and roots that certificate-transparency's own tests use for RFC 6962. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(new TextEncoder().encode(`leaf ${i}`)))

/** Every complete subtree, hashed row by row: written without any of what is tested but the hash of two. */
function readerOf(leaves: readonly Hash[]): NodeReader {
  const rows: Hash[][] = [[...leaves]]
  while (rows.at(-1)!.length > 1) {
    const below = rows.at(-1)!
    rows.push(
      Array.from({ length: Math.floor(below.length / 2) }, (_, i) =>
        nodeHash(below[2 * i]!, below[2 * i + 1]!),
      ),
    )
  }
  return (level, index) => {
    const hash = rows[level]?.[index]
    if (!hash) throw new RangeError(`no node ${level}/${index}`)
    return hash
  }
}

/** The root as RFC 6962, 2.1 defines it, word by word. */
function defined(leaves: readonly Hash[]): Hash {
  if (leaves.length === 1) return leaves[0]!
  let left = 1
  while (left * 2 < leaves.length) left *= 2
  return nodeHash(defined(leaves.slice(0, left)), defined(leaves.slice(left)))
}

it('the roots of RFC 6962 are those of certificate-transparency, and of no leaves that of nothing', () => {
  const leaves = entries.map((entry) => leafHash(hexToBytes(entry)))
  expect(roots.map((_, i) => bytesToHex(rootOf(i + 1, readerOf(leaves))))).toEqual(roots)
  expect(bytesToHex(rootOf(0, readerOf([])))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
})

it('another library’s tree with the prefixes of RFC 6962 has the same roots and paths', () => {
  for (const count of [1, 2, 4, 8, 64]) {
    const leaves = leavesOf(count)
    const both = (data: Buffer) => Buffer.from(sha256(Buffer.concat([Buffer.of(1), data])))
    const other = new MerkleTree(
      leaves.map((leaf) => Buffer.from(leaf)),
      both,
    )
    const read = readerOf(leaves)
    expect(bytesToHex(rootOf(count, read))).toBe(other.getRoot().toString('hex'))
    for (let index = 0; index < count; index += 3) {
      const path = other.getProof(Buffer.from(leaves[index]!), index).map(({ data }) => data.toString('hex'))
      expect(inclusionPath(index, count, read).map(bytesToHex)).toEqual(path)
    }
  }
})

it('in every tree of up to forty leaves each leaf is proved, and nothing else is by its proof', () => {
  const leaves = leavesOf(41)
  for (let size = 1; size <= 40; size++) {
    const read = readerOf(leaves.slice(0, size))
    const root = rootOf(size, read)
    expect(bytesToHex(root)).toBe(bytesToHex(defined(leaves.slice(0, size))))
    for (let index = 0; index < size; index++) {
      const path = inclusionPath(index, size, read)
      const claim = { index, size, leaf: leaves[index]!, path, root }
      expect(isIncluded(claim)).toBe(true)
      expect(isIncluded({ ...claim, leaf: leaves[size]! })).toBe(false)
      expect(isIncluded({ ...claim, index: index + 1 })).toBe(false)
      expect(isIncluded({ ...claim, path: [...path, root] })).toBe(false)
      if (path.length > 0) expect(isIncluded({ ...claim, path: path.slice(1) })).toBe(false)
    }
  }
})

it('every tree of up to forty leaves is proved to begin with each smaller one, and with no other', () => {
  const leaves = leavesOf(40)
  const read = readerOf(leaves)
  const rootAt = (size: number) => rootOf(size, read)
  for (let to = 0; to <= 40; to++)
    for (let from = 0; from <= to; from++) {
      const path = consistencyPath(from, to, read)
      const claim = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to), path }
      expect(isConsistent(claim), `${from} to ${to}`).toBe(true)
      // Every tree begins with the empty one.
      if (from === 0) continue
      const altered = leafHash(Uint8Array.of(1))
      expect(isConsistent({ ...claim, toRoot: altered })).toBe(false)
      expect(isConsistent({ ...claim, fromRoot: altered })).toBe(false)
      expect(isConsistent({ ...claim, path: [...path, altered] })).toBe(false)
    }
})

it('a proof in which any byte is another proves nothing', () => {
  const leaves = leavesOf(100)
  const read = readerOf(leaves)
  fc.assert(
    fc.property(
      fc.nat(99),
      fc.nat(98),
      fc.nat(31),
      fc.integer({ min: 1, max: 255 }),
      (index, cut, at, flip) => {
        const flipped = (path: readonly Hash[], no: number) =>
          path.map((hash, i) => (i === no ? hash.map((byte, b) => (b === at ? byte ^ flip : byte)) : hash))
        const path = inclusionPath(index, 100, read)
        const inclusion = { index, size: 100, leaf: leaves[index]!, root: rootOf(100, read) }
        path.forEach((_, no) => expect(isIncluded({ ...inclusion, path: flipped(path, no) })).toBe(false))
        const from = cut + 1
        const consistency = { from, to: 100, fromRoot: rootOf(from, read), toRoot: rootOf(100, read) }
        const steps = consistencyPath(from, 100, read)
        steps.forEach((_, no) =>
          expect(isConsistent({ ...consistency, path: flipped(steps, no) })).toBe(false),
        )
      },
    ),
    { numRuns: 60 },
  )
})

it('what is no proof at all is said to be none', () => {
  const root = leafHash(Uint8Array.of(0))
  for (const index of [-1, 0.5, NaN, 2 ** 60, 1])
    expect(isIncluded({ index, size: 1, leaf: root, path: [], root })).toBe(false)
  expect(isIncluded({ index: 0, size: 2, leaf: root, path: [new Uint8Array(31)], root })).toBe(false)
  expect(isConsistent({ from: 2, to: 1, fromRoot: root, toRoot: root, path: [] })).toBe(false)
  expect(isConsistent({ from: 1, to: 2, fromRoot: root, toRoot: root, path: [new Uint8Array(5)] })).toBe(
    false,
  )
})
