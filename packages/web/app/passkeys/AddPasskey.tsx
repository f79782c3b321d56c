/** Adding a passkey: its name, then the browser. Where one is there already, that one is asked first. */

import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { passkeyNameMax } from '@laisee/core/passkey.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { useWide } from '../shell/wide.ts'
import { makePasskey } from './browser.ts'
import { NameField, passkeyNameFrom } from './NameField.tsx'
import { passkeysQuery, type Proof } from './passkeys-data.ts'
import { noText } from './texts.ts'
import type { Proving } from './use-proved.ts'

interface AddPasskeyProps {
  proving: Proving
  onCodes: (codes: readonly string[]) => void
  onClose: () => void
}

export function AddPasskey({ proving, onCodes, onClose }: AddPasskeyProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const isWide = useWide()
  const [typed, setTyped] = useState<string>(() => t(isWide ? 'passkeys.nameComputer' : 'passkeys.namePhone'))
  const [problem, setProblem] = useState<string>()
  const name = passkeyNameFrom(typed)
  const run = async (stepUp: Proof | undefined) => {
    if (name === undefined) return
    const { options } = await service().startPasskey({ body: stepUp ? { stepUp } : {} })
    const credential = await makePasskey(options)
    const { recoveryCodes } = await service().addPasskey({ body: { name, credential } })
    void queries.invalidateQueries(passkeysQuery)
    onClose()
    if (recoveryCodes) onCodes(recoveryCodes)
    else say(t('passkeys.added'))
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setProblem(undefined)
    if (name === undefined) return setProblem(t('passkeys.nameWrong', { max: passkeyNameMax }))
    proving.start({
      ask: { addPasskey: true },
      facts: t('passkeys.facts.add'),
      run,
      onFailed: (error) => setProblem(noText(t, error)),
    })
  }
  return (
    <Sheet open onClose={onClose} title={t('passkeys.add')} says={t('passkeys.addSays')}>
      <form className="passkeys-form" onSubmit={submit} noValidate>
        <NameField value={typed} onChange={setTyped} />
        {problem !== undefined && (
          <p className="notice" data-tone="warn" role="alert">
            <Icon name="warn" />
            <span>{problem}</span>
          </p>
        )}
        <Button type="submit" look="act" wide busy={proving.isBusy}>
          {t('passkeys.go')}
        </Button>
      </form>
    </Sheet>
  )
}
