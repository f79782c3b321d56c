/** The statement: every line by which money came in or went out, by month, newest first. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { useNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { EntryRow } from './EntryRow.tsx'
import { monthsOf, type Direction, type Month } from './statement.ts'
import { entriesQuery } from './wallet-data.ts'

function monthText(at: string, now: number): string {
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  const isChinese = languageNow() === 'zh'
  return new Intl.DateTimeFormat(isChinese ? 'zh-CN' : 'en-GB', {
    month: isChinese ? 'short' : 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(new Date(at))
}

export function Statement(): ReactElement {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const [direction, setDirection] = useState<Direction>('all')
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(entriesQuery)
  const entries = data?.pages.flatMap(({ items }) => items) ?? []
  const months = monthsOf(entries, direction, !hasNextPage)
  const directions = (['all', 'in', 'out'] as const).map((value) => ({ value, label: t(`wallet.${value}`) }))
  return (
    <section className="statement" aria-labelledby="statement-title" aria-busy={isPending}>
      <div className="statement-head">
        <h2 id="statement-title">{t('wallet.statement')}</h2>
        <Choices label={t('wallet.filter')} value={direction} onChange={setDirection} options={directions} />
      </div>
      {isPending && <Skeleton height={76} count={6} />}
      {error && entries.length === 0 && <Failed onRetry={() => void refetch()}>{failureText(error)}</Failed>}
      {data && entries.length === 0 && (
        <Empty icon="wallet" title={t('wallet.empty')}>
          <p>{t('wallet.emptyText')}</p>
        </Empty>
      )}
      {entries.length > 0 && months.length === 0 && <p className="wallet-none">{t('wallet.noneOfThis')}</p>}
      {months.map((month) => (
        <MonthOf key={month.key} month={month} now={now} />
      ))}
      {hasNextPage ? (
        <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      ) : (
        entries.length > 0 && <p className="wallet-none">{t('wallet.end')}</p>
      )}
    </section>
  )
}

function MonthOf({ month, now }: { month: Month; now: number }): ReactElement {
  const { t } = useTranslation()
  const { at, entries, sums } = month
  return (
    <section>
      <header className="month-head">
        <h3>{monthText(at, now)}</h3>
        {sums && (
          <p>
            {t('wallet.monthOut', { amount: sums.out })}
            {'　'}
            {t('wallet.monthIn', { amount: sums.in })}
          </p>
        )}
      </header>
      <ul className="cells">
        {entries.map((entry) => (
          <li key={entry.entryNo}>
            <EntryRow entry={entry} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The next page comes by itself as its button comes into sight; the button is there for whoever does not scroll. */
function More({ busy, onMore }: { busy: boolean; onMore: () => void }): ReactElement {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  more.current = onMore
  useEffect(() => {
    if (busy || !place.current) return
    const watcher = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && more.current(),
      { rootMargin: '200px' },
    )
    watcher.observe(place.current)
    return () => watcher.disconnect()
  }, [busy])
  return (
    <div ref={place}>
      <Button wide busy={busy} onClick={onMore}>
        {t('common.loadMore')}
      </Button>
    </div>
  )
}
