/** The receipts of a packet or transfer: each step with its proof, checked on this device, to be kept. */

import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cell, Cells } from '../../ui/Cells.tsx'
import { Empty, Failed, Skeleton } from '../../ui/Empty.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Page } from '../../ui/Page.tsx'
import { saveFile } from '../advisor/save-file.ts'
import { RefusalError } from '../data/service.ts'
import { serviceNow } from '../data/service-time.ts'
import { CopyButton } from '../packet/CopyButton.tsx'
import { useBack } from '../shell/back.ts'
import { languageNow } from '../words/i18n.ts'
import { fullText } from '../words/moments.ts'
import { receiptsQuery, type CheckedReceipts } from './receipts-data.ts'
import './receipts.css'

export function ReceiptsPage(): ReactElement {
  const { t } = useTranslation()
  const { sourceId } = useParams({ from: '/shell/receipts/$sourceId' })
  const back = useBack()
  const { data, error, refetch } = useQuery(receiptsQuery(sourceId))
  return (
    <Page title={t('receipts.title')} onBack={back} className="receipts-page">
      <p className="receipts-about">{t('receipts.about')}</p>
      {data ? (
        <Found sourceId={sourceId} found={data} />
      ) : error === null ? (
        <div role="status" aria-label={t('receipts.checking')}>
          <Skeleton height={84} />
          <Skeleton height={64} count={4} />
        </div>
      ) : error instanceof RefusalError ? (
        <Empty icon="search" title={t('receipts.empty')}>
          <p>{t('receipts.emptyText')}</p>
        </Empty>
      ) : (
        <Failed onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

function Found({ sourceId, found }: { sourceId: string; found: CheckedReceipts }): ReactElement {
  const { t } = useTranslation()
  const { items, keys, watch } = found
  if (items.length === 0)
    return (
      <Empty icon="clock" title={t('receipts.empty')}>
        <p>{t('receipts.emptyText')}</p>
      </Empty>
    )
  return (
    <>
      <Verdict found={found} />
      <Cells foot={t('receipts.honest')}>
        {items.map((item) => (
          <Row key={item.seq} sourceId={sourceId} item={item} />
        ))}
      </Cells>
      <Cells title={t('receipts.keys')} foot={t('receipts.how')}>
        {keys.slice(0, 1).map((key) => (
          <Cell
            key={key}
            label={<code className="receipts-key">{key}</code>}
            note={t('receipts.keysNote')}
            end={<CopyButton text={key} label={t('receipts.copyKey')} />}
          />
        ))}
      </Cells>
      <p className="cells-foot" data-watch={watch}>
        {t(`receipts.watch.${watch}`)}
      </p>
    </>
  )
}

function Verdict({ found: { items, watch } }: { found: CheckedReceipts }): ReactElement {
  const { t } = useTranslation()
  const bad = items.filter(({ state }) => state !== 'ok' && state !== 'none').length
  const isLogGood = watch === 'first' || watch === 'goes_on'
  const isGood = bad === 0 && isLogGood
  const good = items.filter(({ state }) => state === 'ok').length
  return (
    <div className="receipts-verdict" data-ok={isGood} role="status">
      <Icon name={isGood ? 'shield' : 'warn'} size={28} />
      <span>
        <strong>
          {isGood
            ? t('receipts.allGood', { count: good })
            : bad > 0
              ? t('receipts.someBad', { count: bad })
              : t(`receipts.watch.${watch}`)}
        </strong>
        {t(isGood ? 'receipts.allGoodText' : 'receipts.someBadText')}
      </span>
    </div>
  )
}

interface RowProps {
  sourceId: string
  item: CheckedReceipts['items'][number]
}

function Row({ sourceId, item }: RowProps): ReactElement {
  const { t } = useTranslation()
  const { kind, at, index, seq, state, receipt } = item
  const name = `${sourceId}-${seq}.tlog-proof`
  const save = () => receipt !== null && saveFile([receipt], 'text/plain;charset=utf-8', name)
  return (
    <Cell
      // A newer service may tell of kinds that this page has no word for.
      label={t(`receipts.kinds.${kind}` as 'receipts.kinds.packet.sent')}
      note={
        <span className="numbers">
          {fullText(at, languageNow(), serviceNow())} ·{' '}
          <span className="receipts-no">{t('receipts.row', { index })}</span>
        </span>
      }
      end={
        <>
          <span className="receipts-state" data-ok={state === 'ok'}>
            {t(`receipts.state.${state}`)}
          </span>
          {receipt !== null && (
            <button
              type="button"
              className="icon-button"
              aria-label={t('receipts.save', { name })}
              onClick={save}
            >
              <Icon name="save" size={20} />
            </button>
          )}
        </>
      }
    />
  )
}
