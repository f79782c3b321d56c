/** Documents lie sealed in the database: a copy of it alone shows nothing of them. Each opens under its own id only. */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Secrets } from '../context.ts'

const ivBytes = 12
const tagBytes = 16

function keyOf({ linkKey }: Secrets): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', linkKey, '', 'laisee document', 32))
}

/** Seal what is kept of a document (AES-256-GCM). */
export function sealDocument(secrets: Secrets, id: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets), iv).setAAD(Buffer.from(id))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** What a sealed document holds. Throws where one byte of it was changed, or it is another's. */
export function openDocument(secrets: Secrets, id: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secrets), sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(id))
    .setAuthTag(sealed.subarray(sealed.length - tagBytes))
  return Buffer.concat([
    decipher.update(sealed.subarray(ivBytes, sealed.length - tagBytes)),
    decipher.final(),
  ])
}
