/** The state of instalments, or of one part of them. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { InstalmentsState, PartState } from '@laisee/core/instalments.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/StateChip.tsx'

const looks: Record<InstalmentsState, [tone: Tone, icon: IconName]> = {
  proposed: ['waiting', 'clock'],
  active: ['open', 'play'],
  paid: ['good', 'checkAll'],
  released: ['good', 'hand'],
  settled: ['good', 'check'],
  declined: ['back', 'hand'],
  withdrawn: ['back', 'undo'],
}

const partLooks: Record<PartState, [tone: Tone, icon: IconName]> = {
  to_come: ['expired', 'clock'],
  due: ['waiting', 'clock'],
  missed: ['open', 'warn'],
  paid: ['good', 'check'],
}

export function InstalmentsChip({ state }: { state: InstalmentsState }): ReactElement {
  const { t } = useTranslation()
  const [tone, icon] = looks[state]
  return (
    <span className="chip" data-tone={tone}>
      <Icon name={icon} />
      {t(`instalments.states.${state}`)}
    </span>
  )
}

export function PartChip({ state }: { state: PartState }): ReactElement {
  const { t } = useTranslation()
  const [tone, icon] = partLooks[state]
  return (
    <span className="chip" data-tone={tone}>
      <Icon name={icon} />
      {t(`instalments.partStates.${state}`)}
    </span>
  )
}
