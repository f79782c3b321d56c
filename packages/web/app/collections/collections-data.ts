/** Collections and group notices as their pages read them. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type Collection = Answer<'readCollection'>
export type Share = Collection['shares'][number]
export type Role = 'asked' | 'to_pay'

export const collectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['collections', id],
    queryFn: ({ signal }) => service().readCollection({ path: { id }, signal }),
  })

/** One's latest, newest first. */
export const collectionsQuery = (role: Role) =>
  queryOptions({
    queryKey: ['collections', 'list', role],
    queryFn: async ({ signal }) =>
      (await service().listCollections({ query: { role, limit: 50 }, signal })).items,
  })

export const groupNoticesQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['group-notices', groupId],
    queryFn: async ({ signal }) =>
      (await service().listGroupNotices({ path: { id: groupId }, signal })).items,
  })
