/** What is read of sending on behalf of an organisation, only where there is one: its name and wallet, and why it was not approved. */

import { queryOptions } from '@tanstack/react-query'
import { service } from '../data/service.ts'

/** The organisations one is in. */
export const organisationsQuery = queryOptions({
  queryKey: ['organisations'],
  queryFn: async ({ signal }) => (await service().listMyOrganisations({ signal })).items,
  staleTime: 600_000,
})

/** An organisation one is in: its wallet is told to those who send for it. */
export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id],
    queryFn: ({ signal }) => service().readOrganisation({ path: { id }, signal }),
    // Others spend from it as well.
    staleTime: 10_000,
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
