/** Before a link leaves this phone, each time: who could claim with it, how much is left, and where it would go. */

import { useEffect, useRef, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Packet } from '../data/queries.ts'
import { failureText } from '../words/failure.ts'
import type { ShareWay } from './ShareSheet.tsx'

interface ShareAskProps {
  packet: Packet
  way: ShareWay
  /** The one person it is for; empty for whoever has it. */
  memberId: string
  /** The link is made. */
  isReady: boolean
  error: Error | null
  onBack: () => void
  onGo: () => void
}

export function ShareAsk({
  packet,
  way,
  memberId,
  isReady,
  error,
  onBack,
  onGo,
}: ShareAskProps): ReactElement {
  const { t } = useTranslation()
  // Who could claim is read first; nobody confirms by a key that was already on its way.
  const first = useRef<HTMLParagraphElement>(null)
  useEffect(() => first.current?.focus(), [])
  const count = packet.count - packet.claimedCount
  const amount = (packet.total ?? 0) - (packet.claimedAmount ?? 0)
  return (
    <div className="share-ask">
      <p ref={first} className="share-who" data-named={memberId !== ''} tabIndex={-1} dir="auto">
        <Icon name={memberId === '' ? 'warn' : 'lock'} size={22} />
        {memberId === '' ? <span>{t('packet.share.warning')}</span> : <OnlyFor memberId={memberId} />}
      </p>
      <p className="share-left">
        {count > 0 ? t('packet.share.left', { count, amount }) : t('packet.share.leftNone')}
      </p>
      {memberId === '' && <p className="sheet-note">{t(`packet.share.goes.${way}`)}</p>}
      {error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(error)}
        </p>
      )}
      <div className="share-buttons">
        <Button busy={!isReady && error === null} disabled={error !== null || count === 0} onClick={onGo}>
          {t(`packet.share.do.${way}`)}
        </Button>
        <Button look="act" onClick={onBack}>
          {t('common.back')}
        </Button>
      </div>
    </div>
  )
}

function OnlyFor({ memberId }: { memberId: string }): ReactElement {
  const { t } = useTranslation()
  return <span>{t('packet.share.warningNamed', { name: usePersonName(memberId) })}</span>
}
