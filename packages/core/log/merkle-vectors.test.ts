/**
 * The tree against what others have published: the example that RFC 6962, 2.1.3 and RFC 9162, 2.1.5 draw, the vectors of
 * certificate-transparency (google/certificate-transparency, python/ct/crypto/in_memory_merkle_tree_test.py and
 * cpp/merkletree/merkle_tree_test.cc), and another library.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { MerkleTree } from 'merkletreejs'
import { describe, expect, it } from 'vitest'
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  rootOf,
  type Hash,
} from './merkle.ts'
import { readerOf } from './testing/rows.ts'

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
/** Nodes of that tree that the published paths are made of, by the leaves they are over. */
const n0 = roots[0]!
const n1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const n4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const n01 = roots[1]!
const n23 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const n45 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const n67 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const n0123 = roots[3]!
const n4567 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'

/** Index, size, path. */
const inclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [0, 1, []],
  [0, 8, [n1, n23, n4567]],
  [5, 8, [n4, n67, n0123]],
  [2, 3, [n01]],
  [1, 5, [n0, n23, n4]],
]
/** From, to, path. */
const consistencies: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [n1, n23, n4567]],
  [6, 8, [n45, n67, n0123]],
  [2, 5, [n23, n4]],
]

const leaves = entries.map((entry) => leafHash(hexToBytes(entry)))
const read = readerOf(leaves)
const bytes = (path: readonly string[]): Hash[] => path.map((hash) => hexToBytes(hash))
const rootAt = (size: number): Hash => hexToBytes(roots[size - 1]!)
const other = leafHash(Uint8Array.of(9))

describe('the vectors of certificate-transparency', () => {
  it('the roots are those, and of no leaves that of nothing', () => {
    expect(roots.map((_, i) => bytesToHex(rootOf(i + 1, read)))).toEqual(roots)
    expect(bytesToHex(rootOf(0, readerOf([])))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it.each(inclusions)('leaf %i of %i is proved by that path, and by none beside it', (index, size, path) => {
    expect(inclusionPath(index, size, read).map(bytesToHex)).toEqual(path)
    const claim = { index, size, leaf: leaves[index]!, path: bytes(path), root: rootAt(size) }
    expect(isIncluded(claim)).toBe(true)
    const wrong = [
      { index: index - 1 },
      { index: index + 1 },
      { index: index ^ 2 },
      { size: size * 2 },
      { size: Math.floor(size / 2) },
      { leaf: other },
      { root: other },
      { path: [...claim.path, other] },
      { path: [...claim.path, claim.root] },
      { path: [other, ...claim.path] },
      { path: [claim.root, ...claim.path] },
      ...(path.length > 0 ? [{ path: claim.path.slice(1) }, { path: claim.path.slice(0, -1) }] : []),
      ...path.map((_, no) => ({ path: claim.path.with(no, other) })),
    ]
    expect(wrong.filter((change) => isIncluded({ ...claim, ...change }))).toEqual([])
  })

  it.each(consistencies)('that %i are the beginning of %i is proved by that path alone', (from, to, path) => {
    expect(consistencyPath(from, to, read).map(bytesToHex)).toEqual(path)
    const claim = { from, to, fromRoot: rootAt(from), toRoot: rootAt(to), path: bytes(path) }
    expect(isConsistent(claim)).toBe(true)
    const wrong = [
      { from: from - 1 },
      { from: from + 1 },
      { from: from ^ 2 },
      { to: to * 2 },
      { to: Math.floor(to / 2) },
      { fromRoot: other },
      { toRoot: other },
      { path: [...claim.path, other] },
      { path: [...claim.path, claim.fromRoot] },
      { path: [other, ...claim.path] },
      { path: [claim.toRoot, ...claim.path] },
      ...(path.length > 0 ? [{ path: claim.path.slice(1) }, { path: claim.path.slice(0, -1) }] : []),
      ...(from === to ? [] : [{ fromRoot: claim.toRoot, toRoot: claim.fromRoot }]),
      ...path.map((_, no) => ({ path: claim.path.with(no, other) })),
    ]
    expect(wrong.filter((change) => isConsistent({ ...claim, ...change }))).toEqual([])
  })
})

describe('the example of seven leaves in RFC 6962 and RFC 9162', () => {
  const d = Array.from({ length: 7 }, (_, i) => leafHash(new TextEncoder().encode(`d${i}`)))
  const [a, b, c, dd, e, f, j] = d as [Hash, Hash, Hash, Hash, Hash, Hash, Hash]
  const [g, h, i] = [nodeHash(a, b), nodeHash(c, dd), nodeHash(e, f)]
  const [k, l] = [nodeHash(g, h), nodeHash(i, j)]
  const drawn = readerOf(d)

  it('the root is over the two sides of the drawing', () => {
    expect(rootOf(7, drawn)).toEqual(nodeHash(k, l))
  })

  it.each([
    [0, [b, h, l]],
    [3, [c, g, l]],
    [4, [f, j, k]],
    [6, [i, k]],
  ])('the path of d%i is the one that is written there', (index, path) => {
    expect(inclusionPath(index, 7, drawn)).toEqual(path)
    expect(isIncluded({ index, size: 7, leaf: d[index]!, path, root: nodeHash(k, l) })).toBe(true)
  })

  it.each([
    [3, [c, dd, g, l]],
    [4, [l]],
    [6, [i, j, k]],
  ])('the proof from %i leaves to seven is the one that is written there', (from, path) => {
    expect(consistencyPath(from, 7, drawn)).toEqual(path)
    const fromRoot = rootOf(from, readerOf(d.slice(0, from)))
    expect(isConsistent({ from, to: 7, fromRoot, toRoot: nodeHash(k, l), path })).toBe(true)
  })
})

/**
 * merkletreejs pairs row by row and lifts a node without a partner unhashed: that is the shape of RFC 6962 at every size,
 * and it leaves the lifted rows out of a path as the RFC does. It knows no consistency of two trees: that is held to the
 * vectors above and, in merkle.test.ts, by brute force.
 */
it('another library’s trees with the prefixes of RFC 6962 have the same roots and paths, whatever the size', () => {
  const both = (data: Buffer) => Buffer.from(sha256(Buffer.concat([Buffer.of(1), data])))
  const all = Array.from({ length: 70 }, (_, no) => leafHash(new TextEncoder().encode(`leaf ${no}`)))
  for (let size = 1; size <= all.length; size++) {
    const some = all.slice(0, size)
    const theirs = new MerkleTree(
      some.map((leaf) => Buffer.from(leaf)),
      both,
    )
    const ours = readerOf(some)
    expect(bytesToHex(rootOf(size, ours)), `${size}`).toBe(theirs.getRoot().toString('hex'))
    for (const [index, leaf] of some.entries()) {
      const path = theirs.getProof(Buffer.from(leaf), index).map(({ data }) => data.toString('hex'))
      expect(inclusionPath(index, size, ours).map(bytesToHex), `${index} of ${size}`).toEqual(path)
    }
  }
})
