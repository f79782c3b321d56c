/**
 * Handing a document in. The same bytes again are the same document, so that it may be asked again without harm. It is
 * looked at and drawn anew before any transaction begins.
 */

import { createHash } from 'node:crypto'
import { documentsPerMemberMax, type DocumentKind } from '@laisee/core/document.ts'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/db.ts'
import { cleanDocument } from './clean.ts'
import {
  countDocuments,
  documentByHash,
  findDocument,
  insertDocument,
  readSealed,
  type DocumentRow,
} from './documents.sql.ts'
import { openDocument, sealDocument } from './seal-document.ts'

export type { DocumentRow } from './documents.sql.ts'

export interface HandInAsk {
  /** The member, or the operator's key. */
  ownerId: string
  kind: DocumentKind
  /** What was said of its type. */
  said: string | undefined
  bytes: Buffer
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Keep a document. Refuses what it may not be, and `documents_max`. */
export async function handInDocument(
  ctx: Pick<Context, 'db' | 'secrets'>,
  { ownerId, kind, said, bytes }: HandInAsk,
): Promise<DocumentRow> {
  const cameHash = hashOf(bytes)
  const clean = await cleanDocument(bytes, said)
  return ctx.db.transaction(async (tx) => {
    const before = await tx.one(documentByHash, ownerId, cameHash)
    if (before) return before
    const { documents } = (await tx.one(countDocuments, ownerId))!
    if (documents >= documentsPerMemberMax)
      throw new RefusalError(refuse('documents_max', { max: documentsPerMemberMax }))
    const id = tx.newId('document')
    const sealed = sealDocument(ctx.secrets, id, clean.bytes)
    const at = toIso(await tx.now())
    const size = clean.bytes.length
    const keptHash = hashOf(clean.bytes)
    const { type } = clean
    const made = await tx.one(insertDocument, ownerId, id, kind, type, size, cameHash, keptHash, sealed, at)
    return made ?? (await tx.one(documentByHash, ownerId, cameHash))!
  })
}

/** A document by its id; undefined where there is none. Whether the reader may have it is for the caller to ask. */
export function documentById(tx: Tx, id: string): Promise<DocumentRow | undefined> {
  return tx.one(findDocument, id)
}

/** What is kept of a document. */
export async function contentOf(
  tx: Tx,
  secrets: Context['secrets'],
  { ownerId, id }: DocumentRow,
): Promise<Buffer> {
  return openDocument(secrets, id, (await tx.one(readSealed, ownerId, id))!.sealed)
}

/** What is told of a document where it is put to use: its hashes, and that of the bytes as they lie sealed. */
export async function toldOf(tx: Tx, document: DocumentRow): Promise<Record<string, unknown>> {
  const { ownerId, id, type, size, cameHash, keptHash } = document
  const { sealed } = (await tx.one(readSealed, ownerId, id))!
  return {
    type,
    size,
    cameSha256: cameHash.toString('hex'),
    keptSha256: keptHash.toString('hex'),
    sealedSha256: hashOf(sealed).toString('hex'),
  }
}
