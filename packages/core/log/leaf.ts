/**
 * A leaf of the log: what kind of thing happened and when, in the open; what exactly, and to whom, only as salted
 * hashes. Who is shown a part with its salt can check it; once the salt is thrown away nobody can tell what the hash was
 * of, and every proof holds as before. So a person can be forgotten without the log being changed.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../guard/canonical.ts'
import { leafHash, type Hash } from './merkle.ts'

/** What a leaf is made of. Everything in the parts is plain JSON. */
export interface Happening {
  kind: string
  /** RFC 3339. */
  at: string
  /** The event first; then, where several people have part in it, what is each one's own. */
  parts: readonly unknown[]
}

/** SHA-256 of some bytes, hexadecimal. A server hands its own in, many times as fast as the one every browser runs. */
export type Digest = (bytes: Uint8Array) => string

const sha256Hex: Digest = (bytes) => bytesToHex(sha256(bytes))

/** A part that is shown, with what is needed to check it. */
export interface ShownPart {
  no: number
  /** Hexadecimal. */
  salt: string
  what: unknown
}

export const saltBytes = 16
const version = 1

/** The leaf's text: canonical JSON (RFC 8785). `salt` is the leaf's own, of 16 random bytes. */
export function leafText(happening: Happening, salt: Uint8Array, digest: Digest = sha256Hex): string {
  return leafTextOf(happening, partHashes(happening, salt, digest))
}

/** The salted hash of each part, hexadecimal. */
export function partHashes({ parts }: Pick<Happening, 'parts'>, salt: Uint8Array, digest: Digest): string[] {
  return parts.map((what, no) => partHash(what, hexToBytes(partSalt(salt, no, digest)), digest))
}

/** The leaf's text by the hashes of its parts. */
export function leafTextOf({ kind, at }: Omit<Happening, 'parts'>, parts: readonly string[]): string {
  return canonicalJson({ v: version, kind, at, parts })
}

/** The hash of a leaf by its text. */
export function hashOfLeaf(text: string): Hash {
  return leafHash(utf8ToBytes(text))
}

/** Show one part. Its salt tells nothing of the others' salts. */
export function showPart({ parts }: Happening, salt: Uint8Array, no: number): ShownPart {
  return { no, salt: partSalt(salt, no, sha256Hex), what: parts[no] }
}

/** Whether a shown part is the one in the leaf. Never throws, whatever it is given. */
export function isPartOf(text: string, { no, salt, what }: ShownPart): boolean {
  const hashes = partsOf(text)
  if (what === undefined || !/^[0-9a-f]{64}$/.test(salt)) return false
  return hashes?.[no] === partHash(what, hexToBytes(salt), sha256Hex)
}

function partsOf(text: string): string[] | undefined {
  try {
    const { parts } = JSON.parse(text) as { parts?: unknown }
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : undefined
  } catch {
    return undefined
  }
}

function partSalt(salt: Uint8Array, no: number, digest: Digest): string {
  return digest(concatBytes(salt, utf8ToBytes(`part ${no}`)))
}

function partHash(what: unknown, salt: Uint8Array, digest: Digest): string {
  return digest(concatBytes(salt, utf8ToBytes(canonicalJson(what))))
}
