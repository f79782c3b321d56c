/** Documents: kept as they came where they are what they say and hold nothing that acts, and there for few. */

import { createHash } from 'node:crypto'
import type { Ask, Fields } from '../asks.ts'
import { isStaff } from './house.ts'
import { iso, no, textIn, yes, type Verdict, type World } from './world.ts'

export interface Document {
  id: string
  owner: string
  kind: string
  text: string
  at: number
}

function shown({ id, kind, text, at }: Document): Fields {
  const hash = createHash('sha256').update(text).digest('hex')
  const size = Buffer.byteLength(text)
  return { id, kind, type: 'application/pdf', size, cameSha256: hash, keptSha256: hash, at: iso(at) }
}

/** Nothing but PDFs is handed in here: a picture is drawn anew, and its bytes are then nobody's to foretell. */
function handInDocument(w: World, { as, query, file }: Ask): Verdict {
  const { type, text } = file!
  if (type !== 'application/pdf' || !text.startsWith('%PDF-')) return no('document_type_unfit')
  if (text.includes('/JavaScript')) return no('document_unsafe')
  return yes((reply) => {
    const same = [...w.documents.values()].find((one) => one.owner === as && one.text === text)
    const made = same ?? { id: textIn(reply, 'id'), owner: as, kind: query!.kind!, text, at: w.clock }
    w.documents.set(made.id, made)
    return shown(made)
  }, 201)
}

/** For whoever handed it in, and for the house. */
function readDocument(w: World, { as, params }: Ask): Verdict {
  const found = w.documents.get(params!.id!)
  if (!found || (found.owner !== as && !isStaff(w, as, 'dispute_agent', 'auditor'))) return no('not_found')
  const contentBase64 = Buffer.from(found.text).toString('base64')
  return yes(() => ({ ...shown(found), contentBase64 }))
}

export const documentRules: Record<string, (w: World, ask: Ask) => Verdict> = { handInDocument, readDocument }
