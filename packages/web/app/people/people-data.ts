/** People and groups as this member has them: contacts, blocks, groups and who is in them. */

import { queryOptions } from '@tanstack/react-query'
import type { Answer } from '@laisee/client/client.ts'
import { service } from '../data/service.ts'

export type Contact = Answer<'listContacts'>['items'][number]
export type Block = Answer<'listBlocks'>['items'][number]
export type Group = Answer<'listGroups'>['items'][number]
export type GroupMember = Answer<'listGroupMembers'>['items'][number]
export type Recipient = Answer<'getRecipient'>
export type Relation = NonNullable<Contact['relation']>

interface PageOf<Item> {
  items: Item[]
  nextCursor: string | null
}

/** Every page of a list, one after the other. */
async function everyPage<Item>(read: (page: object) => Promise<PageOf<Item>>): Promise<Item[]> {
  const found: Item[] = []
  let cursor: string | null = null
  do {
    const page: PageOf<Item> = await read({ limit: 200, ...(cursor === null ? {} : { cursor }) })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return found
}

/** Whom one keeps, under which name. */
export const contactsQuery = queryOptions({
  queryKey: ['contacts'],
  queryFn: ({ signal }) => everyPage((query) => service().listContacts({ query, signal })),
})

export const blocksQuery = queryOptions({
  queryKey: ['blocks'],
  queryFn: ({ signal }) => everyPage((query) => service().listBlocks({ query, signal })),
})

/** The groups one is in. */
export const groupsQuery = queryOptions({
  queryKey: ['groups'],
  queryFn: ({ signal }) => everyPage((query) => service().listGroups({ query, signal })),
})

/** One group; `not_found` where one is not in it. */
export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['group', id],
    queryFn: ({ signal }) => service().getGroup({ path: { id }, signal }),
  })

/** Who is in a group now, in the order they came. */
export const groupMembersQuery = (id: string) =>
  queryOptions({
    queryKey: ['group', id, 'members'],
    queryFn: ({ signal }) =>
      everyPage((query) => service().listGroupMembers({ path: { id }, query, signal })),
  })

/** A person as whoever would pay them knows them. */
export const recipientQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['recipient', memberId],
    queryFn: ({ signal }) => service().getRecipient({ path: { memberId }, signal }),
  })
