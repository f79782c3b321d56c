/** What is read of sending on behalf of an organisation, only where there is one: its name and wallet. */

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

/** What its policy lets one still send for it. */
export const organisationLimitsQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', id, 'limits'],
    queryFn: ({ signal }) => service().readMySendingLimits({ path: { id }, signal }),
    // Others may spend what everybody together may send.
    staleTime: 10_000,
  })
