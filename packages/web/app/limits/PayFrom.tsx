/** Who pays: one's own wallet, or an allowance one holds. Where there is none there is nothing to choose. */

import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Choices } from '../../ui/Choices.tsx'
import { usePersonNames } from '../data/people-names.ts'
import { familiesQuery } from './limits-data.ts'

interface PayFromProps {
  /** The allowance's id; empty for one's own wallet. */
  value: string
  onChange: (value: string) => void
}

export function PayFrom({ value, onChange }: PayFromProps): ReactElement | null {
  const { t } = useTranslation()
  const { data } = useQuery(familiesQuery)
  const held = (data?.held ?? []).filter(({ state }) => state === 'active')
  const names = usePersonNames(held.map(({ giver }) => giver))
  const isGone = data !== undefined && value !== '' && !held.some(({ id }) => id === value)
  useEffect(() => {
    if (isGone) onChange('')
  }, [isGone, onChange])
  if (held.length === 0) return null
  return (
    <div className="cells">
      <Choices
        label={t('limits.payFrom')}
        value={isGone ? '' : value}
        onChange={onChange}
        options={[
          { value: '', label: t('limits.payOwn') },
          ...held.map(({ id, left }, i) => ({
            value: id,
            label: t('limits.payFamily', { name: names[i]!, amount: left }),
          })),
        ]}
      />
    </div>
  )
}
