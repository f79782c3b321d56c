/** The doors of a demo world: two people at once, or one of its people in one tap. */

import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellButton, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { seat } from '../session/seat.ts'
import { failureText } from '../words/failure.ts'
import { circlesOf } from './circles.ts'
import { exchange } from './exchange.ts'
import { useRoleText } from './role-text.ts'
import { demoPeopleQuery, type DemoPerson } from './welcome-data.ts'

export function DemoDoors(): ReactElement {
  const { t } = useTranslation()
  const people = useQuery(demoPeopleQuery)
  // Being led on is the router's doing, once the seat has a session.
  const enter = useMutation({
    mutationFn: ({ memberId }: DemoPerson) => exchange({ kind: 'demo', memberId }),
  })
  return (
    <>
      {seat.name === 'main' && (
        <Link to="/duo" className="duo-door">
          <Icon name="split" size={28} />
          <span className="duo-door-text">
            <span>{t('signIn.duo')}</span>
            <span>{t('signIn.duoText')}</span>
          </span>
          <Icon name="next" size={18} />
        </Link>
      )}
      <div className="welcome-choose">
        <h2>{t('signIn.chooseTitle')}</h2>
        <p>{t('signIn.chooseText')}</p>
      </div>
      {enter.isError && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(enter.error)}
        </p>
      )}
      {people.isPending && <Skeleton height={64} count={6} />}
      {people.isError && <Failed onRetry={() => void people.refetch()}>{failureText(people.error)}</Failed>}
      {people.data?.length === 0 && <Empty icon="people" title={t('signIn.nobody')} />}
      {circlesOf(people.data ?? []).map(({ name, people: members }) => (
        <Cells key={name} title={name ?? t('signIn.others')}>
          {members.map((person) => (
            <PersonDoor
              key={person.memberId}
              person={person}
              isEntering={enter.isPending && enter.variables.memberId === person.memberId}
              isShut={enter.isPending}
              onEnter={() => enter.mutate(person)}
            />
          ))}
        </Cells>
      ))}
    </>
  )
}

interface PersonDoorProps {
  person: DemoPerson
  isEntering: boolean
  isShut: boolean
  onEnter: () => void
}

function PersonDoor({ person, isEntering, isShut, onEnter }: PersonDoorProps): ReactElement {
  const role = useRoleText()(person.role)
  const { memberId, name, photoUrl, groups } = person
  return (
    <CellButton
      aria-busy={isEntering || undefined}
      disabled={isShut}
      onClick={onEnter}
      start={<Avatar id={memberId} name={name} photoUrl={photoUrl} />}
      label={role}
      note={<span className="one-line welcome-who">{[name, ...groups].join(' · ')}</span>}
      end={isEntering ? <span className="spinner" aria-hidden="true" /> : undefined}
      leads={!isEntering}
    />
  )
}
