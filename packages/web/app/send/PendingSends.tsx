/**
 * Over every page: sends whose answer was not seen. A young one is checked by itself as soon as there is a network; for
 * one that outlived its page, its sender says whether it is to be sent or cancelled.
 */

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { buzz } from '../../ui/haptics.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Button } from '../../ui/Button.tsx'
import { packetQuery, transferQuery, walletQuery } from '../data/queries.ts'
import { serviceNow, useNow } from '../data/service-time.ts'
import { failureText } from '../words/failure.ts'
import { pendingStage } from './outcome.ts'
import { thisPage, usePendingSends, type PendingSend } from './pending.ts'
import { PendingBar, type SaidPending } from './PendingBar.tsx'
import { askAbout, askState, onSettled, type Settled } from './send-once.ts'
import { sendOfPacket, sendOfTransfer } from './sends-data.ts'
import { putSend } from './undo-send.ts'
import { whatOf } from './pending-words.ts'
import './bars.css'

const askEveryMs = 4_000

/** What to do about a pending send now. */
export function stageOf(pending: PendingSend, now: number) {
  const facts = { pressedAt: pending.pressedAt, isMine: pending.page === thisPage }
  return pendingStage({ ...facts, isUnanswered: askState(pending.key).isUnanswered }, now)
}

export function PendingSends(): ReactElement | null {
  const { t } = useTranslation()
  const pending = usePendingSends()
  const [said, setSaid] = useState<readonly SaidPending[]>([])
  const tell = (one: SaidPending) =>
    setSaid((before) => [...before.filter(({ key }) => key !== one.key), one])
  usePutSettled(tell)
  useAskAgain(pending)
  if (pending.length === 0 && said.length === 0) return null
  return (
    <section className="bars" aria-label={t('sent.pending.label')} tabIndex={-1} data-focus-home>
      <Waiting pending={pending} onSaid={tell} />
      {said.map((one) => (
        <div key={one.key} className="bar" data-tone={one.tone}>
          <Icon name={one.tone === 'good' ? 'check' : 'warn'} />
          <div className="bar-text" role={one.tone === 'good' ? 'status' : 'alert'}>
            <p className="bar-what">
              <span className="one-line">{one.what}</span>
            </p>
            <p className="bar-note">{one.text}</p>
          </div>
          <div className="bar-buttons">
            <Button
              small
              look="link"
              onClick={() => setSaid((before) => before.filter(({ key }) => key !== one.key))}
            >
              {t('sent.bars.dismiss')}
            </Button>
          </div>
        </div>
      ))}
    </section>
  )
}

function Waiting(props: {
  pending: readonly PendingSend[]
  onSaid: (said: SaidPending) => void
}): ReactElement {
  const now = useNow(1_000)
  const shown = props.pending.filter((pending) => stageOf(pending, now) !== 'waiting')
  return (
    <>
      {shown.map((pending) => (
        <PendingBar key={pending.key} pending={pending} stage={stageOf(pending, now)} onSaid={props.onSaid} />
      ))}
    </>
  )
}

/** What a send has made is shown at once, wherever it is shown; a late answer is said in words. */
function usePutSettled(tell: (said: SaidPending) => void): void {
  const { t } = useTranslation()
  const queries = useQueryClient()
  useEffect(() => {
    const hear = ({ pending, outcome, isLate }: Settled) => {
      const { key, amount } = pending
      const what = whatOf(pending, t)
      if (outcome.result === 'refused') {
        const why = failureText(outcome.error)
        if (isLate) tell({ key, what, text: t('sent.pending.refused', { why }), tone: 'warn' })
        return
      }
      buzz()
      const { sent } = outcome
      if (sent.kind === 'packet') queries.setQueryData(packetQuery(sent.packet.id).queryKey, sent.packet)
      else queries.setQueryData(transferQuery(sent.transfer.id).queryKey, sent.transfer)
      putSend(queries, sent.kind === 'packet' ? sendOfPacket(sent.packet) : sendOfTransfer(sent.transfer))
      void queries.invalidateQueries({ queryKey: walletQuery.queryKey })
      if (isLate) tell({ key, what, text: t('sent.pending.sent', { what, amount }), tone: 'good' })
    }
    return onSettled(hear)
  })
}

/** While this page lives and a send is young, it asks again as soon as it can. */
function useAskAgain(pending: readonly PendingSend[]): void {
  const hasAny = pending.length > 0
  useEffect(() => {
    if (!hasAny) return
    const ask = () => {
      if (!navigator.onLine) return
      for (const one of pending) if (stageOf(one, serviceNow()) === 'checking') void askAbout(one)
    }
    const timer = setInterval(ask, askEveryMs)
    window.addEventListener('online', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', ask)
    }
  }, [pending, hasAny])
}
