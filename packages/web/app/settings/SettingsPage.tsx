/** Oneself: name and photo, how one's sends behave, notices, looks, signing out. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellButton, CellInside, Cells } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { say } from '../../ui/Toasts.tsx'
import { meQuery, type Me } from '../data/queries.ts'
import { failureText } from '../words/failure.ts'
import { About } from './About.tsx'
import { CareHabits } from './CareHabits.tsx'
import type { Change } from './change.ts'
import { HandWatch } from './HandWatch.tsx'
import { Looks } from './Looks.tsx'
import { NoticeHours } from './NoticeHours.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { SaveBar } from './SaveBar.tsx'
import { useSaveCare, type Care } from './save-care.ts'
import { useSaveMe } from './save-me.ts'
import { SendingHabits } from './SendingHabits.tsx'
import { SignOut } from './SignOut.tsx'
import './settings.css'

export function SettingsPage(): ReactElement {
  const { t } = useTranslation()
  const me = useQuery(meQuery)
  const { saveMe, saveCare, saving, last } = useSaves()
  return (
    <Page title={t('settings.title')} className="settings">
      {me.isPending && <Skeleton height={110} count={7} />}
      {me.isError && !me.data && <Failed onRetry={() => void me.refetch()}>{failureText(me.error)}</Failed>}
      {me.data && (
        <>
          <Profile me={me.data} save={saveMe} />
          <Cells>
            <Link to="/people" className="cell">
              <Entry icon="people" label={t('settings.people')} note={t('settings.peopleNote')} />
            </Link>
            <Link to="/limits" className="cell">
              <Entry icon="shield" label={t('limits.entry')} note={t('limits.entryNote')} />
            </Link>
            <Link to="/family" className="cell">
              <Entry icon="hand" label={t('limits.familyEntry')} note={t('limits.familyEntryNote')} />
            </Link>
          </Cells>
          <SendingHabits me={me.data} save={saveMe} />
          <CareHabits save={saveCare} />
          <Cells>
            <Link to="/settings/passkeys" className="cell">
              <Entry icon="key" label={t('passkeys.title')} note={t('passkeys.cellNote')} />
            </Link>
          </Cells>
          <HandWatch />
          <NoticeHours me={me.data} save={saveMe} />
        </>
      )}
      {!me.isPending && (
        <>
          <Cells>
            <Link to="/help" className="cell">
              <Entry icon="undo" label={t('signIn.help')} note={t('signIn.helpNote')} />
            </Link>
          </Cells>
          <Looks />
          <About />
          <SignOut />
        </>
      )}
      <SaveBar key={last} saving={saving} />
    </Page>
  )
}

/** One's settings and one's care are saved apart; the one bar is for what was changed last. */
function useSaves() {
  const mine = useSaveMe()
  const care = useSaveCare()
  const [last, setLast] = useState<'me' | 'care'>('me')
  return {
    last,
    saving: last === 'care' ? care : mine,
    saveMe: (change: Change) => {
      setLast('me')
      mine.save(change)
    },
    saveCare: (change: Partial<Care>) => {
      setLast('care')
      care.save(change)
    },
  }
}

/** What leads to another page. */
function Entry({ icon, label, note }: { icon: IconName; label: string; note: string }): ReactElement {
  return <CellInside start={<Icon name={icon} />} label={label} note={note} leads />
}

function Profile({ me, save }: { me: Me; save: (change: Change) => void }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const copy = () =>
    void navigator.clipboard.writeText(me.id).then(
      () => say(t('common.copied')),
      () => say(me.id),
    )
  return (
    <Cells>
      <CellButton
        start={<Avatar id={me.id} name={me.name} photoUrl={me.photoUrl} size={56} />}
        label={<span className="me-name">{me.name}</span>}
        note={t('settings.edit')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        leads
      />
      <CellButton
        label={t('settings.myId')}
        note={<span className="me-id">{me.id}</span>}
        end={t('common.copy')}
        onClick={copy}
      />
      <ProfileForm me={me} open={isOpen} onClose={() => setOpen(false)} onSave={save} />
    </Cells>
  )
}
