/** One's own disputes, on either side, and the freezes of one's money, latest first. */

import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { freezesQuery } from '../freezes/freezes-data.ts'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { DisputeRow, FreezeRow } from './CaseRows.tsx'
import { disputesQuery } from './disputes-data.ts'
import './cases.css'

export function CasesPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/wallet')
  const disputes = useInfiniteQuery(disputesQuery)
  const freezes = useInfiniteQuery(freezesQuery)
  const ofDisputes = disputes.data?.pages.flatMap(({ items }) => items) ?? []
  const ofFreezes = freezes.data?.pages.flatMap(({ items }) => items) ?? []
  const isEmpty = disputes.isSuccess && freezes.isSuccess && ofDisputes.length + ofFreezes.length === 0
  return (
    <Page title={t('cases.title')} onBack={back} className="case-page">
      {isEmpty ? (
        <Empty icon="shield" title={t('cases.empty')}>
          <p>{t('cases.emptyText')}</p>
        </Empty>
      ) : (
        <>
          <List
            title={t('cases.freezes')}
            none={t('cases.noFreezes')}
            more={t('cases.moreFreezes')}
            read={freezes}
          >
            {ofFreezes.map((freeze) => (
              <li key={freeze.id}>
                <FreezeRow freeze={freeze} />
              </li>
            ))}
          </List>
          <List
            title={t('cases.disputes')}
            none={t('cases.noDisputes')}
            more={t('cases.more')}
            read={disputes}
          >
            {ofDisputes.map((dispute) => (
              <li key={dispute.id}>
                <DisputeRow dispute={dispute} />
              </li>
            ))}
          </List>
        </>
      )}
    </Page>
  )
}

interface ListProps {
  title: string
  none: string
  more: string
  read: {
    isPending: boolean
    error: Error | null
    refetch: () => unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => unknown
  }
  children: ReactElement[]
}

function List({ title, none, more, read, children }: ListProps): ReactElement {
  const isThere = children.length > 0
  return (
    <section aria-label={title} aria-busy={read.isPending}>
      <h2 className="cells-title">{title}</h2>
      {read.isPending ? (
        <Skeleton height={72} count={2} />
      ) : read.error && !isThere ? (
        <Failed onRetry={() => void read.refetch()}>{failureText(read.error)}</Failed>
      ) : isThere ? (
        <ul className="cells">{children}</ul>
      ) : (
        <p className="case-none">{none}</p>
      )}
      {read.hasNextPage && (
        <div className="case-more">
          <Button wide busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {more}
          </Button>
        </div>
      )}
    </section>
  )
}
