/** One send's bar: what and to whom, the ring, one wide button; then what became of it. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Ring } from './Ring.tsx'
import { HeldBar } from './HeldBar.tsx'
import { SaidBar, SentBar } from './SaidBar.tsx'
import type { OwnSend } from './sends-data.ts'
import { barOf, secondsLeft, secondsTold, shareLeft } from './undo-bars.ts'
import { useSendName } from './use-send-name.ts'
import { useVerbs, type Verb } from './use-undo.ts'

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
  if (bar === 'held') return <HeldBar {...{ send, what, busy }} onUndo={() => void run('undo')} />
  if (bar === 'sent' && busy === undefined) return <SentBar send={send} what={what} />
  return <CountingBar {...{ send, what, now, busy }} onVerb={(verb) => void run(verb)} />
}

interface CountingBarProps {
  send: OwnSend
  what: string
  now: number
  busy: Verb | undefined
  onVerb: (verb: Verb) => void
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
          {busy === 'undo' ? t('sent.bars.undoing') : t('sent.bars.within', { count: seconds })}
          {isPaused && ` · ${t('sent.bars.paused')}`}
        </p>
      </div>
      <p className="unseen" role="status">
        {`${what} ${t('common.yuan', { amount })}, ${t('sent.bars.within', { count: secondsTold(send, now) })}`}
        {isPaused && `, ${t('sent.bars.paused')}`}
      </p>
      <div className="bar-buttons">
        {send.may.includes('pause') && (
          <Button
            small
            busy={busy === 'pause'}
            disabled={busy === 'undo'}
            aria-label={t('sent.bars.pauseLabel', { what })}
            onClick={() => onVerb('pause')}
          >
            <Icon name="pause" size={16} />
            {t('sent.bars.pause')}
          </Button>
        )}
        <Button
          small
          look="packet"
          busy={busy === 'undo'}
          disabled={busy === 'pause'}
          aria-label={t('sent.bars.undoLabel', { what, amount })}
          onClick={() => onVerb('undo')}
        >
          <Icon name="undo" size={18} />
          {t('sent.bars.undo')}
        </Button>
      </div>
    </div>
  )
}
