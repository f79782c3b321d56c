/**
 * The sheet that asks for a passkey: what is being signed, in words; then one button that calls the browser, and a way
 * by recovery code. It sends nothing itself, and closing it leaves everything as it was.
 */

import { Link } from '@tanstack/react-router'
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { readRecoveryCode, recoveryCodeTypedMax } from '@laisee/core/recovery-code.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { service } from '../data/service.ts'
import { signWithPasskey } from './browser.ts'
import type { Proof, StepUpAsk } from './passkeys-data.ts'
import type { StepUpNeed } from './step-up.ts'
import { faultText, noText } from './texts.ts'
import './step-up.css'

interface StepUpSheetProps {
  /** What is signed, in words. */
  facts: string
  ask: StepUpAsk
  need: StepUpNeed
  /** What was wrong with the last answer. */
  fault: string | undefined
  /** What it is for is being done. */
  busy: boolean
  onProof: (proof: Proof) => void
  onClose: () => void
}

export function StepUpSheet(props: StepUpSheetProps): ReactElement {
  const { t } = useTranslation()
  const { need, facts, onClose } = props
  const fromAmount = need.fromAmount ?? 0
  return (
    <Sheet open onClose={onClose} title={t('passkeys.ask.title')}>
      <div className="step-up-facts">
        <p className="step-up-what">{facts}</p>
        <p className="step-up-why">{t(`passkeys.ask.why.${need.reason}`, { fromAmount })}</p>
        {need.reason !== 'change' && <p className="step-up-why">{t('passkeys.ask.binds')}</p>}
      </div>
      {need.passkeys + need.recoveryCodes === 0 ? <NoKey onClose={onClose} /> : <Ways {...props} />}
    </Sheet>
  )
}

/** Nothing to sign with: where one is added. */
function NoKey({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p className="notice">
        <Icon name="key" />
        <span>{t('passkeys.ask.none')}</span>
      </p>
      <div className="buttons beside">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Link to="/settings/passkeys" className="button act">
          {t('passkeys.ask.goAdd')}
        </Link>
      </div>
    </>
  )
}

function Ways(props: StepUpSheetProps): ReactElement {
  const { t } = useTranslation()
  const { need, ask, fault, busy, onProof, onClose } = props
  // Whoever typed a code wrong types it again.
  const isCode = need.passkeys === 0 || fault?.startsWith('code_') === true
  const [way, setWay] = useState<'passkey' | 'code'>(isCode ? 'code' : 'passkey')
  const { state, sign } = useSigning(ask, onProof)
  const problem = state.problem ?? (fault === undefined ? undefined : faultText(t, fault))
  const both = need.passkeys > 0 && need.recoveryCodes > 0
  return (
    <>
      {problem !== undefined && !state.isSigning && !busy && (
        <p className="notice" data-tone="warn" role="alert">
          <Icon name="warn" />
          <span>{problem}</span>
        </p>
      )}
      {way === 'passkey' ? (
        <Button look="act" wide busy={state.isSigning || busy} onClick={sign}>
          <Icon name="key" size={20} />
          {t(state.isSigning ? 'passkeys.ask.signing' : 'passkeys.ask.sign')}
        </Button>
      ) : (
        <CodeForm left={need.recoveryCodes} busy={busy} onProof={onProof} />
      )}
      <div className="step-up-others">
        {both && (
          <Button look="link" onClick={() => setWay(way === 'passkey' ? 'code' : 'passkey')}>
            {t(way === 'passkey' ? 'passkeys.ask.useCode' : 'passkeys.ask.useKey')}
          </Button>
        )}
        <Button look="link" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </>
  )
}

/** Ask for the challenge, then the browser for its signature. */
function useSigning(ask: StepUpAsk, onProof: (proof: Proof) => void) {
  const { t } = useTranslation()
  const [state, setState] = useState<{ isSigning: boolean; problem?: string }>({ isSigning: false })
  const run = async () => {
    const { options } = await service().startStepUp({ body: ask })
    return signWithPasskey(options)
  }
  const sign = () => {
    if (state.isSigning) return
    setState({ isSigning: true })
    run().then(
      (proof) => {
        setState({ isSigning: false })
        onProof(proof)
      },
      (error: unknown) => setState({ isSigning: false, problem: noText(t, error) }),
    )
  }
  return { state, sign }
}

interface CodeFormProps {
  left: number
  busy: boolean
  onProof: (proof: Proof) => void
}

function CodeForm({ left, busy, onProof }: CodeFormProps): ReactElement {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const code = readRecoveryCode(typed)
  const isWrong = isAsked && code === undefined
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setAsked(true)
    if (code !== undefined && !busy) onProof({ recoveryCode: code })
  }
  return (
    <form className="step-up-code" onSubmit={submit} noValidate>
      <label htmlFor="recovery-code">{t('passkeys.ask.code')}</label>
      <input
        id="recovery-code"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={recoveryCodeTypedMax}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-invalid={isWrong}
        aria-describedby="recovery-code-says"
      />
      <p id="recovery-code-says" className={isWrong ? 'field-error' : 'step-up-why'}>
        {isWrong ? t('passkeys.ask.codeWrong') : t('passkeys.ask.codeNote', { count: left })}
      </p>
      <Button type="submit" look="act" wide busy={busy}>
        {t('passkeys.ask.codeGo')}
      </Button>
    </form>
  )
}
