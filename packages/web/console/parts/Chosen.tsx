/** A filter of one choice that stands in the address. */

import { Select } from 'antd'
import type { ReactElement } from 'react'
import { setQuery, useAddress } from '../address.ts'

interface ChosenProps {
  field: string
  label: string
  /** What is said where nothing is chosen. */
  every: string
  options: { value: string; label: string }[]
}

export function Chosen({ field, label, every, options }: ChosenProps): ReactElement {
  const { query } = useAddress()
  return (
    <Select
      aria-label={label}
      value={query[field] ?? ''}
      onChange={(value: string) => setQuery({ [field]: value, id: undefined })}
      options={[{ value: '', label: every }, ...options]}
    />
  )
}
