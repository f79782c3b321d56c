/** Whether a send can be taken back by whoever looks, until when, and if not, why; the button asks before it does. */

import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../app/data/service-time.ts'
import { fullText } from '../../app/words/moments.ts'
import { languageNow, refusalText } from '../words.ts'
import { RecallDialog } from './RecallDialog.tsx'
import type { FullSend } from './sends-data.ts'
import { useRecall } from './use-recall.ts'

export function RecallPart({ send }: { send: FullSend }): ReactElement | null {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const [isAsking, setAsking] = useState(false)
  const recall = useRecall(send)
  const { until, hasRight, refusal } = send.recall
  const done = recall.data
  const isOver = send.closedAt !== null
  return (
    <section className="drawer-acts" aria-live="polite">
      {send.may.includes('recall') && (
        <>
          <Button danger onClick={() => setAsking(true)}>
            {t('deskSends.recall.do')}
          </Button>
          <span className="second">
            {until === null
              ? t('deskSends.recall.noEnd')
              : t('deskSends.recall.until', { at: fullText(until, languageNow(), now) })}
          </span>
        </>
      )}
      {!isOver && refusal && (
        <p className="second">
          {!hasRight
            ? t('deskSends.recall.noRight')
            : refusal.code === 'not_delivered_yet'
              ? t('deskSends.recall.undelivered')
              : t('deskSends.recall.cannot', { why: refusalText(refusal) })}
        </p>
      )}
      {done && (
        <Alert
          showIcon
          type={done.result === 'RJCR' ? 'warning' : 'success'}
          title={t(`deskSends.recall.results.${done.result}`, {
            amount: done.returned,
            claimed: send.amount - done.returned,
          })}
        />
      )}
      {isAsking && <RecallDialog send={send} recall={recall} onClose={() => setAsking(false)} />}
    </section>
  )
}
