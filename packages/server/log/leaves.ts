/** Leaves as a server makes them: the texts and hashes of core/log/leaf.ts, by the machine's own SHA-256. */

import { hash } from 'node:crypto'
import { leafText, leafTextOf, partHashes, type Digest, type Happening } from '@laisee/core/log/leaf.ts'
import { isSameHash, leafPrefix, type Hash } from '@laisee/core/log/merkle.ts'

const digest: Digest = (bytes) => hash('sha256', bytes, 'hex')

const hashOf = (text: string): Hash =>
  hash('sha256', Buffer.concat([leafPrefix, Buffer.from(text)]), 'buffer')

/** The hash of a new leaf; those of the parts after the ones in the happening come from the database (lines.sql.ts). */
export function newLeaf(happening: Happening, salt: Uint8Array, more: readonly string[]): Hash {
  return hashOf(leafTextOf(happening, [...partHashes(happening, salt, digest), ...more]))
}

/** The hashes of the parts after a happening's own, made from what it says itself. */
export function lineHashes(happening: Happening, salt: Uint8Array): string[] {
  return partHashes(happening, salt, digest).slice(1)
}

/** A stored leaf's text, where its salt is still there and it is of this happening; else undefined. */
export function textOfLeaf(
  { salt, hash: stored }: { salt: Uint8Array | null; hash: Hash },
  happening: Happening,
): string | undefined {
  const text = salt ? leafText(happening, salt, digest) : undefined
  return text !== undefined && isSameHash(hashOf(text), stored) ? text : undefined
}
