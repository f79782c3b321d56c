/** Limits, allowances and guardian links, as the service has them. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type Limits = Answer<'getMyLimits'>
export type Limit = Limits['limits'][number]
export type Family = Answer<'listFamilies'>['given'][number]
export type Guardian = Answer<'listGuardians'>['guarding'][number]

export const limitsQuery = queryOptions({
  queryKey: ['limits'],
  queryFn: ({ signal }) => service().getMyLimits({ signal }),
})

export const familiesQuery = queryOptions({
  queryKey: ['families'],
  queryFn: ({ signal }) => service().listFamilies({ signal }),
})

export const guardiansQuery = queryOptions({
  queryKey: ['guardians'],
  queryFn: ({ signal }) => service().listGuardians({ signal }),
})
