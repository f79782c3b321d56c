/** Who gives a member an allowance and whom they give one, who looks after whom: to read, for it is the family's own. */

import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../address.ts'
import { Chip } from '../parts/Chip.tsx'
import { useAtDesk } from '../data/organisation-data.ts'
import { Moment, Money, PersonName } from '../parts/Said.tsx'
import type { Allowance, GuardianLink, MemberFamily } from './limits-data.ts'

export function FamilyPart({ family }: { family: MemberFamily }): ReactElement {
  const { t } = useTranslation()
  const { given, held, guarding, guardedBy } = family
  const allowances = (links: readonly Allowance[], side: 'giver' | 'holder') =>
    links.map((link) => (
      <Linked key={link.id} card={link[side]} state={link.state}>
        <Spent allowance={link} />
      </Linked>
    ))
  const guardians = (links: readonly GuardianLink[], side: 'guardian' | 'protected') =>
    links.map((link) => (
      <Linked key={link.id} card={link[side]} state={link.state}>
        <Since link={link} />
      </Linked>
    ))
  return (
    <section className="card" aria-labelledby="member-family">
      <h2 id="member-family">{t('deskLimits.family')}</h2>
      <p className="second">{t('deskLimits.familyText')}</p>
      <div className="family-lists">
        <List title={t('deskLimits.given')}>{allowances(given, 'holder')}</List>
        <List title={t('deskLimits.held')}>{allowances(held, 'giver')}</List>
        <List title={t('deskLimits.guardedBy')}>{guardians(guardedBy, 'guardian')}</List>
        <List title={t('deskLimits.guarding')}>{guardians(guarding, 'protected')}</List>
      </div>
    </section>
  )
}

function List({ title, children }: { title: string; children: readonly ReactElement[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="part">
      <h3>{title}</h3>
      {children.length === 0 ? (
        <p className="second">{t('deskLimits.noLinks')}</p>
      ) : (
        <ul className="family-list">{children}</ul>
      )}
    </section>
  )
}

interface LinkedProps {
  card: Allowance['giver']
  state: Allowance['state']
  children: ReactNode
}

/** The other of the two, who leads to their own limits. */
function Linked({ card, state, children }: LinkedProps): ReactElement {
  const { t } = useTranslation()
  const { organisation } = useAtDesk()
  return (
    <li>
      <a {...linkTo(`/${organisation.id}/limits`, { member: card.id })} className="row-link">
        <PersonName {...card} />
      </a>
      {state === 'invited' && <Chip tone="waiting" icon="clock" text={t('deskLimits.invited')} />}
      <span className="second">{children}</span>
    </li>
  )
}

function Spent({ allowance }: { allowance: Allowance }): ReactElement {
  const { t } = useTranslation()
  const { state, monthMax, counted, left, approveAbove, expiresAt } = allowance
  return (
    <>
      {t('deskLimits.monthMax')} <Money fen={monthMax} />
      {state === 'active' && ` · ${t('deskLimits.spentOf', { counted, left })}`}
      {approveAbove !== null && ` · ${t('deskLimits.approveAbove', { amount: approveAbove })}`}
      {state === 'invited' && (
        <>
          {' · '}
          {t('deskLimits.until')} <Moment at={expiresAt} />
        </>
      )}
    </>
  )
}

function Since({ link: { state, acceptedAt, expiresAt, alertedAt } }: { link: GuardianLink }): ReactElement {
  const { t } = useTranslation()
  if (state === 'invited')
    return (
      <>
        {t('deskLimits.until')} <Moment at={expiresAt} />
      </>
    )
  return (
    <>
      {acceptedAt !== null && (
        <>
          {t('deskLimits.since')} <Moment at={acceptedAt} />
        </>
      )}
      {alertedAt !== null && (
        <>
          {' · '}
          {t('deskLimits.alerted')} <Moment at={alertedAt} />
        </>
      )}
    </>
  )
}
