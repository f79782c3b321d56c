/** One's own open report about a member; null where there is none. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { RefusalError, service } from '../data/service.ts'

export type OwnReport = Answer<'readOwnReport'>

export const ownReportQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['report', memberId],
    queryFn: async ({ signal }): Promise<OwnReport | null> => {
      try {
        return await service().readOwnReport({ path: { id: memberId }, signal })
      } catch (error) {
        if (error instanceof RefusalError && error.code === 'not_found') return null
        throw error
      }
    },
  })
