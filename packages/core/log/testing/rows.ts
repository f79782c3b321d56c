/** A tree for tests, whole in memory. */

import { nodeHash, type Hash, type NodeReader } from '../merkle.ts'

/** Every complete subtree, hashed row by row: written without any of what is tested but the hash of two. */
export function readerOf(leaves: readonly Hash[]): NodeReader {
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
