/** One of a few, as buttons in a row: arrow keys move, a screen reader hears a group of choices. */

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactElement, ReactNode } from 'react'

interface ChoicesProps<V extends string> {
  label: string
  /** Null while none is chosen. */
  value: V | null
  onChange: (value: V) => void
  options: readonly { value: V; label: ReactNode }[]
}

export function Choices<V extends string>({
  label,
  value,
  onChange,
  options,
}: ChoicesProps<V>): ReactElement {
  return (
    <RadioGroup
      className="choices"
      aria-label={label}
      value={value}
      onValueChange={(chosen) => onChange(chosen as V)}
    >
      {options.map((option) => (
        <Radio.Root
          key={option.value}
          value={option.value}
          className="choice"
          nativeButton
          render={<button type="button" />}
        >
          {option.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
