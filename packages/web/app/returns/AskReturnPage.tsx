/** Asking back, of one who has a share or of everybody: the facts, how much, why, until when, in which words. */

import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useBack } from '../shell/back.ts'
import { failureText, isRefusal } from '../words/failure.ts'
import { AskForm } from './AskForm.tsx'
import { previewQuery } from './returns-data.ts'
import { useSource } from './use-source.ts'
import './returns.css'

export function AskReturnPage(): ReactElement {
  const { t } = useTranslation()
  const { sourceId } = useParams({ from: '/shell/returns/ask/$sourceId' })
  const { to } = useSearch({ from: '/shell/returns/ask/$sourceId' })
  const back = useBack('/returns')
  const preview = useQuery(previewQuery(sourceId, to))
  const { source } = useSource(sourceId)
  const people = preview.data?.recipients ?? []
  const isEveryone = to === undefined && people.length > 1
  return (
    <Page
      title={t(isEveryone ? 'returns.ask.titleMany' : 'returns.ask.title')}
      onBack={back}
      className="returns"
    >
      {source && preview.data ? (
        <AskForm key={`${sourceId} ${to}`} source={source} people={people} isEveryone={isEveryone} />
      ) : isRefusal(preview.error) ? (
        <Empty icon="search" title={t('returns.ask.nobody')}>
          <p>
            {preview.error.code === 'nothing_to_return'
              ? t('returns.ask.nobodyText')
              : failureText(preview.error)}
          </p>
          <Button onClick={back}>{t('common.back')}</Button>
        </Empty>
      ) : preview.isError ? (
        <Failed onRetry={() => void preview.refetch()} />
      ) : (
        <>
          <Skeleton height={104} />
          <Skeleton height={148} count={3} />
        </>
      )}
    </Page>
  )
}
