/** The organisations one is in, and those that invite one. Whoever is in a single one is there at once. */

import { useQuery } from '@tanstack/react-query'
import { App, Button, Tag } from 'antd'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { go, linkTo, useAddress } from '../address.ts'
import { placesQuery, useWrite, type Place } from '../data/organisation-data.ts'
import { Failure, Nothing, Read } from '../parts/States.tsx'
import { Settings } from '../shell/TopBar.tsx'

export function ChooseOrganisation(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const places = useQuery(placesQuery)
  const [only, ...others] = places.data ?? []
  const goesOnTo =
    only?.state === 'active' && others.length === 0 && query['choose'] === undefined
      ? only.organisationId
      : undefined
  useEffect(() => {
    document.title = `${t('desk.chooseTitle')} · ${t('desk.name')}`
  }, [t])
  useEffect(() => {
    if (goesOnTo !== undefined) go(`/${goesOnTo}`, {}, true)
  }, [goesOnTo])
  return (
    <div className="door">
      <header className="top-bar">
        <h1>{t('desk.name')}</h1>
        <Settings />
      </header>
      <main className="door-main">
        <section className="card">
          <h2>{t('desk.chooseTitle')}</h2>
          <Read query={places}>{(items) => <Places items={items} />}</Read>
        </section>
      </main>
    </div>
  )
}

function Places({ items }: { items: readonly Place[] }): ReactElement {
  const { t } = useTranslation()
  if (items.length === 0)
    return (
      <Nothing text={t('desk.noOrganisation')}>
        <p className="second">{t('desk.noOrganisationText')}</p>
      </Nothing>
    )
  return (
    <ul className="places">
      {items.map((place) => (
        <li key={place.organisationId}>
          {place.state === 'invited' ? <Invitation place={place} /> : <Entrance place={place} />}
        </li>
      ))}
    </ul>
  )
}

function Entrance({ place: { organisationId, name, roles } }: { place: Place }): ReactElement {
  const { t } = useTranslation()
  return (
    <a {...linkTo(`/${organisationId}`)} className="entrance">
      <span className="one-line">{name}</span>
      <span className="tags">
        {roles.map((role) => (
          <Tag key={role}>{t(`desk.roles.${role}`)}</Tag>
        ))}
        {roles.length === 0 && <span className="second">{t('desk.noRoles')}</span>}
      </span>
    </a>
  )
}

function Invitation({ place: { organisationId, name, offeredRoles } }: { place: Place }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const accept = useWrite('accept', (id: string, idempotencyKey) =>
    service().acceptOrganisationInvitation({ path: { id }, idempotencyKey }),
  )
  const press = () =>
    accept.mutate(organisationId, {
      onSuccess: () => void message.success(t('desk.accepted', { name })),
    })
  const roles = offeredRoles.map((role) => t(`desk.roles.${role}`)).join(t('desk.separator'))
  return (
    <div className="invitation">
      <span>
        <strong>{name}</strong>{' '}
        <span className="second">{t('desk.invitedBy', { roles: roles === '' ? '–' : roles })}</span>
      </span>
      <Button type="primary" loading={accept.isPending} onClick={press}>
        {t('desk.accept')}
      </Button>
      {accept.isError && <Failure error={accept.error} />}
    </div>
  )
}
