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
export function leafText({ kind, at, parts }: Happening, salt: Uint8Array): string {
  const hashes = parts.map((what, no) => bytesToHex(partHash(what, partSalt(salt, no))))
  return canonicalJson({ v: version, kind, at, parts: hashes })
}

/** The hash of a leaf by its text. */
export function hashOfLeaf(text: string): Hash {
  return leafHash(utf8ToBytes(text))
}

/** Show one part. Its salt tells nothing of the others' salts. */
export function showPart({ parts }: Happening, salt: Uint8Array, no: number): ShownPart {
  return { no, salt: bytesToHex(partSalt(salt, no)), what: parts[no] }
}

/** Whether a shown part is the one in the leaf. Never throws, whatever it is given. */
export function isPartOf(text: string, { no, salt, what }: ShownPart): boolean {
  const hashes = partsOf(text)
  if (what === undefined || !/^[0-9a-f]{64}$/.test(salt)) return false
  return hashes?.[no] === bytesToHex(partHash(what, hexToBytes(salt)))
}

function partsOf(text: string): string[] | undefined {
  try {
    const { parts } = JSON.parse(text) as { parts?: unknown }
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : undefined
  } catch {
    return undefined
  }
}

function partSalt(salt: Uint8Array, no: number): Uint8Array {
  return sha256(concatBytes(salt, utf8ToBytes(`part ${no}`)))
}

function partHash(what: unknown, salt: Uint8Array): Hash {
  return sha256(concatBytes(salt, utf8ToBytes(canonicalJson(what))))
}
