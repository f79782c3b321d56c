/** One person's place in the organisation: their roles, and what an administrator may change of it. */

import { Alert, App, Button, Descriptions, Drawer, type DescriptionsProps } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganisationRole } from '@laisee/core/organisation.ts'
import { service } from '../../app/data/service.ts'
import { setQuery } from '../address.ts'
import { StandInsOf } from '../approvals/StandIns.tsx'
import { useAtDesk, useWrite, type Person } from '../data/organisation-data.ts'
import { useNameOf } from '../parts/names.ts'
import { CopyId, Moment, PersonName } from '../parts/Said.tsx'
import { Failure } from '../parts/States.tsx'
import { PersonActs } from './PersonActs.tsx'
import { RoleBoxes } from './RoleBoxes.tsx'

export function PersonDrawer({ person }: { person: Person }): ReactElement {
  const { t } = useTranslation()
  const { member, state, suspended } = person
  const nameOf = useNameOf()
  return (
    <Drawer
      open
      mask={false}
      size={480}
      title={<PersonName {...member} />}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={() => setQuery({ id: undefined })}
    >
      <div className="drawer-body">
        {suspended && (
          <Alert
            type="warning"
            showIcon
            title={t('deskPeople.stoppedBy', { by: nameOf(suspended.by) })}
            description={
              <>
                {suspended.reason} · <Moment at={suspended.at} />
              </>
            }
          />
        )}
        <Facts person={person} />
        {state === 'active' && <ChangeRoles person={person} />}
        <StandInsOf person={person} />
        <PersonActs person={person} />
      </div>
    </Drawer>
  )
}

function Facts({ person }: { person: Person }): ReactElement {
  const { t } = useTranslation()
  const { member, state, joinedAt, invitedAt, invitationExpiresAt, offeredRoles } = person
  const offered = offeredRoles.map((role) => t(`desk.roles.${role}`)).join(', ')
  const items: NonNullable<DescriptionsProps['items']> = [
    { key: 'id', label: t('deskPeople.id'), children: <CopyId id={member.id} /> },
    { key: 'state', label: t('deskPeople.state'), children: t(`deskPeople.states.${state}`) },
  ]
  const say = (key: 'joinedAt' | 'invitedAt' | 'invitationEnds', at: string) =>
    items.push({ key, label: t(`deskPeople.${key}`), children: <Moment at={at} /> })
  if (joinedAt) say('joinedAt', joinedAt)
  if (state !== 'active') {
    say('invitedAt', invitedAt)
    if (invitationExpiresAt) say('invitationEnds', invitationExpiresAt)
    const roles = offered === '' ? t('deskPeople.noRole') : offered
    items.push({ key: 'offered', label: t('deskPeople.offered'), children: roles })
  }
  return <Descriptions column={1} items={items} />
}

function ChangeRoles({ person: { member, roles } }: { person: Person }): ReactElement {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { organisation, memberId, has } = useAtDesk()
  const [chosen, setChosen] = useState<OrganisationRole[]>([...roles])
  const [held, setHeld] = useState(roles.join())
  // Roles that changed meanwhile, by this write or another's, are what is chosen from then on.
  if (held !== roles.join()) {
    setHeld(roles.join())
    setChosen([...roles])
  }
  const path = { id: organisation.id, memberId: member.id }
  const change = useWrite(`roles ${member.id}`, (body: { roles: OrganisationRole[] }, idempotencyKey) =>
    service().changeOrganisationRoles({ path, body, idempotencyKey }),
  )
  const isSelf = member.id === memberId
  const mayChange = has('administrator') && !isSelf
  const isChanged = chosen.length !== roles.length || chosen.some((role) => !roles.includes(role))
  const save = () =>
    change.mutate(
      { roles: chosen },
      { onSuccess: () => void message.success(t('deskPeople.rolesSaved', { name: member.name })) },
    )
  return (
    <section className="drawer-part">
      <RoleBoxes chosen={chosen} disabled={!mayChange} onChange={setChosen} />
      {isSelf && has('administrator') && <p className="second">{t('deskPeople.ownRoles')}</p>}
      {!has('administrator') && <p className="second">{t('deskPeople.onlyAdministrators')}</p>}
      {change.isError && <Failure error={change.error} />}
      {mayChange && (
        <Button type="primary" disabled={!isChanged} loading={change.isPending} onClick={save}>
          {t('deskPeople.saveRoles')}
        </Button>
      )}
    </section>
  )
}
