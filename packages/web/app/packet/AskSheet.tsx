/** Asking, once and politely, not to open a packet: what they will read, and that it is theirs to decide. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { useVerb } from './use-verb.ts'

interface AskSheetProps {
  packetId: string
  isOpen: boolean
  onClose: () => void
}

export function AskSheet({ packetId, isOpen, onClose }: AskSheetProps): ReactElement {
  const { t } = useTranslation()
  const ask = useVerb(packetId, (_: void, idempotencyKey) =>
    service().askNotToOpenPacket({ path: { id: packetId }, idempotencyKey }),
  )
  const onSuccess = () => {
    onClose()
    say(t('packet.ask.asked'))
  }
  return (
    <Sheet open={isOpen} onClose={onClose} title={t('packet.ask.title')} says={t('packet.ask.text')}>
      <p className="sheet-note">{t('packet.ask.once')}</p>
      {ask.error && (
        <p className="notice" data-tone="warn" role="alert">
          {failureText(ask.error)}
        </p>
      )}
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button look="act" busy={ask.isPending} onClick={() => ask.mutate(undefined, { onSuccess })}>
          {t('packet.ask.doIt')}
        </Button>
      </div>
    </Sheet>
  )
}
