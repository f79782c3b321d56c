/** Choosing one person among those one knows. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { byName } from '../people/order.ts'
import { useKnownPeople, type KnownPerson } from '../people/people-known.ts'
import { RelationTag } from '../people/RelationTag.tsx'
import { failureText } from '../words/failure.ts'

export interface Chosen {
  id: string
  name: string
}

/** Family first, then by name. */
function inOrder(people: readonly KnownPerson[]): KnownPerson[] {
  const named = byName<KnownPerson>(({ alias, card }) => alias ?? card.name)
  const isFamily = ({ relation }: KnownPerson) => (relation === 'family' ? 0 : 1)
  return people.toSorted((a, b) => isFamily(a) - isFamily(b) || named(a, b))
}

export function ChooseOne({ onChoose }: { onChoose: (chosen: Chosen) => void }): ReactElement {
  const { t } = useTranslation()
  const { people, isLoading, error } = useKnownPeople(true)
  if (error && people.length === 0) return <Failed>{failureText(error)}</Failed>
  if (isLoading && people.length === 0) return <Skeleton height={56} count={4} />
  if (people.length === 0) return <p className="limit-note">{t('limits.nobody')}</p>
  return (
    <div className="choose-one">
      <Cells>
        {inOrder(people).map(({ card, alias, relation, relationNote }) => (
          <CellButton
            key={card.id}
            start={<Avatar {...card} name={alias ?? card.name} size={40} />}
            label={
              <span className="named">
                <span className="whole-name">{alias ?? card.name}</span>
                <RelationTag relation={relation} note={relationNote} />
              </span>
            }
            onClick={() => onChoose({ id: card.id, name: alias ?? card.name })}
          />
        ))}
      </Cells>
    </div>
  )
}
