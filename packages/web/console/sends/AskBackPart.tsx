/** Asking back, for the organisation, what somebody sent who has left it; and where nobody can be asked, why. */

import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalError } from '../../app/data/service.ts'
import { useAtDesk } from '../data/organisation-data.ts'
import { Failure } from '../parts/States.tsx'
import { failureText, refusalText } from '../words.ts'
import { AskBackDialog } from './AskBackDialog.tsx'
import { askBackQuery, useAskBack } from './ask-back-data.ts'
import type { FullSend } from './sends-data.ts'

export function AskBackPart({ send }: { send: FullSend }): ReactElement | null {
  const { t } = useTranslation()
  const { has } = useAtDesk()
  const [isAsking, setAsking] = useState(false)
  const isTheirs = has('administrator') && send.sums.claimed > 0
  const preview = useQuery({ ...askBackQuery(send.id), enabled: isTheirs })
  const asking = useAskBack(send.id)
  const { data, error } = preview
  if (!isTheirs || (!data && !error)) return null
  if (error && !data) return <WhyNot error={error} onRetry={() => void preview.refetch()} />
  const open = data!.recipients.filter(({ refusal }) => refusal === null)
  const why = data!.recipients[0]?.refusal ?? null
  return (
    <section className="drawer-acts" aria-live="polite">
      {open.length > 0 ? (
        <>
          <Button onClick={() => setAsking(true)}>{t('deskSends.askBack.do')}</Button>
          <span className="second">{t('deskSends.askBack.note')}</span>
        </>
      ) : (
        why !== null && <p className="second">{refusalText({ code: why, data: {} })}</p>
      )}
      {asking.data && (
        <Alert
          showIcon
          type="success"
          title={
            asking.data.notAsked.length === 0
              ? t('returns.ask.sent')
              : t('returns.ask.sentSome', {
                  count: asking.data.requests.length,
                  others: asking.data.notAsked.length,
                })
          }
        />
      )}
      {isAsking && (
        <AskBackDialog send={send} people={open} asking={asking} onClose={() => setAsking(false)} />
      )}
    </section>
  )
}

/** What is of no use to say: nothing was claimed, or has arrived yet. */
const silent: ReadonlySet<unknown> = new Set(['nothing_to_return', 'not_found'])

function WhyNot({ error, onRetry }: { error: Error; onRetry: () => void }): ReactElement | null {
  if (!(error instanceof RefusalError)) return <Failure error={error} onRetry={onRetry} />
  return silent.has(error.code) ? null : <p className="second">{failureText(error)}</p>
}
