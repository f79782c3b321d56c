/** One phone: who holds it, and the app in a frame, under this side's own address. */

import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useRoleText } from '../sign-in/role-text.ts'
import type { DemoPerson } from '../sign-in/welcome-data.ts'
import { failureText } from '../words/failure.ts'
import { sit, type Side } from './seats.ts'

interface PhoneProps {
  side: Side
  people: readonly DemoPerson[]
  who: DemoPerson | undefined
  /** The first run points here. */
  isPointed: boolean
  /** On a narrow window the other phone is in front. This one lives on behind it. */
  isBehind: boolean
}

export function Phone({ side, people, who, isPointed, isBehind }: PhoneProps): ReactElement {
  const { t } = useTranslation()
  const roleText = useRoleText()
  const change = useMutation({ mutationFn: (memberId: string) => sit(side, memberId) })
  const called = ({ role, name }: DemoPerson) => t('demo.whoIs', { role: roleText(role), name })
  const sideText = t(`demo.${side}`)
  return (
    <section
      className="phone"
      data-side={side}
      data-pointed={isPointed}
      data-behind={isBehind}
      aria-label={sideText}
    >
      <label className="phone-who">
        {who ? (
          <Avatar id={who.memberId} name={who.name} photoUrl={who.photoUrl} size={32} />
        ) : (
          <Icon name="person" />
        )}
        <select
          aria-label={t('demo.who', { side: sideText })}
          value={who?.memberId ?? ''}
          disabled={change.isPending}
          onChange={(event) => change.mutate(event.target.value)}
        >
          {!who && <option value="">{t('demo.nobodyYet')}</option>}
          {people.map((person) => (
            <option key={person.memberId} value={person.memberId}>
              {called(person)}
            </option>
          ))}
        </select>
        <Icon name="next" size={16} />
      </label>
      {change.isError && (
        <p className="phone-error" role="alert">
          {failureText(change.error)}
        </p>
      )}
      <div className="phone-body">
        <iframe src={`/${side}/`} title={who ? t('demo.frame', { name: roleText(who.role) }) : sideText} />
      </div>
    </section>
  )
}
