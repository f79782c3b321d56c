/** One collection: for whoever asks, who has paid; for whoever is asked, what is asked, and paying or not. */

import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { RefusalError, service } from '../data/service.ts'
import { useMemberName } from '../send/use-send-name.ts'
import { session } from '../session/session.ts'
import { useBack } from '../shell/back.ts'
import { collectionQuery, type Collection, type Share } from './collections-data.ts'
import { Everybody } from './Everybody.tsx'
import { PayShare } from './PayShare.tsx'
import { useCollectionChange } from './use-collection-change.ts'
import '../send/send.css'
import '../limits/limits.css'
import './collections.css'

export function CollectionPage(): ReactElement {
  const { t } = useTranslation()
  const { collectionId } = useParams({ from: '/shell/collections/$collectionId' })
  const { data, error, refetch } = useQuery(collectionQuery(collectionId))
  const back = useBack('/collections')
  return (
    <Page title={t('collections.title')} className="collections" onBack={back}>
      {data ? (
        <Whole collection={data} />
      ) : error === null ? (
        <>
          <Skeleton height={160} />
          <Skeleton height={64} count={3} />
        </>
      ) : error instanceof RefusalError ? (
        <Empty icon="search" title={t('common.notFoundTitle')}>
          <p>{t('common.notFoundText')}</p>
        </Empty>
      ) : (
        <Failed onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function Whole({ collection }: { collection: Collection }): ReactElement {
  const { t } = useTranslation()
  const { askerId, note, total, count, paidCount, paidTotal, closedAt, shares } = collection
  const name = useMemberName(askerId) ?? '…'
  const isAsker = askerId === session()?.memberId
  return (
    <>
      <section className="cells collection-head">
        <Avatar id={askerId} name={name} size={56} />
        <p className="collection-from" dir="auto">
          {isAsker ? t('collections.mine') : t('collections.from', { name })}
        </p>
        <p className="collection-note" dir="auto">
          {note}
        </p>
        <Amount fen={total} big />
        <p role="status" className="numbers">
          {closedAt === null ? '' : `${t('collections.closed')} · `}
          {t('collections.progress', { paid: paidCount, count })}
        </p>
        {isAsker && paidTotal !== null && (
          <p className="collection-second">{t('collections.got', { amount: paidTotal, total })}</p>
        )}
      </section>
      {isAsker ? (
        <Everybody collection={collection} />
      ) : (
        shares[0] && <Mine collection={collection} share={shares[0]} name={name} />
      )}
    </>
  )
}

interface MineProps {
  collection: Collection
  share: Share
  name: string
}

function Mine({ collection, share, name }: MineProps): ReactElement {
  const { t } = useTranslation()
  const { state, transferId } = share
  const isOver = collection.closedAt !== null
  if (state === 'paid' || state === 'paying')
    return (
      <div className="buttons">
        <p className="collection-second">{t(`collections.${state}`)}</p>
        {transferId !== null && (
          <Link to="/transfers/$transferId" params={{ transferId }} className="button plain wide">
            {t('collections.look')}
          </Link>
        )}
      </div>
    )
  return (
    <>
      {state === 'declined' && <p className="collection-second">{t('collections.declined')}</p>}
      {!isOver && (
        <div className="buttons">
          <PayShare collection={collection} share={share} name={name} />
          {state === 'asked' && <Decline collection={collection} name={name} />}
        </div>
      )}
      <p className="collection-second">{t('collections.notYou')}</p>
    </>
  )
}

function Decline({ collection, name }: Pick<MineProps, 'collection' | 'name'>): ReactElement {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const close = () => setAsks(false)
  const change = useCollectionChange(close)
  const { id } = collection
  const decline = (idempotencyKey: string) =>
    service().declineCollectionShare({ path: { id }, idempotencyKey })
  return (
    <>
      <Button wide onClick={() => setAsks(true)}>
        {t('collections.decline')}
      </Button>
      <Sheet
        open={asks}
        onClose={close}
        title={t('collections.declineTitle')}
        says={t('collections.declineText', { name })}
      >
        {change.failure !== undefined && (
          <p className="field-error" role="alert">
            {change.failure}
          </p>
        )}
        <div className="buttons beside">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button
            look="warn"
            busy={change.isBusy}
            onClick={() => change.run(decline, t('collections.didDecline'))}
          >
            {t('collections.decline')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}
