/** A send that waits, for its hold or for somebody's word, just after it was sent: until when, where it is, the way back. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { serviceNow } from '../data/service-time.ts'
import { languageNow } from '../words/i18n.ts'
import { momentText } from '../words/moments.ts'
import { LookLink } from './SaidBar.tsx'
import type { OwnSend } from './sends-data.ts'
import type { Verb } from './use-undo.ts'

interface HeldBarProps {
  send: OwnSend
  what: string
  busy: Verb | undefined
  onUndo: () => void
}

export function HeldBar({ send, what, busy, onUndo }: HeldBarProps): ReactElement {
  const { t } = useTranslation()
  const { amount, undoFrom, approveBy } = send
  const isApproving = send.state === 'approving' && approveBy !== null
  const at = momentText(t, isApproving ? approveBy : undoFrom, languageNow(), serviceNow())
  return (
    <div className="bar" data-tone="hold" role="group" aria-label={`${what} ${t('common.yuan', { amount })}`}>
      <Icon name={isApproving ? 'clock' : 'shield'} />
      <div className="bar-text" role="status">
        <p className="bar-what">
          <span className="one-line">{what}</span>
          <span className="numbers">{t('common.yuan', { amount })}</span>
        </p>
        <p className="bar-note">{t(isApproving ? 'sent.bars.approving' : 'sent.bars.held', { at })}</p>
      </div>
      <div className="bar-buttons">
        <LookLink send={send} />
        <Button
          small
          look="packet"
          busy={busy === 'undo'}
          aria-label={t('sent.bars.takeBackLabel', { what, amount })}
          onClick={onUndo}
        >
          {t('sent.bars.takeBack')}
        </Button>
      </div>
    </div>
  )
}
