/** One send whose answer was not seen: it is being checked, or its sender says what is to become of it. */

import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { failureText } from '../words/failure.ts'
import { isFinalNo } from '../data/final-no.ts'
import { purseOfAsk } from '../data/purse.ts'
import { dropPending, type PendingSend } from './pending.ts'
import { canceledText, whatOf } from './pending-words.ts'
import { askAbout, cancelPending } from './send-once.ts'

/** What became of one, until its reader has seen it. */
export interface SaidPending {
  key: string
  what: string
  text: string
  tone: 'good' | 'warn'
}

interface PendingBarProps {
  pending: PendingSend
  stage: 'waiting' | 'checking' | 'ask' | 'too_old'
  onSaid: (said: SaidPending) => void
}

export function PendingBar({ pending, stage, onSaid }: PendingBarProps): ReactElement {
  const { t } = useTranslation()
  const { busy, isStill, resume, cancel } = useChoices(pending, onSaid)
  const isAllowance = purseOfAsk(pending.what.body) === 'family'
  const says = {
    waiting: t('sent.pending.asking'),
    checking: t('sent.pending.checking'),
    ask: isStill ? t('sent.pending.still') : t('sent.pending.ask'),
    too_old: t(isAllowance ? 'sent.pending.tooOldFamily' : 'sent.pending.tooOld'),
  }[stage]
  return (
    <div className="bar" data-tone="hold">
      {stage === 'checking' ? <span className="spinner" aria-hidden="true" /> : <Icon name="warn" />}
      <div className="bar-text" role="status">
        <p className="bar-what">
          <span className="one-line">{whatOf(pending, t)}</span>
          <span className="numbers">{t('common.yuan', { amount: pending.amount })}</span>
        </p>
        <p className="bar-note">{says}</p>
      </div>
      {stage === 'ask' && (
        <div className="bar-buttons even">
          <Button small busy={busy === 'cancel'} disabled={busy !== undefined} onClick={() => void cancel()}>
            {t('sent.pending.cancel')}
          </Button>
          <Button
            small
            look="packet"
            busy={busy === 'resume'}
            disabled={busy !== undefined}
            onClick={() => void resume()}
          >
            {t('sent.pending.resume')}
          </Button>
        </div>
      )}
      {stage === 'too_old' && (
        <div className="bar-buttons">
          <Link to={isAllowance ? '/family' : '/wallet'} className="button small link">
            {t(isAllowance ? 'sent.pending.allowance' : 'sent.pending.statement')}
          </Link>
          <Button small look="link" onClick={() => dropPending(pending.key)}>
            {t('sent.bars.dismiss')}
          </Button>
        </div>
      )}
    </div>
  )
}

function useChoices(pending: PendingSend, onSaid: (said: SaidPending) => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<'resume' | 'cancel'>()
  const [isStill, setStill] = useState(false)
  const resume = async () => {
    setBusy('resume')
    const { result } = await askAbout(pending)
    setStill(result === 'unknown')
    setBusy(undefined)
  }
  const cancel = async () => {
    setBusy('cancel')
    const say = (text: string, tone: 'good' | 'warn') => {
      dropPending(pending.key)
      onSaid({ key: pending.key, what: whatOf(pending, t), text, tone })
      for (const queryKey of [['wallet'], ['sends'], ['chats'], ['chat-items']])
        void queries.invalidateQueries({ queryKey })
    }
    try {
      say(canceledText(await cancelPending(pending), pending, t), 'good')
    } catch (error) {
      if (isFinalNo(error)) say(t('sent.pending.notCanceled', { why: failureText(error) }), 'warn')
      else setStill(true)
    }
    setBusy(undefined)
  }
  return { busy, isStill, resume, cancel }
}
