/** One send's bar: what and to whom, the ring, one wide button; then what became of it. */

import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { RefusalError, UnansweredError } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { restoreDraft } from './drafts.ts'
import { Ring } from './Ring.tsx'
import { draftOf } from './send-once.ts'
import type { OwnSend } from './sends-data.ts'
import { barOf, secondsLeft, secondsTold, shareLeft } from './undo-bars.ts'
import { pauseSend, recallSend, undoSend, type VerbAsk } from './undo-send.ts'
import { useSendName } from './use-send-name.ts'

type Verb = 'undo' | 'pause' | 'recall'
interface Said {
  text: string
  tone: 'good' | 'warn'
  /** What may be pressed next: the same once more, or a recall where it was delivered a moment before. */
  next?: Verb
  /** Undone: the draft may be taken up again. */
  isUndone?: boolean
}

interface UndoBarProps {
  send: OwnSend
  now: number
  /** Something is being done or said: keep the bar. */
  onHold: () => void
  onDone: () => void
}

export function UndoBar({ send, now, onHold, onDone }: UndoBarProps): ReactElement | null {
  const { busy, said, run } = useVerbs(send, onHold)
  const what = useSendName(send)
  const bar = barOf(send, now)
  if (said) return <SaidBar {...{ send, what, said, busy, onDone }} onVerb={(verb) => void run(verb)} />
  if (bar === 'sent' && busy === undefined) return <SentBar send={send} what={what} />
  return <CountingBar {...{ send, what, now, busy }} onVerb={(verb) => void run(verb)} />
}

function useVerbs(send: OwnSend, onHold: () => void) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<Verb>()
  const [said, setSaid] = useState<Said>()
  // A press keeps its key until it is answered.
  const keys = useRef(new Map<Verb, string>())
  const run = async (verb: Verb) => {
    if (busy !== undefined) return
    setBusy(verb)
    if (verb !== 'pause') onHold()
    const key = keys.current.get(verb) ?? crypto.randomUUID()
    keys.current.set(verb, key)
    const ask: VerbAsk = { send, key, queries, t }
    try {
      if (verb === 'pause') await pauseSend(ask)
      else if (verb === 'undo') setSaid({ text: await undoSend(ask), tone: 'good', isUndone: true })
      else setSaid({ text: await recallSend(ask), tone: 'good' })
      keys.current.delete(verb)
    } catch (error) {
      onHold()
      if (error instanceof RefusalError) keys.current.delete(verb)
      setSaid(saidOf(error, verb, send, t))
    }
    setBusy(undefined)
  }
  return { busy, said, run }
}

function saidOf(error: unknown, verb: Verb, send: OwnSend, t: VerbAsk['t']): Said {
  if (error instanceof RefusalError && error.code === 'undo_window_over') {
    const late = send.kind === 'packet' ? 'send.bars.late' : 'send.bars.lateTransfer'
    return { text: t(late), tone: 'warn', next: 'recall' }
  }
  if (error instanceof UnansweredError) return { text: t('send.bars.unanswered'), tone: 'warn', next: verb }
  return { text: failureText(error), tone: 'warn' }
}

interface CountingBarProps {
  send: OwnSend
  what: string
  now: number
  busy: Verb | undefined
  onVerb: (verb: Verb) => void
}

/** The verb that may be pressed after something was said. */
function NextButton({
  verb,
  send,
  what,
  busy,
  onVerb,
}: Omit<CountingBarProps, 'now'> & { verb: Verb }): ReactElement {
  const { t } = useTranslation()
  const { amount } = send
  const label = {
    undo: t('send.bars.undoLabel', { what, amount }),
    pause: t('send.bars.pauseLabel', { what }),
    recall: t('send.bars.recallLabel', { what }),
  }[verb]
  return (
    <Button small look="packet" busy={busy !== undefined} aria-label={label} onClick={() => onVerb(verb)}>
      {t(`send.bars.${verb}`)}
    </Button>
  )
}

