/** One passkey: another name for it, or its end. */

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { passkeyNameMax } from '@laisee/core/passkey.ts'
import { Button } from '../../ui/Button.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { say } from '../../ui/Toasts.tsx'
import { service } from '../data/service.ts'
import { failureText } from '../words/failure.ts'
import { NameField, passkeyNameFrom } from './NameField.tsx'
import { passkeysQuery, type Passkey } from './passkeys-data.ts'
import type { Proving } from './use-proved.ts'

interface OnePasskeyProps {
  passkey: Passkey
  isLast: boolean
  proving: Proving
  onClose: () => void
}

export function OnePasskey({ passkey, isLast, proving, onClose }: OnePasskeyProps): ReactElement {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { id, name } = passkey
  const [typed, setTyped] = useState(name)
  const [problem, setProblem] = useState<string>()
  const rename = useMutation({
    mutationFn: (next: string) => service().renamePasskey({ path: { id }, body: { name: next } }),
    onSuccess: () => {
      void queries.invalidateQueries(passkeysQuery)
      say(t('passkeys.saved'))
      onClose()
    },
    onError: (error) => setProblem(failureText(error)),
  })
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    const next = passkeyNameFrom(typed)
    if (next === undefined) return setProblem(t('passkeys.nameWrong', { max: passkeyNameMax }))
    setProblem(undefined)
    if (!rename.isPending) rename.mutate(next)
  }
  const remove = () =>
    proving.start({
      ask: { removePasskey: { id } },
      facts: t('passkeys.facts.remove', { name }),
      async run(stepUp) {
        await service().removePasskey({ path: { id }, body: stepUp ? { stepUp } : {} })
        await queries.invalidateQueries(passkeysQuery)
        say(t('passkeys.removed'))
        onClose()
      },
      onFailed: (error) => setProblem(failureText(error)),
    })
  return (
    <Sheet open onClose={onClose} title={t('passkeys.change')}>
      <form className="passkeys-form" onSubmit={save} noValidate>
        <NameField value={typed} onChange={setTyped} />
        <Button type="submit" look="act" wide busy={rename.isPending}>
          {t('passkeys.save')}
        </Button>
      </form>
      {problem !== undefined && (
        <p className="notice" data-tone="warn" role="alert">
          {problem}
        </p>
      )}
      {isLast && <p className="step-up-why">{t('passkeys.removeLast')}</p>}
      <Button look="warn" wide busy={proving.isBusy} onClick={remove}>
        {t('passkeys.remove')}
      </Button>
    </Sheet>
  )
}
