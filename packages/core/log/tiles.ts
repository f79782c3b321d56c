/**
 * The tree in pieces of 256 hashes (C2SP tlog-tiles): a tile holds nodes of one level side by side, and a full one is a
 * single hash of the tile above it. So a tree of a million leaves is some four thousand pieces that never change once
 * they are full, and a proof reads three or four of them.
 */

import { hashBytes, nodeHash, type Hash, type NodeReader, type PairHash } from './merkle.ts'

const tileLevels = 8
export const tileHashes = 2 ** tileLevels

/** A tile's place: hashes of the tree's level `8 * level`, from `256 * index` on. */
export interface TilePlace {
  level: number
  index: number
}

export interface Tile extends TilePlace {
  /** As many as there are of its 256. */
  hashes: readonly Hash[]
}

/** Gives the hashes of a tile, as far as there are any. */
export type TileReader = (place: TilePlace) => readonly Hash[]

/** The tiles at the right edge of a tree of so many leaves: those that grow when more come. Full ones are not among them. */
export function edgeOf(size: number): TilePlace[] {
  const edge: TilePlace[] = []
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileHashes))
    if (count % tileHashes > 0) edge.push({ level, index: Math.floor(count / tileHashes) })
  return edge
}

/** Put leaves at the end of a tree of `size` leaves. Gives the tiles that are new or have grown. */
export function appendLeaves(
  size: number,
  edge: TileReader,
  leaves: readonly Hash[],
  pairHash: PairHash = nodeHash,
): Tile[] {
  const grown: Tile[] = []
  let more = leaves
  for (let level = 0, count = size; more.length > 0; level++, count = Math.floor(count / tileHashes)) {
    const index = Math.floor(count / tileHashes)
    const kept = count % tileHashes > 0 ? edge({ level, index }) : []
    const hashes = [...kept, ...more]
    const full: Hash[] = []
    for (let at = 0; at < hashes.length; at += tileHashes) {
      const tile = { level, index: index + at / tileHashes, hashes: hashes.slice(at, at + tileHashes) }
      grown.push(tile)
      if (tile.hashes.length === tileHashes) full.push(hashOfAll(tile.hashes, pairHash))
    }
    more = full
  }
  return grown
}

/** Reads the tree's nodes out of its tiles. Throws a RangeError where a tile holds fewer hashes than the tree has. */
export function nodesOf(read: TileReader, pairHash: PairHash = nodeHash): NodeReader {
  return (level, index) => {
    const above = level % tileLevels
    const width = 2 ** above
    const first = index * width
    const place = { level: (level - above) / tileLevels, index: Math.floor(first / tileHashes) }
    const at = first % tileHashes
    const hashes = read(place).slice(at, at + width)
    if (hashes.length < width) throw new RangeError(`tile ${place.level}/${place.index} is not whole`)
    return hashOfAll(hashes, pairHash)
  }
}

/** Which tiles are read for proofs in a tree of `size`: those that hold these nodes. Collected by asking for them. */
export function tilesAsked(work: (read: NodeReader) => void): TilePlace[] {
  const places = new Map<string, TilePlace>()
  const blank = new Uint8Array(hashBytes)
  work((level, index) => {
    const above = level % tileLevels
    const place = {
      level: (level - above) / tileLevels,
      index: Math.floor((index * 2 ** above) / tileHashes),
    }
    places.set(`${place.level}/${place.index}`, place)
    return blank
  })
  return [...places.values()]
}

/** A tile as bytes: its hashes one after another. */
export function tileBytes(hashes: readonly Hash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * hashBytes)
  hashes.forEach((hash, i) => bytes.set(hash, i * hashBytes))
  return bytes
}

/** A tile's bytes as hashes. */
export function tileHashesOf(bytes: Uint8Array): Hash[] {
  return Array.from({ length: Math.floor(bytes.length / hashBytes) }, (_, i) =>
    bytes.subarray(i * hashBytes, (i + 1) * hashBytes),
  )
}

/** The hash over hashes whose number is a power of two. */
function hashOfAll(hashes: readonly Hash[], pairHash: PairHash): Hash {
  let row = hashes
  while (row.length > 1)
    row = Array.from({ length: row.length / 2 }, (_, i) => pairHash(row[2 * i]!, row[2 * i + 1]!))
  return row[0]!
}
