/** What the desk reads of the policy: the version that holds, every version, and one of them in full. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'

export type Policy = Answer<'readPolicy'>
export type PolicyVersion = Answer<'listPolicies'>['items'][number]
export type Content = Policy['content']
export type Rule = Content['rules'][number]
export type Chain = Content['chains'][number]
export type Problem = Policy['problems'][number]
export type Trial = Answer<'tryPolicy'>

const soonMs = 15_000

export const currentPolicyQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id, 'policy', 'current'],
    queryFn: ({ signal }) => service().readCurrentPolicy({ path: { id }, signal }),
    refetchInterval: soonMs,
  })

/** Every version, newest first; all pages of them. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id, 'policy', 'versions'],
    queryFn: async ({ signal }) => {
      const all: PolicyVersion[] = []
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = cursor === undefined ? {} : { cursor }
        const page = await service().listPolicies({ path: { id }, query, signal })
        all.push(...page.items)
        cursor = page.nextCursor
      }
      return all
    },
    refetchInterval: soonMs,
  })

export const policyQuery = (id: string, policyId: string) =>
  queryOptions({
    queryKey: ['desk', id, 'policy', policyId],
    queryFn: ({ signal }) => service().readPolicy({ path: { id, policyId }, signal }),
  })
