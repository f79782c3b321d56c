/** The tree's tiles as rows, hashed by the machine's own SHA-256. */

import { hash } from 'node:crypto'
import {
  tileBytes,
  tileHashesOf,
  tilesAsked,
  nodesOf,
  type Tile,
  type TilePlace,
  type TileReader,
} from '@laisee/core/log/tiles.ts'
import { hashBytes, nodePrefix, type NodeReader, type PairHash } from '@laisee/core/log/merkle.ts'
import type { Tx } from '../db/db.ts'
import { readTiles, writeTiles } from './log.sql.ts'

/** Where two hashes are put together: filled and hashed in one go. */
const pair = Buffer.concat([nodePrefix, Buffer.alloc(2 * hashBytes)])

/** The hash of two subtrees together (RFC 6962, 2.1). */
export const pairHash: PairHash = (left, right) => {
  pair.set(left, nodePrefix.length)
  pair.set(right, nodePrefix.length + hashBytes)
  return hash('sha256', pair, 'buffer')
}

const nameOf = (level: number, index: number | bigint) => `${level}/${index}`

/** These tiles, read at once. One that is not there has no hashes. */
export async function tilesAt(tx: Tx, places: readonly TilePlace[]): Promise<TileReader> {
  const rows =
    places.length === 0
      ? []
      : await tx.run(
          readTiles,
          places.map(({ level }) => level),
          places.map(({ index }) => BigInt(index)),
        )
  const found = new Map(rows.map(({ level, idx, hashes }) => [nameOf(level, idx), tileHashesOf(hashes)]))
  return ({ level, index }) => found.get(nameOf(level, index)) ?? []
}

/** The nodes that some work on the tree asks for, read before it is done. */
export async function nodesFor(tx: Tx, work: (read: NodeReader) => void): Promise<NodeReader> {
  return nodesOf(await tilesAt(tx, tilesAsked(work)), pairHash)
}

/** Write tiles that are new or have grown. */
export async function keepTiles(tx: Tx, tiles: readonly Tile[]): Promise<void> {
  await tx.run(
    writeTiles,
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => BigInt(index)),
    tiles.map(({ hashes }) => Buffer.from(tileBytes(hashes))),
  )
}
