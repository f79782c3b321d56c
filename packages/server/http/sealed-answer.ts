/**
 * An answer with a token in it is kept sealed, so that a copy of the database holds no token that works. It opens for
 * the same caller and key only.
 */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Secrets } from '../context.ts'

export interface Seal {
  seal(text: string, bound: string): string
  open(sealed: string, bound: string): string
}

const ivBytes = 12
const tagBytes = 16

/** A seal by a key derived from the service's secrets (AES-256-GCM). */
export function createSeal(secrets: Secrets): Seal {
  const key = new Uint8Array(hkdfSync('sha256', secrets.linkKey, '', 'laisee idempotency answer', 32))
  return {
    seal(text, bound) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, bound) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes)).setAAD(
        Buffer.from(bound),
      )
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
      return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}
