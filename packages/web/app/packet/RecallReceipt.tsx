/** The receipt of a recall: what came back, who has the rest, and by how little it came too late where it did. */

import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Amount } from '../../ui/Amount.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { usePersonName } from '../data/people-names.ts'
import type { Purse } from '../data/purse.ts'
import { walletQuery } from '../data/queries.ts'
import type { RefusalError } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { spanText } from '../words/moments.ts'
import { lateByS } from './cover.ts'
import type { SeenClaim } from './packet-data.ts'
import type { Receipt } from './receipt.ts'

interface RecallReceiptProps {
  receipt: Receipt
  paidFrom: Purse
  claims: readonly SeenClaim[]
  onClose: () => void
}

export function RecallReceipt({ receipt, paidFrom, claims, onClose }: RecallReceiptProps): ReactElement {
  const { t } = useTranslation()
  const wallet = useQuery(walletQuery)
  const { result, returned } = receipt
  const nameOf = (memberId: string) => claims.find((claim) => claim.memberId === memberId)?.member.name
  return (
    <>
      <div className="recall-sum" role="status">
        <span className="receipt-icon" data-result={result}>
          <Icon name={result === 'RJCR' ? 'info' : 'check'} size={32} />
        </span>
        <Amount fen={returned} big />
        <p>
          {receipt.late ? (
            <Late receipt={receipt} nameOf={nameOf} />
          ) : (
            t(`packet.recall.${result}`, { amount: returned, paidFrom })
          )}
        </p>
      </div>
      {receipt.claims.length > 0 && (
        <div className="receipt-kept">
          <h3>{t('packet.recall.kept')}</h3>
          <ul>
            {receipt.claims.map((claim) => (
              <li key={claim.shareNo}>
                <Name id={claim.memberId} known={nameOf(claim.memberId)} />
                <Amount fen={claim.amount} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="sheet-note numbers">
        {paidFrom === 'own' && wallet.data && (
          <>{t('packet.recall.balance', { amount: wallet.data.balance })} · </>
        )}
        {t('packet.recall.code', { code: result })}
      </p>
      <Button look="act" wide onClick={onClose}>
        {t('common.done')}
      </Button>
    </>
  )
}

function Name({ id, known }: { id: string; known: string | undefined }): ReactElement {
  return <span className="one-line">{usePersonName(id, known)}</span>
}

interface LateProps {
  receipt: Receipt
  nameOf: (memberId: string) => string | undefined
}

/** 晚了 3 秒，小林已经领了 ¥8.80；其余 ¥91.20 已收回. */
function Late({ receipt, nameOf }: LateProps): ReactElement {
  const { t } = useTranslation()
  const { seconds, claims, amount } = receipt.late!
  const last = claims.at(-1)!
  const name = usePersonName(last.memberId, nameOf(last.memberId))
  const span = spanText(t, seconds * 1_000)
  const { returned } = receipt
  return claims.length === 1 ? (
    <>{t('packet.recall.late', { span, name, amount, returned })}</>
  ) : (
    <>{t('packet.recall.lateMany', { span, count: claims.length, amount, returned })}</>
  )
}

interface LostRecallProps {
  error: RefusalError
  claims: readonly SeenClaim[]
  pressedAtMs: number
  onClose: () => void
}

/** Nothing could be taken back any more: why, and by how little where it was a race. */
export function LostRecall({ error, claims, pressedAtMs, onClose }: LostRecallProps): ReactElement {
  const { t } = useTranslation()
  const { decidedAt } = error.problem as { decidedAt?: unknown }
  const seconds = error.code === 'already_claimed_out' ? lateByS(pressedAtMs, decidedAt) : undefined
  const last = claims.at(-1)
  return (
    <>
      <div className="recall-sum" role="status">
        <span className="receipt-icon" data-result="RJCR">
          <Icon name="info" size={32} />
        </span>
        <p>
          {seconds !== undefined && last ? (
            <LastShare last={last} span={spanText(t, seconds * 1_000)} />
          ) : (
            failureText(error)
          )}
        </p>
      </div>
      <Button look="act" wide onClick={onClose}>
        {t('common.done')}
      </Button>
    </>
  )
}

function LastShare({ last, span }: { last: SeenClaim; span: string }): ReactElement {
  const { t } = useTranslation()
  return <>{t('packet.recall.lateAll', { span, name: usePersonName(last.memberId, last.member.name) })}</>
}
