import type { DocumentKind, DocumentType } from '@laisee/core/document.ts'
import type { Instant } from '@laisee/core/instant.ts'
import { statement } from '../db/statement.ts'

/** A document as it is listed: what it is, never what is in it. */
export interface DocumentRow {
  ownerId: string
  id: string
  kind: DocumentKind
  type: DocumentType
  size: number
  /** SHA-256 of what came, and of what is kept of it. */
  cameHash: Buffer
  keptHash: Buffer
  at: Instant
}

const columns = `owner_id, id, kind, type, size, came_hash, kept_hash, at`

/** No row where this owner has handed in the same before. */
export const insertDocument = statement<
  [
    ownerId: string,
    id: string,
    kind: DocumentKind,
    type: DocumentType,
    size: number,
    cameHash: Uint8Array,
    keptHash: Uint8Array,
    sealed: Uint8Array,
    at: string,
  ],
  DocumentRow
>(
  'document_insert',
  `
  insert into document (owner_id, id, kind, type, size, came_hash, kept_hash, sealed, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (owner_id, came_hash) do nothing
  returning ${columns}
  `,
)

export const documentByHash = statement<[ownerId: string, cameHash: Uint8Array], DocumentRow>(
  'document_by_hash',
  `select ${columns} from document where owner_id = $1 and came_hash = $2`,
)

/** A document by its id alone: whose it is, is not known yet. */
export const findDocument = statement<[id: string], DocumentRow>(
  'document_find',
  `select ${columns} from document where id = $1`,
)

export const readSealed = statement<[ownerId: string, id: string], { sealed: Buffer }>(
  'document_read_sealed',
  `select sealed from document where owner_id = $1 and id = $2`,
)

export const countDocuments = statement<[ownerId: string], { documents: number }>(
  'document_count',
  `select count(*)::integer as documents from document where owner_id = $1`,
)
