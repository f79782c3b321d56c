/** The tree's tiles as rows. */

import {
  tileBytes,
  tileHashesOf,
  tilesAsked,
  nodesOf,
  type Tile,
  type TilePlace,
  type TileReader,
} from '@laisee/core/log/tiles.ts'
import type { NodeReader } from '@laisee/core/log/merkle.ts'
import type { Tx } from '../db/db.ts'
import { readTiles, writeTiles } from './log.sql.ts'

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
  return nodesOf(await tilesAt(tx, tilesAsked(work)))
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
