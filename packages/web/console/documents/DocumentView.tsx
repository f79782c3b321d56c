/**
 * A document that somebody handed in, looked at without ever being run: a picture is shown from its bytes, a PDF is only
 * taken along as a file.
 */

import { useQuery } from '@tanstack/react-query'
import { Button, Descriptions, Modal } from 'antd'
import { useEffect, useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../app/advisor/save-file.ts'
import { Moment } from '../parts/Said.tsx'
import { Read } from '../parts/States.tsx'
import { blobOf, documentQuery, type Kept } from './documents-data.ts'

interface DocumentViewProps {
  id: string
  onClose: () => void
}

export function DocumentView({ id, onClose }: DocumentViewProps): ReactElement {
  const { t } = useTranslation()
  const kept = useQuery(documentQuery(id))
  const title = kept.data ? t(`deskCases.documents.${kept.data.kind}`) : t('deskFreezes.facts.document')
  return (
    <Modal open title={title} footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <Read query={kept}>{(document) => <Content document={document} />}</Read>
    </Modal>
  )
}

function Content({ document }: { document: Kept }): ReactElement {
  const { t } = useTranslation()
  const { id, type, kind, at, keptSha256, size } = document
  const isPdf = type === 'application/pdf'
  const items = [
    { key: 'at', label: t('deskCases.view.at'), children: <Moment at={at} /> },
    { key: 'hash', label: t('deskCases.view.hash'), children: <code className="hash">{keptSha256}</code> },
  ]
  return (
    <div className="document">
      {isPdf ? (
        <div className="document-pdf">
          <p>{t('deskCases.view.pdf')}</p>
          <Button type="primary" onClick={() => saveFile([blobOf(document)], type, `${id}.pdf`)}>
            {t('deskCases.view.download')} · {t('deskCases.view.size', { size: Math.ceil(size / 1_000) })}
          </Button>
        </div>
      ) : (
        <Picture
          document={document}
          label={t('deskCases.view.picture', { kind: t(`deskCases.documents.${kind}`) })}
        />
      )}
      <Descriptions column={1} items={items} />
      <p className="second">
        {!isPdf && t('deskCases.view.redrawn')} {t('deskCases.view.logged')}
      </p>
    </div>
  )
}

function Picture({ document, label }: { document: Kept; label: string }): ReactElement {
  const address = useMemo(() => URL.createObjectURL(blobOf(document)), [document])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return <img src={address} alt={label} className="document-picture" />
}
