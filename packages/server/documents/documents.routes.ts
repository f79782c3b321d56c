/** Documents over the API: handed in as bytes, read by whoever handed them in and by the service's staff. */

import { Type } from 'typebox'
import { documentBytesMax, documentKinds, documentTypes } from '@laisee/core/document.ts'
import { toIso } from '@laisee/core/instant.ts'
import { refuse, RefusalError } from '@laisee/core/refusals.ts'
import { route, type Route } from '../http/route.ts'
import { closed, IdSchema, MomentSchema, named, oneOf } from '../http/schemas.ts'
import { isStaff } from '../organisations/house.ts'
import { contentOf, documentById, handInDocument, type DocumentRow } from './hand-in.ts'

const tags = ['documents']

const HashSchema = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, in hexadecimal.' })

const told = {
  id: IdSchema('document'),
  kind: oneOf(documentKinds),
  type: oneOf(documentTypes),
  size: Type.Integer({ minimum: 0, description: 'Of what is kept, in bytes.' }),
  cameSha256: HashSchema,
  keptSha256: HashSchema,
  at: MomentSchema,
}

export const DocumentSchema = named(
  'Document',
  'A document that was handed in: a picture is kept as it was drawn anew, a PDF as it came.',
  told,
)

const DocumentContentSchema = named('DocumentContent', 'A document with what is kept of it.', {
  ...told,
  contentBase64: Type.String(),
})

/** A document as the API says it. */
export function showDocument({ id, kind, type, size, cameHash, keptHash, at }: DocumentRow) {
  return {
    ...{ id, kind, type, size },
    cameSha256: cameHash.toString('hex'),
    keptSha256: keptHash.toString('hex'),
    at: toIso(at),
  }
}

export const documentRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/documents',
    name: 'handInDocument',
    summary: 'Hand in a document: a picture or a PDF, as bytes',
    description: [
      'The body is the file itself, `Content-Type` what it is. A picture is drawn anew, so that place, camera and whatever else',
      'was in it are gone; a PDF with scripts, files or forms that send, an archive, a drawing (SVG) are refused. Black out what',
      'nobody needs before it leaves the device. No name of a file is taken. The same bytes again are the same document.',
    ].join('\n'),
    tags,
    callers: ['member', 'operator:disputes:write'],
    query: closed({ kind: oneOf(documentKinds) }),
    bodyTypes: documentTypes,
    bodyBytesMax: documentBytesMax,
    reply: DocumentSchema,
    status: 201,
    refusals: ['documents_max', 'document_type_unfit', 'document_unsafe', 'document_unreadable'],
    idempotent: 'natural',
    handle: async ({ ctx, caller, query, bytes, contentType }) => {
      const ownerId = caller.kind === 'operator' ? caller.keyId : caller.memberId
      const ask = { ownerId, kind: query.kind, said: contentType, bytes }
      return showDocument(await handInDocument(ctx, ask))
    },
  }),
  route({
    method: 'GET',
    path: '/v1/documents/{id}',
    name: 'readDocument',
    summary: 'A document with its content, for whoever handed it in and the service’s staff',
    tags,
    callers: ['member', 'operator:disputes:read'],
    looksAtOthers: true,
    params: closed({ id: IdSchema('document') }),
    reply: DocumentContentSchema,
    refusals: ['not_found'],
    idempotent: 'read',
    handle: ({ ctx, caller, params }) =>
      ctx.db.snapshot(async (tx) => {
        const row = await documentById(tx, params.id)
        const isOwn = caller.kind === 'member' && row?.ownerId === caller.memberId
        if (!row || (!isOwn && !(await isStaff(tx, caller, ['dispute_agent', 'auditor']))))
          throw new RefusalError(refuse('not_found'))
        const content = await contentOf(tx, ctx.secrets, row)
        return { ...showDocument(row), contentBase64: content.toString('base64') }
      }),
  }),
]
