/** Documents that people hand in: what they may be, and how big. What is in them is looked at where they arrive. */

import { refuse, type Refusal } from './refusals.ts'

/** What a document is handed in as. */
export const documentKinds = [
  'chat_record',
  'transfer_record',
  'identity',
  'police_receipt',
  'order',
  'statement',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a document may be; pictures are drawn anew before they are kept. */
export const documentTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type DocumentType = (typeof documentTypes)[number]

export const documentBytesMax = 10_000_000
/** The most points of a picture, whatever it says of itself in few bytes. */
export const picturePointsMax = 40_000_000
export const documentsPerMemberMax = 500

/** Whether a type that was found, or said, is one of those. */
export function isDocumentType(type: string | undefined): type is DocumentType {
  return (documentTypes as readonly (string | undefined)[]).includes(type)
}

/** May it be kept as what it was said to be? What was found in the bytes counts, and has to be the same. */
export function decideDocumentType(
  said: string | undefined,
  found: string | undefined,
): DocumentType | Refusal {
  if (!isDocumentType(found) || said !== found)
    return refuse('document_type_unfit', { types: [...documentTypes], found: found ?? null })
  return found
}
