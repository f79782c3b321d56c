/** The documents that help, each with what was handed in of it; picked, blacked out here, sent, looked at, removed. */

import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { documentBytesMax, documentTypes, isDocumentType, type DocumentKind } from '@laisee/core/document.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { HandedInRow, SendingRow } from './DocumentRows.tsx'
import { openPicture } from './picture.ts'
import { RedactDialog } from './RedactDialog.tsx'
import { useUploads, type HandedIn } from './use-uploads.ts'
import './documents.css'

interface DocumentListProps {
  /** Those that help most come first. */
  kinds: readonly DocumentKind[]
  documents: readonly HandedIn[]
  onAdded: (document: HandedIn) => void
  /** Nothing where what was handed in stays. */
  onRemove?: (id: string) => void
}

type Picked = { kind: DocumentKind } & ({ picture: HTMLCanvasElement } | { pdf: Blob })

export function DocumentList({ kinds, documents, onAdded, onRemove }: DocumentListProps): ReactElement {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<Picked>()
  const uploads = useUploads(onAdded)
  const shown = [...new Set<DocumentKind>([...kinds, ...documents.map(({ kind }) => kind), 'other'])]
  const pick = async (kind: DocumentKind, file: File) => {
    if (!isDocumentType(file.type)) return say(t('documents.unfit'), 'warn')
    if (file.type === 'application/pdf')
      return file.size > documentBytesMax
        ? say(t('documents.tooLarge'), 'warn')
        : setPicked({ kind, pdf: file })
    const picture = await openPicture(file).catch(() => undefined)
    if (picture === undefined) say(t('documents.unreadable'), 'warn')
    else setPicked({ kind, picture })
  }
  const leave = () => setPicked(undefined)
  const send = (blob: Blob) => {
    uploads.send(picked!.kind, blob)
    leave()
  }
  return (
    <>
      <ul className="cells">
        {shown.map((kind) => (
          <li key={kind} className="document-kind">
            <KindHead
              kind={kind}
              count={documents.filter((one) => one.kind === kind).length}
              onPick={(file) => void pick(kind, file)}
            />
            <ul>
              {documents
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <HandedInRow key={one.id} document={one} onRemove={onRemove} />
                ))}
              {uploads.sending
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <SendingRow key={one.no} sending={one} uploads={uploads} />
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {picked && 'picture' in picked && (
        <RedactDialog picture={picked.picture} onSend={send} onLeave={leave} />
      )}
      <Sheet
        open={picked !== undefined && 'pdf' in picked}
        onClose={leave}
        title={t('documents.pdfAsk')}
        says={t('documents.pdf')}
      >
        <div className="buttons beside">
          <Button onClick={leave}>{t('common.cancel')}</Button>
          <Button look="act" onClick={() => picked && 'pdf' in picked && send(picked.pdf)}>
            {t('documents.pdfSend')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}

interface KindHeadProps {
  kind: DocumentKind
  count: number
  onPick: (file: File) => void
}

function KindHead({ kind, count, onPick }: KindHeadProps): ReactElement {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const name = t(`documents.kinds.${kind}`)
  return (
    <div className="document-head">
      <span className="document-mark" data-has={count > 0 || undefined}>
        <Icon name={count > 0 ? 'check' : 'log'} size={18} />
      </span>
      <span className="cell-main">
        <span className="cell-label">{name}</span>
        <span className="cell-note">
          {count > 0 ? t('documents.has', { count }) : t(`documents.hints.${kind}`)}
        </span>
      </span>
      <Button
        small
        look="link"
        aria-label={t('documents.addKind', { kind: name })}
        onClick={() => field.current?.click()}
      >
        {t('documents.add')}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        tabIndex={-1}
        accept={documentTypes.join(',')}
        aria-label={`${t('documents.pick')}: ${name}`}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // The same file may be picked again.
          event.target.value = ''
          if (file) onPick(file)
        }}
      />
    </div>
  )
}
