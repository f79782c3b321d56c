/** The state of a packet or transfer: one colour, one sign and one word, the same everywhere. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PacketState } from '@laisee/core/packet.ts'
import type { TransferState } from '@laisee/core/transfer.ts'
import { Icon, type IconName } from './Icon.tsx'

export type Tone = 'waiting' | 'open' | 'paused' | 'out' | 'back' | 'expired' | 'frozen' | 'good'

const looks: Record<PacketState | TransferState, [tone: Tone, icon: IconName]> = {
  approving: ['waiting', 'clock'],
  rejected: ['back', 'undo'],
  held: ['waiting', 'shield'],
  undo: ['waiting', 'clock'],
  undone: ['back', 'undo'],
  open: ['open', 'packet'],
  paused: ['paused', 'pause'],
  claimed_out: ['out', 'checkAll'],
  recalled: ['back', 'recall'],
  declined: ['back', 'hand'],
  expired: ['expired', 'clock'],
  waiting: ['waiting', 'clock'],
  arrived: ['good', 'check'],
  returned: ['expired', 'clock'],
}

const newer: [tone: Tone, icon: IconName] = ['expired', 'info']

export function StateChip({ state }: { state: PacketState | TransferState }): ReactElement {
  const { t } = useTranslation()
  // A newer service may tell of a state that this app does not know.
  const [tone, icon] = Object.hasOwn(looks, state) ? looks[state] : newer
  return (
    <span className="chip" data-tone={tone}>
      <Icon name={icon} />
      {t(`common.states.${state}`)}
    </span>
  )
}
