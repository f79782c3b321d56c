/** The coin that opens a packet, with the field for the passphrase where there is one. No password is ever asked. */

import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalError, UnansweredError } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { languageNow } from '../words/i18n.ts'
import type { Claiming } from './use-claim.ts'

const slowMs = 2_500

interface ClaimFormProps {
  packetId: string
  hasPassphrase: boolean
  claiming: Claiming
}

export function ClaimForm({ packetId, hasPassphrase, claiming }: ClaimFormProps): ReactElement {
  const { t } = useTranslation()
  const [passphrase, setPassphrase] = useState('')
  const [isEmpty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const { isSpinning, isWaiting, error } = claiming
  const isBusy = isSpinning || isWaiting
  const isSlow = useSlow(isWaiting)
  const problem = useProblem(error)
  const wrong = isEmpty ? t('packet.open.passphraseEmpty') : isBusy ? undefined : problem
  useEffect(() => {
    if (error && hasPassphrase) field.current?.focus()
  }, [error, hasPassphrase])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isSpinning) return claiming.skip()
    if (isWaiting) return
    const said = passphrase.trim()
    setEmpty(hasPassphrase && said === '')
    if (hasPassphrase && said === '') field.current?.focus()
    else claiming.claim(hasPassphrase ? said : undefined)
  }
  const problemId = `problem-${packetId}`
  return (
    <form className="cover-form" onSubmit={submit}>
      {hasPassphrase && (
        <label className="cover-passphrase">
          <span>{t('packet.open.hasPassphrase')}</span>
          <input
            ref={field}
            value={passphrase}
            onChange={(event) => {
              setPassphrase(event.target.value)
              setEmpty(false)
            }}
            placeholder={t('packet.open.passphrase')}
            aria-label={t('packet.open.passphrase')}
            aria-invalid={wrong !== undefined}
            aria-describedby={problemId}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            readOnly={isBusy}
            enterKeyHint="go"
          />
        </label>
      )}
      <button
        type="submit"
        className="coin"
        data-turns={isSpinning ? 'once' : isWaiting ? 'waits' : undefined}
        aria-label={isSpinning ? t('packet.open.skip') : t('packet.open.button')}
        aria-busy={isBusy || undefined}
      >
        <span lang="zh" aria-hidden="true">
          {t('packet.open.character')}
        </span>
        {languageNow() !== 'zh' && <small aria-hidden="true">{t('packet.open.caption')}</small>}
      </button>
      <p className="cover-problem" id={problemId} role="status">
        {wrong ?? (isSlow ? t('packet.open.slow') : '')}
      </p>
      <p className="cover-small">{t('packet.open.noPassword')}</p>
    </form>
  )
}

/** What went wrong with the last press, in words about the share. */
function useProblem(error: Error | null): string | undefined {
  const { t } = useTranslation()
  if (error === null) return undefined
  if (error instanceof UnansweredError) return t('packet.open.unanswered')
  if (error instanceof RefusalError && error.code === 'passphrase_wrong') {
    const { attemptsLeft } = error.problem as { attemptsLeft?: unknown }
    return typeof attemptsLeft === 'number'
      ? t('packet.open.passphraseWrong', { count: attemptsLeft })
      : t('packet.open.passphraseLast')
  }
  return failureText(error)
}

function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!isWaiting) return
    const timer = setTimeout(() => setSlow(true), slowMs)
    return () => clearTimeout(timer)
  }, [isWaiting])
  return isSlow
}
