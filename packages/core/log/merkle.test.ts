import { bytesToHex } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { expect, it } from 'vitest'
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

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => leafHash(new TextEncoder().encode(`leaf ${i}`)))

/** The root as RFC 6962, 2.1 defines it, word by word. */
function defined(leaves: readonly Hash[]): Hash {
  if (leaves.length === 1) return leaves[0]!
  let left = 1
  while (left * 2 < leaves.length) left *= 2
  return nodeHash(defined(leaves.slice(0, left)), defined(leaves.slice(left)))
}

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
