/** One's own document as the service has it. It never changes, so it is read once while somebody looks. */

import { queryOptions } from '@tanstack/react-query'
import { service } from '../data/service.ts'

export interface Content {
  type: string
  blob: Blob
}

export const contentQuery = (id: string) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: async ({ signal }): Promise<Content> => {
      const { type, contentBase64 } = await service().readDocument({ path: { id }, signal })
      const bytes = Uint8Array.from(atob(contentBase64), (letter) => letter.charCodeAt(0))
      return { type, blob: new Blob([bytes], { type }) }
    },
    staleTime: Infinity,
    gcTime: 0,
  })
