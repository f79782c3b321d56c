/** Documents at the desk: read for those who work on a case, handed in with an order. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import type { Problem } from '@laisee/client/errors.ts'
import type { DocumentKind } from '@laisee/core/document.ts'
import { RefusalError, UnansweredError } from '../../app/data/service.ts'
import { service } from '../../app/data/service.ts'
import { session } from '../../app/session/session.ts'

export type Kept = Answer<'readDocument'>

/** A document with its content; read once, since it never changes. */
export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'document', id],
    queryFn: ({ signal }) => service().readDocument({ path: { id }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  })

/** The bytes of what was read, as what it is. */
export function blobOf({ contentBase64, type }: Kept): Blob {
  const bytes = Uint8Array.from(atob(contentBase64), (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type })
}

/** Hand in a file as what its browser says it is. The same bytes again are the same document. */
export async function handIn(file: File, kind: DocumentKind): Promise<{ id: string; size: number }> {
  const reply = await fetch(`/v1/documents?kind=${kind}`, {
    method: 'POST',
    headers: { 'Content-Type': file.type, Authorization: `Bearer ${session()?.token ?? ''}` },
    body: file,
  }).catch((cause: unknown) => {
    throw new UnansweredError('handInDocument', { idempotencyKey: '', status: undefined, cause })
  })
  const answer = (await reply.json()) as { id: string; size: number } | Problem
  if (!reply.ok) throw new RefusalError('handInDocument', answer as Problem)
  return answer as { id: string; size: number }
}
