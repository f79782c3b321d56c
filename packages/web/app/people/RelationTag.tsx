/** What somebody is to the reader, as a small tag beside their name. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import './tag.css'
import type { Relation } from './people-data.ts'

interface RelationTagProps {
  relation: Relation | null
  /** In the reader's own words, where the relation is another one. */
  note?: string | null
}

export function RelationTag({ relation, note }: RelationTagProps): ReactElement | null {
  const { t } = useTranslation()
  if (relation === null) return null
  const text = relation === 'other' && note ? note : t(`chats.relations.${relation}`)
  return (
    <span className="tag" data-relation={relation}>
      {text}
    </span>
  )
}
