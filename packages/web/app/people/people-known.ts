/** Everyone one knows: contacts, and those in the same groups. */

import { useQueries, useQuery } from '@tanstack/react-query'
import type { Card } from '../data/queries.ts'
import { useSession } from '../session/session.ts'
import { contactsQuery, groupMembersQuery, groupsQuery, type Relation } from './people-data.ts'

export interface KnownPerson {
  card: Card
  alias: string | null
  relation: Relation | null
  relationNote: string | null
  isContact: boolean
  /** The names of the groups one shares with them. */
  groups: string[]
}

export interface KnownPeople {
  people: KnownPerson[]
  isLoading: boolean
  error: Error | null
}

/** Whom one knows, contacts first; oneself left out. Read while it is asked for. */
export function useKnownPeople(isAsked: boolean): KnownPeople {
  const myId = useSession()?.memberId
  const contacts = useQuery({ ...contactsQuery, enabled: isAsked })
  const groups = useQuery({ ...groupsQuery, enabled: isAsked })
  const listed = isAsked ? (groups.data ?? []) : []
  const members = useQueries({ queries: listed.map(({ id }) => groupMembersQuery(id)) })
  const found = new Map<string, KnownPerson>()
  for (const { member, alias, relation, relationNote } of contacts.data ?? [])
    found.set(member.id, { card: member, alias, relation, relationNote, isContact: true, groups: [] })
  members.forEach(({ data = [] }, i) => {
    const group = listed[i]!.name
    for (const { member } of data) {
      if (member.id === myId) continue
      const known = found.get(member.id)
      if (known) known.groups.push(group)
      else
        found.set(member.id, {
          card: member,
          alias: null,
          relation: null,
          relationNote: null,
          isContact: false,
          groups: [group],
        })
    }
  })
  const every = [contacts, groups, ...members]
  return {
    people: [...found.values()],
    isLoading: every.some(({ isPending }) => isPending),
    error: every.find(({ error }) => error)?.error ?? null,
  }
}
