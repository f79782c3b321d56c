/** What may be done about a person's place: stopping their sends, letting them go on, taking them out, leaving. */

import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { service } from '../../app/data/service.ts'
import { go, setQuery } from '../address.ts'
import { useAtDesk, useWrite, type Person } from '../data/organisation-data.ts'
import { ReasonDialog } from '../parts/ReasonDialog.tsx'
import { Failure } from '../parts/States.tsx'

/** The writes of this person's place. */
function usePlaceWrites(memberId: string) {
  const { organisation } = useAtDesk()
  const path = { id: organisation.id, memberId }
  return {
    suspend: useWrite(`suspend ${memberId}`, (reason: string, idempotencyKey) =>
      service().suspendOrganisationMember({ path, body: { reason }, idempotencyKey }),
    ),
    resume: useWrite(`resume ${memberId}`, (_: null, idempotencyKey) =>
      service().resumeOrganisationMember({ path, idempotencyKey }),
    ),
    end: useWrite(`end ${memberId}`, (_: null, idempotencyKey) =>
      service().endOrganisationMembership({ path, idempotencyKey }),
    ),
  }
}

/** Whoever left has nothing to see here; whoever took somebody out goes on with the list. */
function afterLeaving(isSelf: boolean): void {
  if (isSelf) go('/', {}, true)
  else setQuery({ id: undefined })
}

export function PersonActs({ person }: { person: Person }): ReactElement | null {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const { memberId, organisation, has } = useAtDesk()
  const { member, state, suspended } = person
  const { name } = member
  const { suspend, resume, end } = usePlaceWrites(member.id)
  const [asked, setAsked] = useState<'suspend' | 'end'>()
  const isSelf = member.id === memberId
  if (state === 'ended' || (!has('administrator') && !isSelf)) return null
  const say = (said: 'suspended' | 'resumed' | 'removed' | 'left') => {
    void message.success(t(`deskPeople.${said}`, { name }))
    setAsked(undefined)
  }
  const leave = () => {
    say(isSelf ? 'left' : 'removed')
    afterLeaving(isSelf)
  }
  const endWord = state === 'invited' ? 'takeBack' : isSelf ? 'leave' : 'remove'
  const endTitle = t(isSelf ? 'deskPeople.leaveTitle' : 'deskPeople.removeTitle', {
    name,
    organisation: organisation.name,
  })
  const onClose = () => setAsked(undefined)
  return (
    <section className="drawer-part drawer-acts">
      {has('administrator') && state === 'active' && !suspended && (
        <Button onClick={() => setAsked('suspend')}>{t('deskPeople.suspend')}</Button>
      )}
      {has('administrator') && suspended && (
        <Button
          disabled={isSelf}
          loading={resume.isPending}
          onClick={() => resume.mutate(null, { onSuccess: () => say('resumed') })}
        >
          {t('deskPeople.resume')}
        </Button>
      )}
      <Button danger onClick={() => setAsked('end')}>
        {t(`deskPeople.${endWord}`)}
      </Button>
      {isSelf && suspended && <p className="second">{t('deskPeople.ownResume')}</p>}
      {resume.isError && <Failure error={resume.error} />}
      {asked === 'suspend' && (
        <ReasonDialog
          onClose={onClose}
          title={t('deskPeople.suspendTitle', { name })}
          text={t('deskPeople.suspendText', { name })}
          action={t('deskPeople.suspend')}
          asksWhy
          busy={suspend.isPending}
          error={suspend.error}
          onDo={(reason) => suspend.mutate(reason, { onSuccess: () => say('suspended') })}
        />
      )}
      {asked === 'end' && (
        <ReasonDialog
          onClose={onClose}
          title={endTitle}
          text={t('deskPeople.removeText')}
          action={t(`deskPeople.${endWord}`)}
          asksWhy={false}
          busy={end.isPending}
          error={end.error}
          onDo={() => end.mutate(null, { onSuccess: leave })}
        />
      )}
    </section>
  )
}
