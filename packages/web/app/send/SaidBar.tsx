/** A bar after its window: that it was sent, or what became of undoing it. */

import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { restoreDraft } from './drafts.ts'
import { draftOf } from './send-once.ts'
import type { OwnSend } from './sends-data.ts'
import type { Said, Verb } from './use-undo.ts'

export function SentBar({ send, what }: { send: OwnSend; what: string }): ReactElement {
  const { t } = useTranslation()
  const isPaused = send.state === 'paused' || send.may.includes('release')
  const transfer = send.arrivesAtOnce ? 'sent.bars.arrived' : 'sent.bars.sentTransfer'
  const packet = isPaused ? 'sent.bars.sentPaused' : 'sent.bars.sent'
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

export function LookLink({ send }: { send: OwnSend }): ReactElement {
  const { t } = useTranslation()
  return send.kind === 'packet' ? (
    <Link to="/packets/$packetId" params={{ packetId: send.id }} className="button small link">
      {t('sent.bars.look')}
    </Link>
  ) : (
    <Link to="/transfers/$transferId" params={{ transferId: send.id }} className="button small link">
      {t('sent.bars.look')}
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

export function SaidBar({ send, what, said, busy, onDone, onVerb }: SaidBarProps): ReactElement {
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
            {t('sent.bars.again')}
          </Button>
        )}
        {said.next === undefined && said.tone === 'warn' && <LookLink send={send} />}
        <Button small look="link" onClick={onDone}>
          {t('sent.bars.dismiss')}
        </Button>
      </div>
    </div>
  )
}

/** The verb that may be pressed after something was said. */
function NextButton({
  verb,
  send,
  what,
  busy,
  onVerb,
}: Omit<SaidBarProps, 'said' | 'onDone'> & { verb: Verb }): ReactElement {
  const { t } = useTranslation()
  const { amount } = send
  const label = {
    undo: t('sent.bars.undoLabel', { what, amount }),
    pause: t('sent.bars.pauseLabel', { what }),
    recall: t('sent.bars.recallLabel', { what }),
  }[verb]
  return (
    <Button small look="packet" busy={busy !== undefined} aria-label={label} onClick={() => onVerb(verb)}>
      {t(`sent.bars.${verb}`)}
    </Button>
  )
}
