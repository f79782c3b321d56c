/** What the desk reads of an organisation, and how its changes are written. */

import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { Answer } from '@laisee/client/client.ts'
import { newKey } from '@laisee/client/new-key.ts'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import { service } from '../../app/data/service.ts'
import { toldAnyway, type Told } from '../../app/data/told-anyway.ts'

export type Organisation = Answer<'readOrganisation'>
export type Person = Answer<'listOrganisationMembers'>['items'][number]
export type Place = Answer<'listMyOrganisations'>['items'][number]

const soonMs = 15_000

export const placesQuery = queryOptions({
  queryKey: ['desk', 'places'],
  queryFn: async ({ signal }) => (await service().listMyOrganisations({ signal })).items,
})

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id, 'organisation'],
    queryFn: ({ signal }) => service().readOrganisation({ path: { id }, signal }),
    refetchInterval: soonMs,
  })

export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', id, 'people'],
    queryFn: async ({ signal }) => (await service().listOrganisationMembers({ path: { id }, signal })).items,
    refetchInterval: soonMs,
  })

/** What a page of the desk knows at once: the organisation, and who is at the desk. */
export interface AtDesk {
  organisation: Organisation
  memberId: string
}

export const AtDeskContext = createContext<AtDesk | null>(null)

/** The organisation whose pages are open, and who is at the desk. */
export function useAtDesk(): AtDesk & { has(role: OrganisationRole): boolean } {
  const at = use(AtDeskContext)
  if (!at) throw new Error('no organisation is open at the desk')
  return { ...at, has: (role) => at.organisation.myRoles.includes(role) }
}

/**
 * A write of the desk. Its key is made when somebody presses and kept while no answer has come, so that pressing again
 * asks for the same thing; afterwards everything the desk has read is read again. Different writes have different names.
 */
export function useWrite<Ask, Done>(
  name: string,
  write: (ask: Ask, idempotencyKey: string) => Promise<Done>,
): Told<Ask, Done> {
  const queries = useQueryClient()
  const keyName = (ask: Ask) => `${name} ${JSON.stringify(ask)}`
  const writing = useMutation({
    mutationFn: (ask: Ask) => write(ask, keyFor(keyName(ask))),
    onSuccess: (_, ask) => void keys.delete(keyName(ask)),
    onError: (error, ask) => {
      if (error.name !== 'UnansweredError') keys.delete(keyName(ask))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['desk'] }),
  })
  return toldAnyway(writing)
}

const keys = new Map<string, string>()

function keyFor(name: string): string {
  const key = keys.get(name) ?? newKey()
  keys.set(name, key)
  return key
}
