/**
 * A token of ours is its kind, the id it belongs to and a secret of 256 bits: `lsk_` for an operator's key, `lst_` for
 * a member's session. The database keeps the secret's SHA-256 only: a secret that long needs no slow hash.
 */

import { hash, timingSafeEqual } from 'node:crypto'
import { idPrefixes } from '@laisee/core/ids.ts'
import type { Random } from '@laisee/core/random.ts'

const secretBytes = 32
const ours = /^(lsk|lst)_([0-7][0-9a-hjkmnp-tv-z]{25})_([A-Za-z0-9_-]{43})$/

/** Anything longer is no token; a token a host signs fits with room to spare. */
export const tokenLengthMax = 4_096

export type Token =
  | { kind: 'key'; id: string; secret: string }
  | { kind: 'session'; id: string; secret: string }
  | { kind: 'signed'; text: string }

/** A new secret, shown once. */
export function newSecret(random: Random): string {
  return Buffer.from(random.bytes(secretBytes)).toString('base64url')
}

/** The token that an operator's key or a member's session is used by. */
export function tokenOf(kind: 'key' | 'session', id: string, secret: string): string {
  const body = id.slice(idPrefixes[kind].length + 1)
  return `${kind === 'key' ? 'lsk' : 'lst'}_${body}_${secret}`
}

/** What a token says it is; undefined where it can be none of ours. */
export function readToken(text: string): Token | undefined {
  if (text.length > tokenLengthMax) return undefined
  const [, prefix, body, secret] = ours.exec(text) ?? []
  if (body !== undefined && secret !== undefined) {
    const kind = prefix === 'lsk' ? 'key' : 'session'
    return { kind, id: `${idPrefixes[kind]}_${body}`, secret }
  }
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text) ? { kind: 'signed', text } : undefined
}

/** What the database keeps of a secret. */
export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}

/** Whether a secret is the one that was hashed, in a time that does not tell how much of it is right. */
export function isSecret(secret: string, secretHash: Uint8Array | null): boolean {
  return secretHash !== null && timingSafeEqual(hashSecret(secret), secretHash)
}
