/** What stands where the recipient is not there: on its way, not found, or not loaded. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { RefusalError } from '../data/service.ts'

export function UnknownRecipient(): ReactElement {
  const { t } = useTranslation()
  return (
    <Empty icon="search" title={t('send.to.unknown')}>
      <p>{t('send.to.unknownText')}</p>
    </Empty>
  )
}

/** It is on its way, or could not be loaded. */
export function NotThere({ error, onRetry }: { error: Error | null; onRetry: () => void }): ReactElement {
  if (error === null) {
    return (
      <>
        <Skeleton height={104} />
        <Skeleton height={140} />
        <Skeleton height={96} />
      </>
    )
  }
  return error instanceof RefusalError ? <UnknownRecipient /> : <Failed onRetry={onRetry} />
}
