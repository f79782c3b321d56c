/** How a freeze stands. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '../parts/Chip.tsx'
import { stateOf, type Freeze } from './freezes-data.ts'

const looks = {
  lasting: { tone: 'frozen', icon: 'snow' },
  appealed: { tone: 'waiting', icon: 'hand' },
  ended: { tone: 'expired', icon: 'check' },
} as const

export function FreezeChip({ freeze }: { freeze: Freeze }): ReactElement {
  const { t } = useTranslation()
  const state = stateOf(freeze)
  return <Chip {...looks[state]} text={t(`deskFreezes.chip.${state}`)} />
}
