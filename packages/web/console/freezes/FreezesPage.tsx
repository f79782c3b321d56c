/** Freezes, for the service's staff: what lasts, what is objected to, what has ended; made and ended by dispute agents. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { freezeBases } from '@laisee/core/freeze-basis.ts'
import { freezeKinds } from '@laisee/core/freeze.ts'
import { setQuery, useAddress } from '../address.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { Chosen } from '../parts/Chosen.tsx'
import { useListKeys } from '../parts/keys.ts'
import { Read } from '../parts/States.tsx'
import { FreezeDrawer } from './FreezeDrawer.tsx'
import { freezeSearchOf, freezesQuery, freezeStates, type FreezeState } from './freezes-data.ts'
import { FreezesTable } from './FreezesTable.tsx'
import { NewFreeze } from './NewFreeze.tsx'

export function FreezesPage(): ReactElement {
  const { t } = useTranslation()
  const { has } = useAtDesk()
  const { query } = useAddress()
  const { state } = freezeSearchOf(query)
  return (
    <>
      <header className="page-head">
        <h1>{t('deskFreezes.title')}</h1>
        <div className="page-acts">
          <p className="second keys">{t('deskFreezes.keys')}</p>
          {has('dispute_agent') && (
            <Button type="primary" onClick={() => setQuery({ new: 'amount', id: undefined }, 'push')}>
              {t('deskFreezes.add.do')}
            </Button>
          )}
        </div>
      </header>
      <p className="second">{t(has('dispute_agent') ? 'deskFreezes.intro' : 'deskFreezes.readOnly')}</p>
      <div className="filters" role="search" aria-label={t('deskFreezes.title')}>
        <Segmented<FreezeState>
          value={state}
          aria-label={t('deskFreezes.columns.state')}
          options={freezeStates.map((value) => ({ value, label: t(`deskFreezes.states.${value}`) }))}
          onChange={(next) => setQuery({ state: next === 'lasting' ? undefined : next, id: undefined })}
        />
        <Chosen
          field="kind"
          label={t('deskFreezes.filter.kind')}
          every={t('deskFreezes.filter.everyKind')}
          options={freezeKinds.map((value) => ({ value, label: t(`deskFreezes.kinds.${value}`) }))}
        />
        <Chosen
          field="basis"
          label={t('deskFreezes.filter.basis')}
          every={t('deskFreezes.filter.everyBasis')}
          options={freezeBases.map((value) => ({ value, label: t(`deskFreezes.bases.${value}`) }))}
        />
      </div>
      <Found />
      {has('dispute_agent') && query['new'] !== undefined && <NewFreeze />}
    </>
  )
}

function Found(): ReactElement {
  const { t } = useTranslation()
  const { query } = useAddress()
  const openId = query['id']
  const search = freezeSearchOf(query)
  const freezes = useInfiniteQuery(freezesQuery(search))
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = freezes
  const items = freezes.data?.pages.flatMap((page) => page.items)
  useListKeys(items?.map(({ id }) => id) ?? [], openId)
  return (
    <>
      <Read query={{ ...freezes, data: items }}>
        {(found) => (
          <FreezesTable items={found} openId={openId} search={search} busy={freezes.isPlaceholderData} />
        )}
      </Read>
      {hasNextPage && (
        <div>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('deskFreezes.more')}
          </Button>
        </div>
      )}
      {openId && <FreezeDrawer key={openId} id={openId} />}
    </>
  )
}
