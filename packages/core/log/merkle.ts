/**
 * The tree of the log (RFC 6962, 2.1; RFC 9162, 2.1): its root, and the two proofs anyone can check without it, that an
 * entry is in a tree and that a tree is the beginning of a later one. Leaves and nodes are hashed with different
 * prefixes, so that neither can be taken for the other.
 */

import { sha256 } from '@noble/hashes/sha2.js'

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array

/** Gives the hash of the complete subtree over the 2^level leaves from `index * 2^level` on. */
export type NodeReader = (level: number, index: number) => Hash

/** The hash of two subtrees together. A server hands its own in, many times as fast as the one every browser runs. */
export type PairHash = (left: Hash, right: Hash) => Hash

export const hashBytes = 32
/** What a leaf's bytes stand behind when they are hashed. */
export const leafPrefix = Uint8Array.of(0)
/** What two subtrees' hashes stand behind when they are hashed together. */
export const nodePrefix = Uint8Array.of(1)
/** Where two hashes are put together: filled and hashed in one go. */
const pair = new Uint8Array(nodePrefix.length + 2 * hashBytes)
pair.set(nodePrefix)

/** The hash of a leaf (RFC 6962, 2.1). */
export function leafHash(entry: Uint8Array): Hash {
  return sha256.create().update(leafPrefix).update(entry).digest()
}

/** The hash of two subtrees together (RFC 6962, 2.1). */
export function nodeHash(left: Hash, right: Hash): Hash {
  pair.set(left, nodePrefix.length)
  pair.set(right, nodePrefix.length + hashBytes)
  return sha256(pair)
}

/** The root of a tree of so many leaves; of none, the hash of nothing. */
export function rootOf(size: number, read: NodeReader): Hash {
  return size === 0 ? sha256(new Uint8Array()) : hashOfRange(0, size, read)
}

/**
 * The proof that the leaf at `index` is in a tree of `size` leaves: its sibling first, the root's child last (RFC 6962,
 * 2.1.1). Throws a RangeError where there is no such leaf.
 */
export function inclusionPath(index: number, size: number, read: NodeReader): Hash[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`)
  const path: Hash[] = []
  let first = 0
  let count = size
  while (count > 1) {
    const left = splitOf(count)
    const isLeft = index < first + left
    path.push(isLeft ? hashOfRange(first + left, count - left, read) : hashOfRange(first, left, read))
    if (!isLeft) first += left
    count = isLeft ? left : count - left
  }
  return path.reverse()
}

/**
 * The proof that a tree of `to` leaves begins with the one of `from` (RFC 6962, 2.1.2). Nothing is to be proved from an
 * empty tree or to the same one. Throws a RangeError where `from` is greater.
 */
export function consistencyPath(from: number, to: number, read: NodeReader): Hash[] {
  if (!(from >= 0 && from <= to)) throw new RangeError(`a tree of ${to} leaves holds none of ${from}`)
  if (from === 0 || from === to) return []
  const path: Hash[] = []
  let first = 0
  let count = to
  let rest = from
  let isWhole = true
  while (rest !== count) {
    const left = splitOf(count)
    if (rest <= left) {
      path.push(hashOfRange(first + left, count - left, read))
      count = left
    } else {
      path.push(hashOfRange(first, left, read))
      first += left
      count -= left
      rest -= left
      isWhole = false
    }
  }
  if (!isWhole) path.push(hashOfRange(first, count, read))
  return path.reverse()
}

export interface Inclusion {
  index: number
  size: number
  leaf: Hash
  path: readonly Hash[]
  root: Hash
}

/** Whether a leaf is in the tree with this root (RFC 9162, 2.1.3.2). Never throws, whatever it is given. */
export function isIncluded({ index, size, leaf, path, root }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (last === 0 || sibling.length !== hashBytes) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else hash = nodeHash(hash, sibling)
    at = half(at)
    last = half(last)
  }
  return last === 0 && isSameHash(hash, root)
}

export interface Consistency {
  from: number
  to: number
  fromRoot: Hash
  toRoot: Hash
  path: readonly Hash[]
}

/** Whether the later tree begins with the earlier one (RFC 9162, 2.1.4.2). Never throws, whatever it is given. */
export function isConsistent({ from, to, fromRoot, toRoot, path }: Consistency): boolean {
  if (!isCount(from) || !isCount(to) || from > to) return false
  if (path.some(({ length }) => length !== hashBytes)) return false
  if (from === to) return path.length === 0 && isSameHash(fromRoot, toRoot)
  if (from === 0) return path.length === 0 && isSameHash(fromRoot, rootOf(0, noNodes))
  const [first, ...others] = isPowerOfTwo(from) ? [fromRoot, ...path] : path
  if (first === undefined) return false
  let at = from - 1
  let last = to - 1
  while (isOdd(at)) {
    at = half(at)
    last = half(last)
  }
  let before = first
  let after = first
  for (const hash of others) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      before = nodeHash(hash, before)
      after = nodeHash(hash, after)
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else after = nodeHash(after, hash)
    at = half(at)
    last = half(last)
  }
  return last === 0 && isSameHash(before, fromRoot) && isSameHash(after, toRoot)
}

export function isSameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** The hash over some leaves: read where they are a complete subtree, else of its two parts. */
function hashOfRange(first: number, count: number, read: NodeReader): Hash {
  if (isPowerOfTwo(count)) return read(Math.log2(count), first / count)
  const left = splitOf(count)
  return nodeHash(hashOfRange(first, left, read), hashOfRange(first + left, count - left, read))
}

/** The greatest power of two below a count: so many leaves are on the left. */
function splitOf(count: number): number {
  let left = 1
  while (left * 2 < count) left *= 2
  return left
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0
const isOdd = (value: number) => value % 2 === 1
const half = (value: number) => Math.floor(value / 2)
const isPowerOfTwo = (value: number) => Number.isInteger(Math.log2(value))

function noNodes(): never {
  throw new RangeError('an empty tree has no nodes')
}
