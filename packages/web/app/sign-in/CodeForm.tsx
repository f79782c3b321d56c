/** A field for a one-time code, for whoever has it without the link. */

import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { codeIn } from './fragment.ts'

interface CodeFormProps {
  busy: boolean
  onCode: (code: string) => void
}

export function CodeForm({ busy, onCode }: CodeFormProps): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [error, setError] = useState<'signIn.codeNeeded' | 'signIn.codeWrong'>()
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    const code = codeIn(text)
    if (code === undefined) return setError(text.trim() === '' ? 'signIn.codeNeeded' : 'signIn.codeWrong')
    onCode(code)
  }
  return (
    <form className="code-form" onSubmit={send} noValidate>
      <label htmlFor="sign-in-code">{t('signIn.codeLabel')}</label>
      <input
        id="sign-in-code"
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setError(undefined)
        }}
        placeholder={t('signIn.codePlaceholder')}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : 'sign-in-code-error'}
      />
      {error !== undefined && (
        <p className="field-error" id="sign-in-code-error" role="alert">
          {t(error)}
        </p>
      )}
      <Button type="submit" look="act" wide busy={busy}>
        {t('signIn.enter')}
      </Button>
    </form>
  )
}
