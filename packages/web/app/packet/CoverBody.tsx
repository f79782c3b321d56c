/** What stands below the greeting: the coin to open it with, or why it cannot be opened. */

import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { RefusalError } from '../data/service.ts'
import { ClaimForm } from './ClaimForm.tsx'
import { ClosedCover, Decline, type CoverBodyProps } from './ClosedCover.tsx'
import { Said } from './Said.tsx'

export function CoverBody(props: CoverBodyProps): ReactElement | null {
  const { packet, cover, claiming, onLeave, onDecline } = props
  const { t } = useTranslation()
  const [claimsAnyway, setClaimsAnyway] = useState(false)
  if (cover.kind === 'ready') {
    const isLocked =
      claiming.error instanceof RefusalError && claiming.error.code === 'passphrase_attempts_used_up'
    if (isLocked)
      return (
        <Said
          icon="lock"
          title={t('packet.open.passphraseLocked')}
          text={t('packet.open.passphraseLockedText')}
        />
      )
    if (cover.asked && !claimsAnyway && !claiming.isSpinning && !claiming.isWaiting)
      return (
        <Asked
          mayDecline={cover.mayDecline}
          onLeave={onLeave}
          onDecline={onDecline}
          onClaim={() => {
            setClaimsAnyway(true)
            if (!cover.hasPassphrase) claiming.claim()
          }}
        />
      )
    return (
      <>
        <ClaimForm packetId={packet.id} hasPassphrase={cover.hasPassphrase} claiming={claiming} />
        {cover.mayDecline && <Decline onDecline={onDecline} />}
      </>
    )
  }
  return <ClosedCover {...props} />
}

interface AskedProps {
  mayDecline: boolean
  onLeave: () => void
  onClaim: () => void
  onDecline: () => void
}

/** The sender hopes it stays closed: three ways on, none of them louder than the others. */
function Asked({ mayDecline, onLeave, onClaim, onDecline }: AskedProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="cover-said">
      <Icon name="hand" size={36} />
      <h2>{t('packet.open.asked')}</h2>
      <p>{t('packet.open.askedText')}</p>
      <div className="cover-choices">
        <button type="button" onClick={onLeave}>
          {t('packet.open.leave')}
        </button>
        <button type="button" onClick={onClaim}>
          {t('packet.open.claimAnyway')}
        </button>
        {mayDecline && (
          <button type="button" onClick={onDecline}>
            {t('packet.open.giveBack')}
          </button>
        )}
      </div>
    </div>
  )
}
