/** What pressing does, why it cannot be pressed, and what was refused. */

import { Suspense, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { lazyPart } from '../../ui/lazy-part.ts'
import type { Sending } from './use-send.ts'

const GuardSheet = lazyPart(async () => ({ default: (await import('../guard/GuardSheet.tsx')).GuardSheet }))

const SendStepUp = lazyPart(async () => ({
  default: (await import('../passkeys/SendStepUp.tsx')).SendStepUp,
}))

interface SendFootProps {
  sending: Sending
  /** The service's "no" about the whole, in words. */
  refused: string | undefined
  whyNot: string | undefined
  look: 'packet' | 'act'
  /** It would wait for somebody's word first. */
  waits: boolean
  children: ReactNode
}

export function SendFoot({ sending, refused, whyNot, look, waits, children }: SendFootProps): ReactElement {
  const { t } = useTranslation()
  const isBusy = sending.state === 'asking' || sending.state === 'sent'
  return (
    <div className="send-foot">
      {refused !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          <Icon name="warn" />
          <span>{t('send.refused', { why: refused })}</span>
        </p>
      )}
      <Button
        type="submit"
        wide
        look={look}
        busy={isBusy}
        whyNot={isBusy ? undefined : sending.state === 'open' ? t('send.problems.pending') : whyNot}
      >
        {isBusy ? t('send.sending') : children}
      </Button>
      {sending.isSlow && (
        <p className="why-not" role="status">
          {t('common.slow')}
        </p>
      )}
      <SendQuestions sending={sending} waits={waits} />
    </div>
  )
}

/** What the service asks before it sends: a passkey, or a yes to what is shown. */
export function SendQuestions({ sending, waits }: Pick<SendFootProps, 'sending' | 'waits'>): ReactElement {
  const { question, stepUp } = sending
  return (
    <Suspense fallback={null}>
      {stepUp && sending.state === 'idle' && (
        <SendStepUp question={stepUp} onProof={sending.prove} onClose={sending.forgetRefusal} />
      )}
      {question && sending.state === 'idle' && (
        <GuardSheet
          question={question}
          waits={waits}
          onBack={sending.forgetRefusal}
          onConfirm={sending.confirm}
        />
      )}
    </Suspense>
  )
}
