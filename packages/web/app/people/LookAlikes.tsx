/** Others who are shown by the same name: who they are, side by side, so that no money goes to the wrong one. */

import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellInside } from '../../ui/Cells.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Recipient } from './people-data.ts'
import { RelationTag } from './RelationTag.tsx'
import { useDay } from './use-day.ts'

export function LookAlikes({ person }: { person: Recipient }): ReactElement {
  const { t } = useTranslation()
  const name = sharedName(person)
  return (
    <section className="look-alikes">
      <div className="notice" data-tone="hold">
        <Icon name="warn" size={20} />
        <div>
          <h2>{t('people.lookAlikesTitle', { count: person.lookAlikes.length, name })}</h2>
          <p>{t('people.lookAlikesText')}</p>
        </div>
      </div>
      <div className="cells">
        {person.lookAlikes.map((other) => (
          <LookAlikeRow key={other.memberId} other={other} />
        ))}
      </div>
    </section>
  )
}

/** The name that another goes by too: the alias where they are shown by it, else the person's own. */
function sharedName({ alias, name, lookAlikes }: Recipient): string {
  const isShared = (one: string) => lookAlikes.some((other) => other.name === one || other.alias === one)
  return alias !== null && isShared(alias) ? alias : name
}

function LookAlikeRow({ other }: { other: Recipient['lookAlikes'][number] }): ReactElement {
  const { t } = useTranslation()
  const day = useDay()
  const { memberId, alias, name, photoUrl, relation, lastPaidAt, sharedGroups } = other
  const facts = [
    alias !== null && t('people.ownName', { name }),
    sharedGroups.length > 0 &&
      t('people.fromGroup', { group: sharedGroups.map((group) => group.name).join(t('chats.separator')) }),
    lastPaidAt ? t('people.lastPaid', { day: day(lastPaidAt) }) : t('people.neverPaid'),
  ]
  return (
    <Link to="/people/$memberId" params={{ memberId }} className="cell">
      <CellInside
        start={<Avatar id={memberId} name={alias ?? name} photoUrl={photoUrl} size={40} />}
        label={
          <span className="named">
            <span className="one-line">{alias ?? name}</span>
            <RelationTag relation={relation} />
          </span>
        }
        note={facts.filter(Boolean).join(' · ')}
        leads
      />
    </Link>
  )
}
