/** Choosing among the people of a group, all at once or one by one. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInside } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Card } from '../data/queries.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { failureText } from '../words/failure.ts'

interface GroupPeopleProps {
  people: readonly Card[] | undefined
  error: unknown
  onRetry: () => void
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

export function GroupPeople({ people, error, onRetry, chosen, onChange }: GroupPeopleProps): ReactElement {
  const { t } = useTranslation()
  if (!people)
    return error ? (
      <Failed onRetry={onRetry}>{failureText(error)}</Failed>
    ) : (
      <Skeleton height={56} count={5} />
    )
  const isAll = people.length > 0 && people.every(({ id }) => chosen.has(id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <div className="cells people-list" role="group" aria-label={t('collections.who')}>
      <button
        type="button"
        className="cell"
        onClick={() => onChange(new Set(isAll ? [] : people.map(({ id }) => id)))}
      >
        <CellInside
          label={
            <span className="limit-do">{isAll ? t('collections.nobody') : t('collections.everyone')}</span>
          }
        />
      </button>
      {people.map((card) => (
        <Person key={card.id} card={card} isChosen={chosen.has(card.id)} onToggle={() => toggle(card.id)} />
      ))}
    </div>
  )
}

interface PersonProps {
  card: Card
  isChosen: boolean
  onToggle: () => void
}

function Person({ card, isChosen, onToggle }: PersonProps): ReactElement {
  const name = usePersonName(card.id, card.name)
  return (
    <button type="button" role="checkbox" aria-checked={isChosen} className="cell" onClick={onToggle}>
      <CellInside
        start={
          <>
            <span className="tick">{isChosen && <Icon name="check" size={16} />}</span>
            <PersonFace {...card} size={40} />
          </>
        }
        label={<span className="one-line">{name}</span>}
      />
    </button>
  )
}
