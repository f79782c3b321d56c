/** A split plan as its page reads it. What touches a send touches it as well. */

import { queryOptions } from '@tanstack/react-query'
import { sendsQuery } from '../send/sends-data.ts'
import { service } from '../data/service.ts'

export function planQuery(id: string) {
  return queryOptions({
    queryKey: [...sendsQuery.queryKey, 'plan', id],
    queryFn: ({ signal }) => service().readSplitPlan({ path: { id }, signal }),
  })
}

/** One's latest plans, newest first. */
export const plansQuery = queryOptions({
  queryKey: [...sendsQuery.queryKey, 'plans'],
  queryFn: async ({ signal }) => (await service().listSplitPlans({ query: { limit: 20 }, signal })).items,
})
