/** How a dispute stands, and how urgent it is. */

import { Tag } from 'antd'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisputeState } from '@laisee/core/dispute.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/StateChip.tsx'
import { Chip } from '../parts/Chip.tsx'
import type { Dispute } from './disputes-data.ts'

const looks: Readonly<Record<DisputeState, { tone: Tone; icon: IconName }>> = {
  waiting: { tone: 'waiting', icon: 'bell' },
  in_hand: { tone: 'back', icon: 'person' },
  asked: { tone: 'paused', icon: 'chat' },
  decided: { tone: 'good', icon: 'check' },
  appealed: { tone: 'waiting', icon: 'hand' },
  closed: { tone: 'expired', icon: 'checkAll' },
  withdrawn: { tone: 'back', icon: 'undo' },
}

export function DisputeChip({ state }: { state: DisputeState }): ReactElement {
  const { t } = useTranslation()
  return <Chip {...looks[state]} text={t(`deskCases.states.${state}`)} />
}

export function Urgency({ dispute: { severity, isLate } }: { dispute: Dispute }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {severity === 'high' && <Tag color="error">{t('deskCases.severity.high')}</Tag>}
      {isLate && <Tag color="error">{t('deskCases.late')}</Tag>}
    </>
  )
}
