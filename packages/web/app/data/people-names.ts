/** What this member calls people: the alias they gave, or the name the other one has. */

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { contactsQuery } from '../people/people-data.ts'
import { useSession } from '../session/session.ts'
import { personQuery } from './queries.ts'

/** Said until a name is known. */
const notYet = '…'

/**
 * The name to show for a member: 你, their alias, or their own name. Three dots stand for it while it is read, and 有人
 * where it cannot be: a stranger's name is not told to everyone. A name already at hand saves asking for it.
 */
export function usePersonName(id: string, known?: string): string {
  const { t } = useTranslation()
  const mine = useSession()?.memberId === id
  const contacts = useQuery({ ...contactsQuery, enabled: !mine })
  const alias = contacts.data?.find(({ member }) => member.id === id)?.alias
  const card = useQuery({
    ...personQuery(id),
    enabled: !mine && known === undefined && typeof alias !== 'string',
  })
  if (mine) return t('common.you')
  const name = alias ?? known ?? card.data?.name
  return name ?? (card.isError ? t('common.someone') : notYet)
}

/** The names of several people whose own names are at hand. */
export function usePersonNames(people: readonly { id: string; name: string }[]): string[] {
  const { t } = useTranslation()
  const myId = useSession()?.memberId
  const { data: contacts } = useQuery(contactsQuery)
  const aliasOf = (id: string) => contacts?.find(({ member }) => member.id === id)?.alias
  return people.map(({ id, name }) => (id === myId ? t('common.you') : (aliasOf(id) ?? name)))
}
