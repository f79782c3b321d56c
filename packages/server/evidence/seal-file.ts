/** A pack's file as it is kept: sealed, so that a copy of the database shows nobody's evidence (AES-256-GCM). */

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Secrets } from '../context.ts'

const ivBytes = 12
const tagBytes = 16

const keyOf = ({ linkKey }: Secrets) => new Uint8Array(hkdfSync('sha256', linkKey, '', 'laisee evidence', 32))

/** Seal a file for the pack it is. */
export function sealFile(secrets: Secrets, packId: string, file: Uint8Array): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secrets), iv).setAAD(Buffer.from(packId))
  const sealed = Buffer.concat([cipher.update(file), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed])
}

/** Open it again. Throws where it is another pack's, or was altered. */
export function openFile(secrets: Secrets, packId: string, sealed: Buffer): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secrets), sealed.subarray(0, ivBytes))
  decipher.setAAD(Buffer.from(packId)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes))
  return new Uint8Array(
    Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]),
  )
}
