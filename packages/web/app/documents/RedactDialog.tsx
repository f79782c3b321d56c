/**
 * Blacking out before anything leaves the device: draw boxes by finger, mouse or keyboard, see the picture as it is sent,
 * then send that. The picture itself stays here.
 */

import { Dialog } from '@base-ui/react/dialog'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { say } from '../../ui/Toasts.tsx'
import { coveredPicture } from './picture.ts'
import { boxInMiddle, type Box } from './redaction.ts'
import { RedactStage } from './RedactStage.tsx'
import { useBlobUrl } from './use-blob-url.ts'
import './documents.css'

interface RedactDialogProps {
  picture: HTMLCanvasElement
  onSend: (blob: Blob) => void
  onLeave: () => void
}

export function RedactDialog({ picture, onSend, onLeave }: RedactDialogProps): ReactElement {
  const { t } = useTranslation()
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  const [covered, setCovered] = useState<Blob>()
  const [isBusy, setBusy] = useState(false)
  const preview = () => {
    setBusy(true)
    coveredPicture(picture, boxes)
      .then(setCovered, () => say(t('documents.unreadable'), 'warn'))
      .finally(() => setBusy(false))
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onLeave()}>
      <Dialog.Portal>
        <Dialog.Popup className="redact">
          <header className="redact-head">
            <Dialog.Title>{t('documents.redact.title')}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label={t('documents.redact.leave')}>
              <Icon name="close" />
            </Dialog.Close>
          </header>
          {covered ? (
            <Preview
              blob={covered}
              count={boxes.length}
              onSend={() => onSend(covered)}
              onEdit={() => setCovered(undefined)}
            />
          ) : (
            <>
              <Dialog.Description className="redact-says">{t('documents.redact.says')}</Dialog.Description>
              <RedactStage picture={picture} boxes={boxes} onChange={setBoxes} />
              <footer className="redact-foot">
                <div className="buttons beside">
                  <Button small onClick={() => setBoxes([...boxes, boxInMiddle(picture)])}>
                    <Icon name="plus" size={18} />
                    {t('documents.redact.add')}
                  </Button>
                  <Button small disabled={boxes.length === 0} onClick={() => setBoxes(boxes.slice(0, -1))}>
                    <Icon name="undo" size={18} />
                    {t('documents.redact.undo')}
                  </Button>
                </div>
                <p className="unseen" role="status">
                  {t('documents.redact.boxes', { count: boxes.length })}
                </p>
                <Button look="act" wide busy={isBusy} onClick={preview}>
                  {t('documents.redact.preview')}
                </Button>
              </footer>
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface PreviewProps {
  blob: Blob
  count: number
  onSend: () => void
  onEdit: () => void
}

/** The very bytes that are sent. */
function Preview({ blob, count, onSend, onEdit }: PreviewProps): ReactElement {
  const { t } = useTranslation()
  const url = useBlobUrl(blob)
  return (
    <>
      <p className="redact-says" data-nothing={count === 0 || undefined} role="status">
        {t(count === 0 ? 'documents.redact.nothing' : 'documents.redact.previewNote')}
      </p>
      <div className="redact-stage">
        {url !== undefined && (
          <img className="redact-preview" src={url} alt={t('documents.redact.previewAlt')} />
        )}
      </div>
      <footer className="redact-foot">
        <div className="buttons beside">
          <Button onClick={onEdit}>{t('documents.redact.edit')}</Button>
          <Button look="act" onClick={onSend}>
            {t('documents.redact.send')}
          </Button>
        </div>
      </footer>
    </>
  )
}