function CountingBar({ send, what, now, busy, onVerb }: CountingBarProps): ReactElement {
  const { t } = useTranslation()
  const { amount } = send
  const seconds = secondsLeft(send, now)
  const isPaused = send.may.includes('release')
  return (
    <div className="bar" role="group" aria-label={`${what} ${t('common.yuan', { amount })}`}>
      <Ring share={shareLeft(send, now)} seconds={seconds} />
      <div className="bar-text" aria-hidden="true">
        <p className="bar-what">
          <span className="one-line">{what}</span>
          <span className="numbers">{t('common.yuan', { amount })}</span>
        </p>
        <p className="bar-note">
          {busy === 'undo' ? t('send.bars.undoing') : t('send.bars.within', { count: seconds })}
          {isPaused && ` · ${t('send.bars.paused')}`}
        </p>
      </div>
      <p className="unseen" role="status">
        {`${what} ${t('common.yuan', { amount })}, ${t('send.bars.within', { count: secondsTold(send, now) })}`}
        {isPaused && `, ${t('send.bars.paused')}`}
      </p>
      <div className="bar-buttons">
        {send.may.includes('pause') && (
          <Button
            small
            busy={busy === 'pause'}
            disabled={busy !== undefined}
            aria-label={t('send.bars.pauseLabel', { what })}
            onClick={() => onVerb('pause')}
          >
            <Icon name="pause" size={16} />
            {t('send.bars.pause')}
          </Button>
        )}
        <Button
          small
          look="packet"
          busy={busy === 'undo'}
          disabled={busy !== undefined}
          aria-label={t('send.bars.undoLabel', { what, amount })}
          onClick={() => onVerb('undo')}
        >
          <Icon name="undo" size={18} />
          {t('send.bars.undo')}
        </Button>
      </div>
    </div>
  )
}

function SentBar({ send, what }: { send: OwnSend; what: string }): ReactElement {
  const { t } = useTranslation()
  const isPaused = send.state === 'paused' || send.may.includes('release')
  const transfer = send.arrivesAtOnce ? 'send.bars.arrived' : 'send.bars.sentTransfer'
  const packet = isPaused ? 'send.bars.sentPaused' : 'send.bars.sent'
  return (
    <div className="bar" data-tone="good">
      <Icon name="check" />
      <div className="bar-text" role="status">
        <p className="bar-what">
          <span className="one-line">{what}</span>
          <span className="numbers">{t('common.yuan', { amount: send.amount })}</span>
        </p>
        <p className="bar-note">{t(send.kind === 'packet' ? packet : transfer)}</p>
      </div>
      <div className="bar-buttons">
        <LookLink send={send} />
      </div>
    </div>
  )
}

function LookLink({ send }: { send: OwnSend }): ReactElement {
  const { t } = useTranslation()
  return send.kind === 'packet' ? (
    <Link to="/packets/$packetId" params={{ packetId: send.id }} className="button small link">
      {t('send.bars.look')}
    </Link>
  ) : (
    <Link to="/transfers/$transferId" params={{ transferId: send.id }} className="button small link">
      {t('send.bars.look')}
    </Link>
  )
}

interface SaidBarProps {
  send: OwnSend
  what: string
  said: Said
  busy: Verb | undefined
  onDone: () => void
  onVerb: (verb: Verb) => void
}

function SaidBar({ send, what, said, busy, onDone, onVerb }: SaidBarProps): ReactElement {
  const { t } = useTranslation()
  const go = useNavigate()
  const draft = said.isUndone ? draftOf(send.id) : undefined
  const again = () => {
    restoreDraft(draft!.name, draft!.draft)
    onDone()
    const to = send.groupId ?? send.memberId ?? 'link'
    void go(send.kind === 'packet' ? { to: '/send', search: { to } } : { to: '/transfer', search: { to } })
  }
  return (
    <div className="bar" data-tone={said.tone}>
      <Icon name={said.tone === 'good' ? 'check' : 'warn'} />
      <div className="bar-text" role={said.tone === 'good' ? 'status' : 'alert'}>
        <p className="bar-what">
          <span className="one-line">{what}</span>
        </p>
        <p className="bar-note">{said.text}</p>
      </div>
      <div className="bar-buttons">
        {said.next && <NextButton verb={said.next} {...{ send, what, busy, onVerb }} />}
        {draft && (
          <Button small look="link" onClick={again}>
            {t('send.bars.again')}
          </Button>
        )}
        {said.next === undefined && said.tone === 'warn' && <LookLink send={send} />}
        <Button small look="link" onClick={onDone}>
          {t('send.bars.dismiss')}
        </Button>
      </div>
    </div>
  )
}
