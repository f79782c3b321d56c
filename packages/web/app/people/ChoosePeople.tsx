/** Choosing several people among those one knows. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellInside } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SearchField } from '../chats/SearchField.tsx'
import { failureText } from '../words/failure.ts'
import { byName, isNamed } from './order.ts'
import { useKnownPeople } from './people-known.ts'
import { RelationTag } from './RelationTag.tsx'

interface ChoosePeopleProps {
  label: string
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
  /** Those who are not to be chosen: they are in already. */
  without: ReadonlySet<string>
}

export function ChoosePeople({ label, chosen, onChange, without }: ChoosePeopleProps): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState('')
  const { people, isLoading, error } = useKnownPeople(true)
  const others = people
    .filter(({ card }) => !without.has(card.id))
    .sort(byName(({ alias, card }) => alias ?? card.name))
  if (error && others.length === 0) return <Failed>{failureText(error)}</Failed>
  if (isLoading && others.length === 0) return <Skeleton height={56} count={5} />
  if (others.length === 0) return <p className="people-none">{t('people.noneToAdd')}</p>
  const found = others.filter(({ alias, card }) => isNamed(asked, [alias, card.name]))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <>
      <SearchField label={t('people.searchPeople')} value={asked} onChange={setAsked} />
      <div className="cells people-list" role="group" aria-label={label}>
        {found.map(({ card, alias, relation, relationNote, groups }) => (
          <button
            key={card.id}
            type="button"
            role="checkbox"
            aria-checked={chosen.has(card.id)}
            className="cell"
            onClick={() => toggle(card.id)}
          >
            <CellInside
              start={
                <>
                  <span className="tick">{chosen.has(card.id) && <Icon name="check" size={16} />}</span>
                  <Avatar id={card.id} name={alias ?? card.name} photoUrl={card.photoUrl} size={40} />
                </>
              }
              label={
                <span className="named">
                  <span className="one-line">{alias ?? card.name}</span>
                  <RelationTag relation={relation} note={relationNote} />
                </span>
              }
              note={
                alias
                  ? t('people.ownName', { name: card.name })
                  : groups.length > 0
                    ? t('people.fromGroup', { group: groups.join(t('chats.separator')) })
                    : undefined
              }
            />
          </button>
        ))}
      </div>
      {found.length === 0 && <p className="people-none">{t('people.nobodyFound', { name: asked })}</p>}
    </>
  )
}
