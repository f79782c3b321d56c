/** All instalments one pays, and all one is paid. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { CellInside } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { usePersonName } from '../data/people-names.ts'
import { PersonFace } from '../people/PersonFace.tsx'
import { useDayText } from '../returns/use-day-text.ts'
import { failureText } from '../words/failure.ts'
import { InstalmentsChip } from './InstalmentsChip.tsx'
import { instalmentsListQuery, type Instalments, type Side } from './instalments-data.ts'
import { progressOf } from './progress.ts'

const itemsOf = (data: { pages: { items: Instalments[] }[] } | undefined): Instalments[] =>
  data?.pages.flatMap(({ items }) => items) ?? []

export function InstalmentsList(): ReactElement {
  const { t } = useTranslation()
  const pays = useInfiniteQuery(instalmentsListQuery('debtor'))
  const isPaid = useInfiniteQuery(instalmentsListQuery('creditor'))
  const sides = [
    { side: 'debtor' as const, list: pays },
    { side: 'creditor' as const, list: isPaid },
  ]
  const failed = sides.find(({ list }) => list.isError && !list.data)
  if (failed)
    return (
      <Failed onRetry={() => void failed.list.refetch()}>
        {failed.list.error && failureText(failed.list.error)}
      </Failed>
    )
  if (pays.isPending || isPaid.isPending) return <Skeleton height={76} count={4} />
  if (sides.every(({ list }) => itemsOf(list.data).length === 0))
    return (
      <Empty icon="split" title={t('instalments.list.none')}>
        <p>{t('instalments.list.noneText')}</p>
      </Empty>
    )
  return (
    <>
      {sides
        .filter(({ list }) => itemsOf(list.data).length > 0)
        .map(({ side, list }) => (
          <section key={side}>
            <h2 className="cells-title">
              {t(side === 'debtor' ? 'instalments.list.pay' : 'instalments.list.paid')}
            </h2>
            <ul className="cells">
              {itemsOf(list.data).map((one) => (
                <li key={one.id}>
                  <Row instalments={one} side={side} />
                </li>
              ))}
            </ul>
            {list.hasNextPage && (
              <Button wide busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('common.loadMore')}
              </Button>
            )}
          </section>
        ))}
    </>
  )
}

function Row({ instalments, side }: { instalments: Instalments; side: Side }): ReactElement {
  const dayText = useDayText()
  const other = side === 'debtor' ? instalments.creditor : instalments.debtor
  const name = usePersonName(other.id, other.name)
  const { id, state, left } = instalments
  const { version, next } = progressOf(instalments)
  const total = (version?.principal ?? 0) + (version?.interest ?? 0)
  return (
    <Link to="/instalments/$instalmentsId" params={{ instalmentsId: id }} className="cell return-row">
      <CellInside
        start={<PersonFace {...other} size={44} />}
        label={
          <span className="one-line return-row-name" dir="auto">
            {name}
          </span>
        }
        note={
          <>
            <InstalmentsChip state={state} />
            {state === 'active' && next && (
              <span className="return-row-at">{dayText(next.dueOn, 'list')}</span>
            )}
          </>
        }
        end={<Amount fen={state === 'active' ? left : total} />}
        leads
      />
    </Link>
  )
}
