/** What is read of a send on behalf of an organisation, only where there is one: its name, and why it was not approved. */

import { queryOptions } from '@tanstack/react-query'
import { service } from '../data/service.ts'

/** The organisations one is in. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) => (await service().listMyOrganisations({ signal })).items,
  staleTime: 600_000,
})

/** Who did not approve a send of one's own, and why: its approval tells, the packet or transfer does not. */
export const rejectionQuery = (kind: 'packet' | 'transfer', id: string) =>
  queryOptions({
    queryKey: [kind, id, 'rejection'],
    queryFn: async ({ signal }) => {
      const { acts } = await service().readApproval({ path: { sendId: id }, signal })
      return acts.find((act) => act.kind === 'rejected') ?? null
    },
  })
