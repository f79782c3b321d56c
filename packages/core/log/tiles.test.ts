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
import {
  appendLeaves,
  edgeOf,
  nodesOf,
  tileBytes,
  tileHashesOf,
  tilesAsked,
  type TilePlace,
  type TileReader,
} from './tiles.ts'

const leaves = Array.from({ length: 70_000 }, (_, i) => leafHash(new TextEncoder().encode(`${i}`)))
const nameOf = ({ level, index }: TilePlace) => `${level}/${index}`

/** Tiles as a database keeps them, filled by batches of these sizes in turn. */
function filled(total: number, sizes: readonly number[]): TileReader {
  const kept = new Map<string, Uint8Array>()
  const read: TileReader = (place) => tileHashesOf(kept.get(nameOf(place)) ?? new Uint8Array())
  for (let size = 0, turn = 0; size < total; turn++) {
    const more = leaves.slice(size, Math.min(total, size + sizes[turn % sizes.length]!))
    const edge = edgeOf(size).map(nameOf)
    const readEdge: TileReader = (place) => {
      expect(edge).toContain(nameOf(place))
      return read(place)
    }
    for (const tile of appendLeaves(size, readEdge, more)) kept.set(nameOf(tile), tileBytes(tile.hashes))
    size += more.length
  }
  return read
}

function defined(some: readonly Hash[]): Hash {
  if (some.length === 1) return some[0]!
  let left = 1
  while (left * 2 < some.length) left *= 2
  return nodeHash(defined(some.slice(0, left)), defined(some.slice(left)))
}

it('a tree filled in batches of any size has the root that its leaves have', () => {
  for (const total of [1, 255, 256, 257, 511, 512, 1_000, 65_536, 65_537, 70_000]) {
    const root = defined(leaves.slice(0, total))
    for (const sizes of [[total], [1, 255, 300], [997]])
      expect(rootOf(total, nodesOf(filled(total, sizes)))).toEqual(root)
  }
})

it('proofs come out of the tiles that are named beforehand, and hold', () => {
  const size = 70_000
  const tiles = filled(size, [1_000])
  const all = nodesOf(tiles)
  const root = rootOf(size, all)
  for (const index of [0, 255, 256, 65_535, 65_536, 69_999]) {
    const asked = tilesAsked((read) => void inclusionPath(index, size, read)).map(nameOf)
    expect(asked.length).toBeLessThan(9)
    const only: TileReader = (place) => (asked.includes(nameOf(place)) ? tiles(place) : [])
    const path = inclusionPath(index, size, nodesOf(only))
    expect(isIncluded({ index, size, leaf: leaves[index]!, path, root })).toBe(true)
  }
  for (const from of [1, 256, 300, 65_536, 69_998]) {
    const path = consistencyPath(from, size, all)
    expect(isConsistent({ from, to: size, fromRoot: rootOf(from, all), toRoot: root, path })).toBe(true)
  }
})

it('a tile that is not whole is not taken for one', () => {
  const read = nodesOf(() => leaves.slice(0, 3))
  expect(() => read(2, 0)).toThrow('tile 0/0 is not whole')
})
