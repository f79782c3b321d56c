/** The state of a return request: one colour, one sign and one word, as every state has. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReturnState } from '@laisee/core/return-request.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/StateChip.tsx'

const looks: Record<ReturnState, [tone: Tone, icon: IconName]> = {
  asked: ['waiting', 'clock'],
  part_returned: ['waiting', 'recall'],
  returned: ['good', 'check'],
  declined: ['back', 'hand'],
  no_answer: ['expired', 'clock'],
  withdrawn: ['back', 'undo'],
}

export function ReturnChip({ state, isMine }: { state: ReturnState; isMine: boolean }): ReactElement {
  const { t } = useTranslation()
  const [tone, icon] = looks[state]
  return (
    <span className="chip" data-tone={tone}>
      <Icon name={icon} />
      {t(`returnRequest.states.${isMine ? 'mine' : 'theirs'}.${state}`)}
    </span>
  )
}
