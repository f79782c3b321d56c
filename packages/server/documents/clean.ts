/**
 * What comes in is looked at before it is kept. What counts is what is found in the bytes, not what was said of them. A
 * picture is drawn anew, so that nothing but what can be seen is left of it; a PDF that acts, an archive, a drawing that
 * may hold a script are not taken.
 */

import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { decideDocumentType, picturePointsMax, type DocumentType } from '@laisee/core/document.ts'
import { orThrow, refuse, RefusalError } from '@laisee/core/refusals.ts'
import { wrongInPdf } from './check-pdf.ts'

/** A document that may be kept. */
export interface Clean {
  type: DocumentType
  bytes: Buffer
}

/** Look at what came, and make it fit to be kept. Refuses `document_type_unfit`, `document_unsafe`, `document_unreadable`. */
export async function cleanDocument(bytes: Buffer, said: string | undefined): Promise<Clean> {
  const found = await fileTypeFromBuffer(bytes)
  const type = orThrow(decideDocumentType(said, found?.mime))
  if (type !== 'application/pdf') return { type, bytes: await drawAnew(bytes, type) }
  const wrong = await wrongInPdf(bytes)
  if (wrong) throw new RefusalError(refuse('document_unsafe', { found: wrong }))
  return { type, bytes }
}

/** The picture's points alone, upright: no place, no camera, no thumbnail, nothing behind its end. */
async function drawAnew(bytes: Buffer, type: Exclude<DocumentType, 'application/pdf'>): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: picturePointsMax, failOn: 'error', pages: 1 }).rotate()
    if (type === 'image/png') return await picture.png().toBuffer()
    return await (
      type === 'image/webp' ? picture.webp({ quality: 90 }) : picture.jpeg({ quality: 90 })
    ).toBuffer()
  } catch (error) {
    throw new RefusalError(
      refuse('document_unreadable', { tooLarge: /pixel limit/i.test((error as Error).message) }),
    )
  }
}
