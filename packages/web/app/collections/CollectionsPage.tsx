/** Collections: what others ask of one, and what one has asked of others. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { CellInside, Cells } from '../../ui/Cells.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { useMemberName } from '../send/use-send-name.ts'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { collectionsQuery, type Collection, type Role } from './collections-data.ts'
import './collections.css'

export function CollectionsPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/wallet')
  const [role, setRole] = useState<Role>('to_pay')
  const { data, error, refetch } = useQuery(collectionsQuery(role))
  return (
    <Page
      title={t('collections.title')}
      className="collections"
      onBack={back}
      actions={
        <Link to="/collections/new" className="icon-button" aria-label={t('collections.start')}>
          <Icon name="plus" />
        </Link>
      }
    >
      <div className="cells collections-which">
        <Choices
          label={t('collections.which')}
          value={role}
          onChange={setRole}
          options={[
            { value: 'to_pay', label: t('collections.toPay') },
            { value: 'asked', label: t('collections.asked') },
          ]}
        />
      </div>
      {data === undefined ? (
        error ? (
          <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
        ) : (
          <Skeleton height={64} count={4} />
        )
      ) : data.length === 0 ? (
        <Empty
          icon="people"
          title={role === 'asked' ? t('collections.noneAsked') : t('collections.noneToPay')}
        >
          <p>{t('collections.noneText')}</p>
        </Empty>
      ) : (
        <Cells>
          {data.map((collection) => (
            <Row key={collection.id} collection={collection} role={role} />
          ))}
        </Cells>
      )}
      <div className="buttons">
        <Link to="/collections/new" className="button act wide">
          {t('collections.start')}
        </Link>
      </div>
    </Page>
  )
}

function Row({ collection, role }: { collection: Collection; role: Role }): ReactElement {
  const { t } = useTranslation()
  const { id, askerId, note, total, count, paidCount, closedAt, shares } = collection
  const name = useMemberName(askerId) ?? '…'
  const own = shares[0]
  const state =
    role === 'asked'
      ? t('collections.progress', { paid: paidCount, count })
      : t(`collections.state.${own?.state ?? 'asked'}`)
  return (
    <Link to="/collections/$collectionId" params={{ collectionId: id }} className="cell">
      <CellInside
        start={role === 'to_pay' ? <Avatar id={askerId} name={name} size={40} /> : undefined}
        label={
          <span className="one-line" dir="auto">
            {note}
          </span>
        }
        note={
          <span className="one-line">
            {role === 'to_pay' ? `${name} · ` : ''}
            {closedAt === null ? state : `${state} · ${t('collections.closed')}`}
          </span>
        }
        end={<Amount fen={total} />}
        leads
      />
    </Link>
  )
}
