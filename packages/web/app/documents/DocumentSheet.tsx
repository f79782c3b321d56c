/** One's own document as the service has received it. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { failureText } from '../words/failure.ts'
import { contentQuery } from './documents-data.ts'
import { useBlobUrl } from './use-blob-url.ts'

interface DocumentSheetProps {
  id: string
  open: boolean
  onClose: () => void
}

export function DocumentSheet({ id, open, onClose }: DocumentSheetProps): ReactElement {
  const { t } = useTranslation()
  return (
    <Sheet open={open} onClose={onClose} title={t('documents.lookTitle')} says={t('documents.lookNote')}>
      {open && <Content id={id} />}
      <Button wide onClick={onClose}>
        {t('common.close')}
      </Button>
    </Sheet>
  )
}

function Content({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(contentQuery(id))
  const url = useBlobUrl(data?.blob)
  if (error) return <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>
  if (data === undefined || url === undefined) return <Skeleton height={240} />
  if (data.type === 'application/pdf')
    return (
      <a className="button plain wide" href={url} download={`${id}.pdf`}>
        {t('documents.download')}
      </a>
    )
  return <img className="document-picture" src={url} alt={t('documents.lookTitle')} />
}
