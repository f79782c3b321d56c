/** What the first page reads: whether this is a demo world, and who is in it. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type DemoPerson = Answer<'listDemoPeople'>['items'][number]

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => service().readHealth({ signal, deadlineMs: 5_000 }),
  staleTime: Infinity,
})

export const demoPeopleQuery = queryOptions({
  queryKey: ['demo-people'],
  queryFn: async ({ signal }) => (await service().listDemoPeople({ signal, deadlineMs: 5_000 })).items,
})
