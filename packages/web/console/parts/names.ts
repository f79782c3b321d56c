/** What people of the organisation are called, by id; the operator by a word, and whoever has left by their id. */

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { peopleQuery, useAtDesk } from '../data/organisation-data.ts'

/** A function that says who an id is. */
export function useNameOf(): (id: string) => string {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  const people = useQuery(peopleQuery(organisation.id)).data ?? []
  return (id) => {
    if (id.startsWith('operator')) return t('desk.operator')
    return people.find(({ member }) => member.id === id)?.member.name ?? id
  }
}
