/** Others who look the same by name, side by side with whom it is for, with what tells them apart. */

import { useNavigate } from '@tanstack/react-router'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import type { Recipient } from '../people/people-data.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { namesOf, useRelation, type SendPath } from './relation.ts'

type Alike = Recipient['lookAlikes'][number]

/** What a person can be told apart by, each in a line. */
function useMarks(): (who: Alike) => string[] {
  const { t } = useTranslation()
  const relation = useRelation()
  const now = useNow(60_000)
  return (who) => [
    [relation(who), who.alias === null ? t('send.to.noAlias') : who.alias].filter(Boolean).join(' · '),
    who.lastPaidAt === null
      ? t('send.to.neverPaid')
      : t('send.to.lastOn', { at: momentText(t, who.lastPaidAt, languageNow(), now) }),
    who.sharedGroups.length === 0
      ? t('send.to.noSharedGroups')
      : t('send.to.sharedGroups', { names: namesOf(who.sharedGroups) }),
  ]
}

export function LookAlikes({ who, path }: { who: Recipient; path: SendPath }): ReactElement {
  const { t } = useTranslation()
  const titleId = useId()
  const { name } = who.lookAlikes.find((other) => other.name === who.name) ?? who
  const count = who.lookAlikes.length + 1
  return (
    <section className="cells alikes" aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon name="people" />
        {count === 2 ? t('send.to.lookAlikes', { name }) : t('send.to.manyLookAlikes', { name, count })}
      </h2>
      <p className="alikes-ask">{t('send.to.lookAlikesAsk')}</p>
      <ul>
        <Person who={who} isChosen path={path} />
        {who.lookAlikes.map((other) => (
          <Person key={other.memberId} who={other} isChosen={false} path={path} />
        ))}
      </ul>
    </section>
  )
}

function Person({ who, isChosen, path }: { who: Alike; isChosen: boolean; path: SendPath }): ReactElement {
  const { t } = useTranslation()
  const go = useNavigate()
  const marks = useMarks()(who)
  const { memberId, name, alias, photoUrl } = who
  return (
    <li className="alike" data-chosen={isChosen}>
      <p className="alike-head">{t(isChosen ? 'send.to.thisOne' : 'send.to.other')}</p>
      <Avatar id={memberId} name={alias ?? name} photoUrl={photoUrl} size={44} />
      <p className="alike-name">{name}</p>
      {marks.map((mark) => (
        <p key={mark} className="alike-mark">
          {mark}
        </p>
      ))}
      {isChosen ? (
        <p className="alike-chosen">
          <Icon name="check" size={20} />
        </p>
      ) : (
        <Button
          small
          aria-label={t('send.to.switchToLabel', { name, what: marks[0]! })}
          onClick={() => void go({ to: path, search: { to: memberId }, replace: true })}
        >
          {t('send.to.switchTo')}
        </Button>
      )}
    </li>
  )
}
