/** Documents that this party, or for staff either side, handed in for a dispute about the case: as they are kept, each under its own hash. */

import type { Tx } from '../../db/db.ts'
import { contentOf, documentById } from '../../documents/hand-in.ts'
import type { DocumentType } from '@laisee/core/document.ts'
import type { Case } from '../case.ts'
import type { Found, FoundFile } from '../sources.ts'
import { plainOf } from './plain.ts'

const endings: Record<DocumentType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}
/** A pack is held in memory while it is made, and carried home on a phone. */
const bytesMax = 50_000_000

export async function readDocumentsItem(tx: Tx, about: Case): Promise<Found | undefined> {
  const facts = about.disputes.flatMap((one) => one.facts)
  const ids = new Set(facts.flatMap(({ documentId }) => documentId ?? []))
  const listed: Record<string, unknown>[] = []
  const files: FoundFile[] = []
  let bytes = 0
  for (const id of ids) {
    const row = await documentById(tx, id)
    if (!row || (about.memberId !== null && row.ownerId !== about.memberId)) continue
    bytes += row.size
    const isIn = bytes <= bytesMax
    listed.push({
      ...plainOf(row, ['id', 'kind', 'type', 'size', 'at']),
      cameHash: row.cameHash.toString('hex'),
      keptHash: row.keptHash.toString('hex'),
      isInPack: isIn,
    })
    if (!isIn) continue
    const content = await contentOf(tx, about.secrets, row)
    files.push({ name: `documents/${id}.${endings[row.type]}`, bytes: new Uint8Array(content) })
  }
  return listed.length === 0
    ? undefined
    : { data: { documents: listed }, files, facts: { hasDocuments: files.length > 0 } }
}
