/** Two people side by side, each with a phone of their own, and between them the clock of their world. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { keep, recall } from '../session/keep.ts'
import { LanguageSwitch } from '../sign-in/LanguageSwitch.tsx'
import { useRoleText } from '../sign-in/role-text.ts'
import { demoPeopleQuery, healthQuery, type DemoPerson } from '../sign-in/welcome-data.ts'
import { ClockControls } from '../tour/ClockControls.tsx'
import { Tour } from '../tour/Tour.tsx'
import { failureText } from '../words/failure.ts'
import { Phone } from './Phone.tsx'
import { clientsOf, firstPair, sides, sit, useSeats, type Side } from './seats.ts'
import './duo.css'

const tourSeen = 'laisee.tour-seen'

export function DuoPage(): ReactElement {
  const { t } = useTranslation()
  const health = useQuery(healthQuery)
  const people = useQuery({ ...demoPeopleQuery, enabled: health.data?.demo === true })
  useEffect(() => {
    document.title = `${t('demo.title')} · ${t('shell.name')}`
  }, [t])
  const failed = health.error ?? people.error
  if (health.data && !health.data.demo)
    return (
      <main>
        <Empty icon="split" title={t('demo.onlyDemo')}>
          <Link to="/">{t('signIn.toWelcome')}</Link>
        </Empty>
      </main>
    )
  if (failed && !people.data)
    return (
      <main>
        <Failed onRetry={() => void (health.data ? people.refetch() : health.refetch())}>
          {failureText(failed)}
        </Failed>
      </main>
    )
  return <Table people={people.data ?? []} />
}

/** On a first visit two people are asked to sit down. */
function useFirstPair(people: readonly DemoPerson[]): unknown {
  const seats = useSeats()
  const isAsked = useRef(false)
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    const pair = firstPair(people)
    if (isAsked.current || !pair) return
    isAsked.current = true
    const empty = sides.filter((side) => seats[side] === undefined)
    Promise.all(empty.map((side) => sit(side, pair[side].memberId))).catch(setError)
  }, [people, seats])
  return error
}

function Table({ people }: { people: readonly DemoPerson[] }): ReactElement {
  const { t } = useTranslation()
  const roleText = useRoleText()
  const seats = useSeats()
  const [front, setFront] = useState<Side>('left')
  const [pointed, setPointed] = useState<Side>()
  const whoAt = (side: Side) => people.find(({ memberId }) => memberId === seats[side]?.memberId)
  const nameAt = (side: Side) => {
    const who = whoAt(side)
    return who ? roleText(who.role) : t(`demo.${side}`)
  }
  return (
    <main className="duo" data-front={front} aria-label={t('demo.title')}>
      <header className="duo-bar">
        <Link to="/" className="icon-button" aria-label={t('demo.leave')}>
          <Icon name="back" />
        </Link>
        <h1>{t('demo.title')}</h1>
        <LanguageSwitch />
      </header>
      <div className="duo-tabs" role="group" aria-label={t('demo.phones')}>
        {sides.map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={front === side}
            data-pointed={pointed === side && front !== side}
            onClick={() => setFront(side)}
          >
            {nameAt(side)}
          </button>
        ))}
      </div>
      <Middle names={{ left: nameAt('left'), right: nameAt('right') }} people={people} onPhone={setPointed} />
      {sides.map((side) => (
        <Phone
          key={side}
          side={side}
          people={people}
          who={whoAt(side)}
          isPointed={pointed === side}
          isBehind={front !== side}
        />
      ))}
    </main>
  )
}

interface MiddleProps {
  people: readonly DemoPerson[]
  names: { left: string; right: string }
  /** Which phone the first run points at. */
  onPhone: (side: Side | undefined) => void
}

/** Between the phones: the first run, and the clock of the world. */
function Middle({ people, names, onPhone }: MiddleProps): ReactElement {
  const { t } = useTranslation()
  const seats = useSeats()
  const error = useFirstPair(people)
  const [isTouring, setTouring] = useState(recall(tourSeen) !== true)
  const [round, setRound] = useState(0)
  const clients = useMemo(() => clientsOf(seats), [seats])
  const isSeated = seats.left !== undefined && seats.right !== undefined
  const pair = { leftId: seats.left?.memberId ?? '', rightId: seats.right?.memberId ?? '' }
  const over = useCallback(() => {
    keep(tourSeen, true)
    setTouring(false)
    onPhone(undefined)
  }, [onPhone])
  return (
    <div className="duo-middle" data-touring={isTouring}>
      {error !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(error)}
        </p>
      )}
      {isTouring && !isSeated && <Skeleton height={150} />}
      {isTouring && isSeated && (
        <Tour
          key={`${round} ${pair.leftId} ${pair.rightId}`}
          pair={pair}
          names={names}
          onPhone={onPhone}
          onOver={over}
        />
      )}
      {!isTouring && (
        <Button
          small
          look="link"
          onClick={() => {
            setRound(round + 1)
            setTouring(true)
          }}
        >
          {t('demo.tour.again')}
        </Button>
      )}
      <details className="duo-clock" open={window.matchMedia('(min-width: 860px)').matches}>
        <summary>
          <Icon name="clock" size={18} />
          {t('demo.clock.open')}
        </summary>
        <ClockControls people={clients} />
      </details>
    </div>
  )
}
