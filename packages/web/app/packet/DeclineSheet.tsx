/** Declining a packet: what it means for the money, then one press. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { useVerb } from './use-verb.ts'

interface DeclineSheetProps {
  packetId: string
  payer: string
  isOpen: boolean
  onClose: () => void
  onDeclined: () => void
}

export function DeclineSheet({
  packetId,
  payer,
  isOpen,
  onClose,
  onDeclined,
}: DeclineSheetProps): ReactElement {
  const { t } = useTranslation()
  const decline = useVerb(packetId, (_: void, idempotencyKey) =>
    service().declinePacket({ path: { id: packetId }, idempotencyKey }),
  )
  return (
    <Sheet
      open={isOpen}
      onClose={onClose}
      title={t('packet.open.declineTitle')}
      says={t('packet.open.declineText', { name: payer })}
    >
      {decline.error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(decline.error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          look="warn"
          busy={decline.isPending}
          onClick={() => decline.mutate(undefined, { onSuccess: onDeclined })}
        >
          {t('packet.open.declineDo')}
        </Button>
      </div>
    </Sheet>
  )
}
