/** Who approves for whom in an organisation, as the desk reads and changes it. */

import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Answer, Ask } from '@laisee/client/client.ts'
import { service } from '../../app/data/service.ts'
import { useNow } from '../../app/data/service-time.ts'
import { useAtDesk, useWrite } from '../data/organisation-data.ts'

export type Delegation = Answer<'listDelegations'>['items'][number]

const soonMs = 15_000

const delegationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id, 'delegations'],
    queryFn: async ({ signal }) => (await service().listDelegations({ path: { id }, signal })).items,
    refetchInterval: soonMs,
  })

/** Those that are not over: who stands in for this member, and for whom this member does. */
export function useStandIns(memberId: string): {
  query: UseQueryResult<Delegation[]>
  own: Delegation | undefined
  others: readonly Delegation[]
} {
  const { organisation } = useAtDesk()
  const now = useNow(60_000)
  const query = useQuery(delegationsQuery(organisation.id))
  const lasting = (query.data ?? []).filter(({ until }) => Date.parse(until) > now)
  return {
    query,
    own: lasting.find(({ fromId }) => fromId === memberId),
    others: lasting.filter(({ toId }) => toId === memberId),
  }
}

export function useDelegating() {
  const { organisation } = useAtDesk()
  const path = { id: organisation.id }
  return {
    begin: useWrite('delegate', (body: Ask<'delegateApprovals'>['body'], idempotencyKey) =>
      service().delegateApprovals({ path, body, idempotencyKey }),
    ),
    end: useWrite('end delegation', (_: null, idempotencyKey) =>
      service().endDelegation({ path, idempotencyKey }),
    ),
  }
}
