/** What the desk reads of reports, and how one is closed. */

import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { useWrite } from '../data/organisation-data.ts'

export type Report = Answer<'listReports'>['items'][number]
export const reportStates = ['open', 'closed'] as const
export type ReportState = (typeof reportStates)[number]

const soonMs = 15_000
const rowsAPage = 50
/** A list somebody has gone far down is not read again by itself. */
const pagesReadAgain = 2

export const reportsQuery = (state: ReportState) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'reports', state],
    queryFn: ({ pageParam, signal }) =>
      service().listReports({
        query: { state, limit: rowsAPage, ...(pageParam !== null && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => ((data?.pages.length ?? 0) > pagesReadAgain ? false : soonMs),
  })

export const useClosing = ({ id: reportId, aboutId: id }: Pick<Report, 'id' | 'aboutId'>) =>
  useWrite('close-report', (body: Ask<'closeReport'>['body'], idempotencyKey) =>
    service().closeReport({ path: { id, reportId }, body, idempotencyKey }),
  )
