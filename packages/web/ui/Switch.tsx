/** On or off, in a row. */

import { Switch as BaseSwitch } from '@base-ui/react/switch'
import type { ReactElement } from 'react'

interface SwitchProps {
  label: string
  note?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

export function SwitchRow({ label, note, checked, onChange, disabled }: SwitchProps): ReactElement {
  return (
    <label className="cell">
      <span className="cell-main">
        <span className="cell-label">{label}</span>
        {note !== undefined && <span className="cell-note">{note}</span>}
      </span>
      <BaseSwitch.Root
        className="switch"
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
        aria-label={label}
      >
        <BaseSwitch.Thumb className="switch-thumb" />
      </BaseSwitch.Root>
    </label>
  )
}
