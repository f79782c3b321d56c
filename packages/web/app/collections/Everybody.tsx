/** Who is asked and where each stands, for whoever asks: reminding one, and closing the whole. */

import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Cell, CellInside, Cells } from '../../ui/Cells.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useNow } from '../data/service-time.ts'
import { service } from '../data/service.ts'
import { useMemberName } from '../send/use-send-name.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import type { Collection, Share } from './collections-data.ts'
import { useCollectionChange } from './use-collection-change.ts'

export function Everybody({ collection }: { collection: Collection }): ReactElement {
  const { t } = useTranslation()
  const { closedAt, shares } = collection
  return (
    <>
      <Cells title={t('collections.shares')}>
        {shares.map((share) => (
          <Row key={share.memberId} collection={collection} share={share} />
        ))}
      </Cells>
      {closedAt === null && <Close collection={collection} />}
    </>
  )
}

function Row({ collection, share }: { collection: Collection; share: Share }): ReactElement {
  const { t } = useTranslation()
  const { memberId, amount, state, transferId } = share
  const name = useMemberName(memberId) ?? '…'
  const start = <Avatar id={memberId} name={name} size={40} />
  const label = <span className="one-line">{name}</span>
  const mayRemind = state === 'asked' && collection.closedAt === null
  const note = (
    <span className="numbers">
      <Amount fen={amount} /> · {t(`collections.state.${state}`)}
      {mayRemind && <Later share={share} />}
    </span>
  )
  if (transferId !== null)
    return (
      <Link to="/transfers/$transferId" params={{ transferId }} className="cell">
        <CellInside start={start} label={label} note={note} leads />
      </Link>
    )
  const end = mayRemind ? <Remind collection={collection} share={share} name={name} /> : undefined
  return <Cell start={start} label={label} note={note} end={end} />
}

/** From when they may be reminded again, under how they stand: beside the name it would leave none of it. */
function Later({ share: { remindFrom } }: { share: Share }): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  if (remindFrom === null || Date.parse(remindFrom) <= now) return null
  const at = momentText(t, remindFrom, languageNow(), now)
  return <span className="collection-later">{t('collections.remindLater', { at })}</span>
}

interface RemindProps {
  collection: Collection
  share: Share
  name: string
}

function Remind({ collection, share, name }: RemindProps): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const change = useCollectionChange()
  const { remindFrom, memberId } = share
  if (remindFrom === null || Date.parse(remindFrom) > now) return null
  const path = { id: collection.id, memberId }
  const remind = (idempotencyKey: string) => service().remindCollectionShare({ path, idempotencyKey })
  return (
    <span className="collection-remind">
      <Button
        small
        busy={change.isBusy}
        aria-label={t('collections.remindLabel', { name })}
        onClick={() => change.run(remind, t('collections.reminded'))}
      >
        {t('collections.remind')}
      </Button>
      {change.failure !== undefined && (
        <span className="field-error" role="alert">
          {change.failure}
        </span>
      )}
    </span>
  )
}

function Close({ collection: { id } }: { collection: Collection }): ReactElement {
  const { t } = useTranslation()
  const [asks, setAsks] = useState(false)
  const close = () => setAsks(false)
  const change = useCollectionChange(close)
  const end = (idempotencyKey: string) => service().closeCollection({ path: { id }, idempotencyKey })
  return (
    <div className="buttons">
      <Button wide look="link" onClick={() => setAsks(true)}>
        {t('collections.close')}
      </Button>
      <Sheet
        open={asks}
        onClose={close}
        title={t('collections.closeTitle')}
        says={t('collections.closeText')}
      >
        {change.failure !== undefined && (
          <p className="field-error" role="alert">
            {change.failure}
          </p>
        )}
        <div className="buttons beside">
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button look="warn" busy={change.isBusy} onClick={() => change.run(end, t('collections.didClose'))}>
            {t('collections.close')}
          </Button>
        </div>
      </Sheet>
    </div>
  )
}
