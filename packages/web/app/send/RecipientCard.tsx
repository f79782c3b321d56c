/** Who it is for, first and big: that is what a wrong send is about. */

import { useNavigate } from '@tanstack/react-router'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useNow } from '../data/service-time.ts'
import type { Group, Recipient } from '../people/people-data.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { LookAlikes } from './LookAlikes.tsx'
import { namesOf, useRelation, type SendPath } from './relation.ts'

interface CardProps {
  face: ReactNode
  name: string
  chip?: string | undefined
  path: SendPath
  children: ReactNode
}

function Card({ face, name, chip, path, children }: CardProps): ReactElement {
  const { t } = useTranslation()
  const go = useNavigate()
  return (
    <section className="cells recipient" aria-label={t('send.to.label')}>
      {face}
      <div className="recipient-text">
        <p className="recipient-name">
          {name}
          {chip !== undefined && <span className="relation">{chip}</span>}
        </p>
        {children}
      </div>
      <Button small look="link" onClick={() => void go({ to: path, search: {}, replace: true })}>
        {t('send.to.change')}
      </Button>
    </section>
  )
}

export function MemberCard({ who, path }: { who: Recipient; path: SendPath }): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const relation = useRelation()(who)
  const { alias, name, lastPaidAt, lastPaidAmount, sharedGroups, isContact } = who
  const at = lastPaidAt === null ? '' : momentText(t, lastPaidAt, languageNow(), now)
  return (
    <>
      <Card
        face={<Avatar id={who.memberId} name={alias ?? name} photoUrl={who.photoUrl} size={64} />}
        name={alias ?? name}
        chip={relation}
        path={path}
      >
        {alias !== null && alias !== name && <p>{t('send.to.ownName', { name })}</p>}
        {!isContact && <p>{t('send.to.notContact')}</p>}
        {!isContact && sharedGroups.length > 0 && (
          <p>{t('send.to.sharedGroups', { names: namesOf(sharedGroups) })}</p>
        )}
        <p>
          {lastPaidAt !== null && lastPaidAmount !== null
            ? t('send.to.lastPaid', { at, amount: lastPaidAmount })
            : t('send.to.firstTime')}
        </p>
      </Card>
      {!who.canPay && (
        <p className="notice" data-tone="warn">
          <Icon name="warn" />
          <span>{t('send.to.cannotPay')}</span>
        </p>
      )}
      {who.lookAlikes.length > 0 && <LookAlikes who={who} path={path} />}
    </>
  )
}

export function GroupCard({ group }: { group: Group }): ReactElement {
  const { t } = useTranslation()
  const { id, name, memberCount } = group
  return (
    <Card face={<Avatar id={id} name={name} size={64} />} name={name} path="/send">
      <p>{t('send.to.inGroup', { count: memberCount })}</p>
    </Card>
  )
}

export function LinkCard(): ReactElement {
  const { t } = useTranslation()
  const face = (
    <span className="recipient-sign">
      <Icon name="link" size={32} />
    </span>
  )
  return (
    <>
      <Card face={face} name={t('send.to.link')} path="/send">
        <p>{t('send.to.linkNote')}</p>
      </Card>
      <p className="facts">{t('send.to.linkMore')}</p>
    </>
  )
}
