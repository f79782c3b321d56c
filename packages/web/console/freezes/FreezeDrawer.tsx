/** One freeze in full, beside its list: what it keeps, on what it stands, what was said against it, and how it ends. */

import { useQuery } from '@tanstack/react-query'
import { Descriptions, Drawer, type DescriptionsProps } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { setQuery } from '../address.ts'
import { DocumentButton } from '../documents/DocumentButton.tsx'
import { CopyId, Moment, Money, PersonName, TimeLeft } from '../parts/Said.tsx'
import { Read } from '../parts/States.tsx'
import { languageNow } from '../words.ts'
import { FreezeActs } from './FreezeActs.tsx'
import { FreezeChip } from './FreezeChip.tsx'
import { FreezeStory } from './FreezeStory.tsx'
import { freezeQuery, nameIn, type Freeze } from './freezes-data.ts'
import { useActorName } from '../parts/actor-name.ts'

export function FreezeDrawer({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const freeze = useQuery(freezeQuery(id))
  const { data } = freeze
  const name = data ? nameIn(data, data.ownerId) : ''
  return (
    <Drawer
      open
      mask={false}
      size={560}
      title={data ? t('deskFreezes.details', { name }) : t('deskFreezes.title')}
      closable={{ 'aria-label': t('desk.close') }}
      onClose={() => setQuery({ id: undefined })}
    >
      <Read query={freeze}>
        {(full) => (
          <div className="drawer-body">
            <Facts freeze={full} />
            <FreezeActs freeze={full} />
            <FreezeStory freeze={full} />
          </div>
        )}
      </Read>
    </Drawer>
  )
}

function Facts({ freeze }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  const { kind, amount, askedAmount, shortfall, paidOut, left } = freeze
  return (
    <>
      <p className="approval-sum">
        {amount === null ? <strong>{t(`deskFreezes.kinds.${kind}`)}</strong> : <Money fen={amount} />}
        <FreezeChip freeze={freeze} />
      </p>
      {askedAmount !== null && shortfall !== null && shortfall > 0 && (
        <p className="second">{t('deskFreezes.shortfall', { asked: askedAmount, short: shortfall })}</p>
      )}
      {paidOut !== null && paidOut > 0 && (
        <p className="second">{t('deskFreezes.paidOut', { paid: paidOut, left: left ?? 0 })}</p>
      )}
      <Descriptions column={1} items={useItems(freeze)} />
    </>
  )
}

function useItems(freeze: Freeze): NonNullable<DescriptionsProps['items']> {
  const { t } = useTranslation()
  const actorName = useActorName(freeze.names)
  const { id, kind, subjectId, ownerId, aboutId, reason, note, basis, reference, documentId } = freeze
  const { since, until, releasedAt, frozenBy } = freeze
  const item = (key: keyof Words, children: ReactElement | string) => ({
    key,
    label: t(`deskFreezes.facts.${key}`),
    children,
  })
  return [
    item('owner', <PersonName id={ownerId} name={nameIn(freeze, ownerId)} />),
    item('what', t(`deskFreezes.kinds.${kind}`)),
    ...(kind === 'packet' ? [item('packet', <CopyId id={subjectId} />)] : []),
    ...(aboutId === null ? [] : [item('about', <CopyId id={aboutId} />)]),
    item(
      'reason',
      <span>
        {t(`deskFreezes.reasons.${reason}`)}
        <q className="told">{note}</q>
      </span>,
    ),
    item('basis', t(`deskFreezes.bases.${basis}`)),
    item('laws', <Laws freeze={freeze} />),
    ...(reference === null ? [] : [item('reference', reference)]),
    ...(documentId === null
      ? []
      : [item('document', <DocumentButton id={documentId} label={t('deskCases.documents.order')} />)]),
    item('since', <Moment at={since} />),
    item(
      'until',
      <span className="tags">
        <Moment at={until} />
        {releasedAt === null && <TimeLeft until={until} />}
      </span>,
    ),
    item('by', actorName(frozenBy)),
    item('id', <CopyId id={id} />),
  ]
}

type Words = Record<
  | 'owner'
  | 'what'
  | 'packet'
  | 'about'
  | 'reason'
  | 'basis'
  | 'laws'
  | 'reference'
  | 'document'
  | 'since'
  | 'until'
  | 'by'
  | 'id',
  string
>

/** Where the basis comes from: articles by their number, others by their title. */
function Laws({ freeze: { laws, ownRule } }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  return (
    <ul className="risks">
      {laws.map(({ law, number, subject }) => (
        <li key={`${law} ${number}`}>
          {t(/^\d+$/.test(number) ? 'deskFreezes.law' : 'deskFreezes.lawWhole', {
            law,
            number,
            subject: subject[languageNow()],
          })}
        </li>
      ))}
      {ownRule !== null && <li>{ownRule[languageNow()]}</li>}
    </ul>
  )
}
