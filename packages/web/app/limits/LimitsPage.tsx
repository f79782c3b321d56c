/** One's limits: what may be sent, what was, what is left, and what changes when. */

import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, CellButton, Cells } from '../../ui/Cells.tsx'
import { Failed, Skeleton } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useNow } from '../data/service-time.ts'
import { useBack } from '../shell/back.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { Bar } from './Bar.tsx'
import { limitsQuery, type Limit, type Limits } from './limits-data.ts'
import { kindWords, layerWords } from './limit-words.ts'
import { LimitSheet } from './LimitSheet.tsx'
import './limits.css'

export function LimitsPage(): ReactElement {
  const { t } = useTranslation()
  const back = useBack('/settings')
  const limits = useQuery(limitsQuery)
  const [open, setOpen] = useState<Limit['kind']>()
  const chosen = limits.data?.limits.find(({ kind }) => kind === open)
  return (
    <Page title={t('limits.title')} className="limits" onBack={back}>
      {limits.isPending && <Skeleton height={84} count={4} />}
      {limits.isError && !limits.data && (
        <Failed onRetry={() => void limits.refetch()}>{failureText(limits.error)}</Failed>
      )}
      {limits.data && (
        <>
          <Cells foot={t('limits.foot')}>
            {limits.data.limits.toReversed().map((limit) => (
              <LimitRow key={limit.kind} limit={limit} onOpen={() => setOpen(limit.kind)} />
            ))}
          </Cells>
          <MinorRules limits={limits.data} />
        </>
      )}
      {chosen && <LimitSheet key={chosen.kind} limit={chosen} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

function LimitRow({ limit, onOpen }: { limit: Limit; onOpen: () => void }): ReactElement {
  const { t } = useTranslation()
  const { kind, max, layer, ownNext } = limit
  const now = useNow(60_000)
  const at = (moment: string) => momentText(t, moment, languageNow(), now)
  return (
    <CellButton
      label={
        <span className="limit-head">
          <span>{t(kindWords[kind])}</span>
          <span className="limit-max">
            {max === null ? t('limits.none') : t('limits.atMost', { amount: max })}
          </span>
        </span>
      }
      aria-haspopup="dialog"
      onClick={onOpen}
      leads
      note={
        <span className="limit-facts">
          <Used limit={limit} />
          {layer !== null && <span>{t(layerWords[layer])}</span>}
          {ownNext && (
            <span className="limit-waiting">
              {ownNext.max === null
                ? t('limits.waitingNone', { at: at(ownNext.at) })
                : t('limits.waiting', { amount: ownNext.max, at: at(ownNext.at) })}
            </span>
          )}
        </span>
      }
    />
  )
}

/** What was sent in the day or month, as numbers and as a bar of how much of the limit that is. */
function Used({ limit: { kind, max, counted, left, renewsAt } }: { limit: Limit }): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  if (counted === null) return null
  const isDay = kind === 'day'
  return (
    <>
      {max !== null && <Bar used={counted} max={max} />}
      <span>{t(isDay ? 'limits.usedDay' : 'limits.usedMonth', { amount: counted })}</span>
      {left !== null && (
        <span className="limit-left">
          {t(isDay ? 'limits.leftDay' : 'limits.leftMonth', { amount: left })}
        </span>
      )}
      {max !== null && renewsAt !== null && (
        <span>{t('limits.renews', { at: momentText(t, renewsAt, languageNow(), now) })}</span>
      )}
    </>
  )
}

function MinorRules({ limits }: { limits: Limits }): ReactElement | null {
  const { t } = useTranslation()
  const { band, night, groupLucky, stepUpAlways, guardianApprovalAbove } = limits
  if (band === 'adult') return null
  return (
    <Cells title={t('limits.minor')}>
      {stepUpAlways && <Cell label={t('limits.minorStepUp')} />}
      {night && <Cell label={t('limits.minorNight', night)} />}
      {!groupLucky && <Cell label={t('limits.minorLucky')} />}
      {guardianApprovalAbove !== null && (
        <Cell label={t('limits.minorApproval', { amount: guardianApprovalAbove })} />
      )}
    </Cells>
  )
}
