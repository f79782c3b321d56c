/** How a part of the desk waits, fails and is empty. */

import type { UseQueryResult } from '@tanstack/react-query'
import { Alert, Button, Empty, Skeleton } from 'antd'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../words.ts'

interface ReadProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isError'> & { refetch: () => unknown }
  children: (data: T) => ReactNode
}

/** What was read, once it is there; until then its shape, or why it is not there and how to try again. */
export function Read<T>({ query, children }: ReadProps<T>): ReactElement {
  const failure = query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (query.data !== undefined)
    return (
      <>
        {failure}
        {children(query.data)}
      </>
    )
  return failure || <Waiting />
}

export function Waiting(): ReactElement {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('common.loading')} className="waiting">
      <Skeleton active paragraph={{ rows: 8 }} title={false} />
    </div>
  )
}

/** Why something did not work, and the way on. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <Alert
      type="error"
      showIcon
      className="failure"
      title={failureText(error)}
      action={onRetry && <Button onClick={onRetry}>{t('desk.failedRetry')}</Button>}
    />
  )
}

/** Nothing is here, and what one may do about it. */
export function Nothing({ text, children }: { text: string; children?: ReactNode }): ReactElement {
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
      {children}
    </Empty>
  )
}
