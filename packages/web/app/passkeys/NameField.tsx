/** What a passkey is called. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { nameFrom } from '@laisee/core/name.ts'
import { passkeyNameMax } from '@laisee/core/passkey.ts'
import '../../ui/words-field.css'

/** The name as it was meant, or undefined where it is none or too long. */
export function passkeyNameFrom(typed: string): string | undefined {
  const name = nameFrom(typed)
  return name !== undefined && [...name].length <= passkeyNameMax ? name : undefined
}

interface NameFieldProps {
  value: string
  onChange: (text: string) => void
}

export function NameField({ value, onChange }: NameFieldProps): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="words-field profile-field">
      <label htmlFor="passkey-name">{t('passkeys.name')}</label>
      <input
        id="passkey-name"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={passkeyNameFrom(value) === undefined}
      />
    </div>
  )
}
