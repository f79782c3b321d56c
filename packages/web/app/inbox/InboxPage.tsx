/** The notices: what happened to one's money that others, or the clock, have done. */

import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { ApprovalsEntry } from '../approvals/ApprovalsEntry.tsx'
import { useNow } from '../data/service-time.ts'
import { CasesUnderWay } from '../disputes/CasesEntry.tsx'
import { ReturnsWaiting } from '../returns/ReturnsEntry.tsx'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { daysOf } from './days.ts'
import { inboxQuery, namesIn } from './inbox-data.ts'
import { NoticeRow } from './NoticeRow.tsx'
import { useMarkRead } from './use-mark-read.ts'
import './inbox.css'

const dayMs = 86_400_000

function useDayText(): (at: string) => string {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const dayOf = (ms: number) => new Date(ms).toDateString()
  return (at) => {
    const ms = Date.parse(at)
    if (dayOf(ms) === dayOf(now)) return t('inbox.today')
    if (dayOf(ms) === dayOf(now - dayMs)) return t('inbox.yesterday')
    const isThisYear = new Date(ms).getFullYear() === new Date(now).getFullYear()
    return new Intl.DateTimeFormat(languageNow() === 'zh' ? 'zh-CN' : 'en-GB', {
      month: 'short',
      day: 'numeric',
      weekday: 'short',
      ...(isThisYear ? {} : { year: 'numeric' }),
    }).format(ms)
  }
}

export function InboxPage(): ReactElement {
  const { t } = useTranslation()
  const dayText = useDayText()
  const inbox = useInfiniteQuery(inboxQuery)
  const mark = useMarkRead()
  const pages = inbox.data?.pages ?? []
  const notices = pages.flatMap(({ items }) => items)
  const names = namesIn(pages)
  const hasUnread = notices.some(({ read }) => !read) || (pages[0]?.unreadCount ?? 0) > 0
  const read = (through: string) => mark.mutate(through)
  return (
    <Page
      title={t('inbox.title')}
      className="inbox"
      actions={
        hasUnread && (
          <Button small look="link" disabled={mark.isPending} onClick={() => read('all')}>
            {t('inbox.readAll')}
          </Button>
        )
      }
    >
      <ApprovalsEntry />
      <ReturnsWaiting />
      <CasesUnderWay />
      {inbox.isPending && <Skeleton height={76} count={6} />}
      {inbox.isError && notices.length === 0 && (
        <Failed onRetry={() => void inbox.refetch()}>{failureText(inbox.error)}</Failed>
      )}
      {inbox.isSuccess && notices.length === 0 && !inbox.hasNextPage && (
        <Empty icon="bell" title={t('inbox.empty')}>
          <p>{t('inbox.emptyText')}</p>
        </Empty>
      )}
      {daysOf(notices).map(({ key, at, notices: ofDay }) => (
        <section key={key} aria-label={t('inbox.fromDay', { day: dayText(at) })}>
          <h2 className="cells-title">{dayText(at)}</h2>
          <ul className="cells">
            {ofDay.map((notice) => (
              <li key={`${notice.sourceId} ${notice.seq}`}>
                <NoticeRow
                  notice={notice}
                  names={names}
                  onOpen={() => {
                    if (!notice.read) read(notice.cursor)
                  }}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {inbox.hasNextPage && (
        <Button wide busy={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {t('common.loadMore')}
        </Button>
      )}
    </Page>
  )
}
