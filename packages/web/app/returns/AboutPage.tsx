/** Everybody who has a share of a packet: who was asked back, how each stands, and who has not been asked. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { usePersonName } from '../data/people-names.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { sumOf } from './group-sum.ts'
import { ReturnChip } from './ReturnChip.tsx'
import { aboutQuery, previewQuery, type ReturnPreview, type ReturnRequest } from './returns-data.ts'
import './returns.css'

type Person = ReturnPreview['recipients'][number]

export function AboutPage(): ReactElement {
  const { t } = useTranslation()
  const { packetId } = useParams({ from: '/shell/returns/about/$packetId' })
  const back = useBack('/returns')
  const about = useQuery(aboutQuery(packetId))
  const preview = useQuery({ ...previewQuery(packetId), staleTime: 2_000 })
  const error = about.error ?? preview.error
  return (
    <Page title={t('returns.about.title')} onBack={back} className="returns">
      {about.data && preview.data ? (
        <Body packetId={packetId} requests={about.data} people={preview.data.recipients} />
      ) : error === null ? (
        <>
          <Skeleton height={120} />
          <Skeleton height={76} count={4} />
        </>
      ) : isRefusal(error) ? (
        <Empty icon="search" title={t('returns.ask.nobody')}>
          <p>{error.code === 'nothing_to_return' ? t('returns.ask.nobodyText') : failureText(error)}</p>
        </Empty>
      ) : (
        <Failed onRetry={() => void Promise.all([about.refetch(), preview.refetch()])} />
      )}
    </Page>
  )
}

interface BodyProps {
  packetId: string
  requests: readonly ReturnRequest[]
  people: readonly Person[]
}

function Body({ packetId, requests, people }: BodyProps): ReactElement {
  const { t } = useTranslation()
  const { count, back, returned, left } = sumOf(people, requests)
  const askable = people.filter(({ refusal }) => refusal === null)
  const amount = askable.reduce((so, person) => so + person.left, 0)
  const latestOf = (id: string) => requests.findLast(({ recipient }) => recipient.id === id)
  return (
    <>
      <section className="cells return-who">
        <p className="return-sum" role="status">
          {t('returns.about.sum', { count, back })}
        </p>
        <progress className="return-bar" max={count} value={back} aria-label={t('returns.about.title')} />
        <p className="return-second">{t('returns.about.sumAmount', { amount: returned, left })}</p>
      </section>
      {askable.length > 1 && (
        <Cells>
          <Link to="/returns/ask/$sourceId" params={{ sourceId: packetId }} search={{}} className="cell">
            <CellInside
              start={<Icon name="people" />}
              label={t('returns.about.everyone')}
              note={t('returns.about.everyoneNote', { count: askable.length, amount })}
              leads
            />
          </Link>
        </Cells>
      )}
      <ul className="cells">
        {people.map((person) => (
          <li key={person.member.id}>
            <PersonRow packetId={packetId} person={person} request={latestOf(person.member.id)} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface PersonRowProps {
  packetId: string
  person: Person
  request: ReturnRequest | undefined
}

function PersonRow({ packetId, person, request }: PersonRowProps): ReactElement {
  const { t } = useTranslation()
  const { member, received } = person
  const name = usePersonName(member.id, member.name)
  const inside = (
    <CellInside
      start={<PersonFace {...member} size={44} />}
      label={
        <span className="one-line return-row-name" dir="auto">
          {name}
        </span>
      }
      note={request ? <ReturnChip state={request.state} isMine /> : t('returns.about.not')}
      end={<Amount fen={received} />}
      leads
    />
  )
  if (request)
    return (
      <Link to="/returns/$requestId" params={{ requestId: request.id }} className="cell return-row">
        {inside}
      </Link>
    )
  return (
    <Link
      to="/returns/ask/$sourceId"
      params={{ sourceId: packetId }}
      search={{ to: member.id }}
      className="cell return-row"
      aria-label={t('returns.about.ask', { name })}
    >
      {inside}
    </Link>
  )
}
