/** The state of a dispute: a colour, a sign and a word. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import type { Dispute } from './disputes-data.ts'
import { chipOf } from './story.ts'

export function DisputeChip({ state }: { state: Dispute['state'] }): ReactElement {
  const { t } = useTranslation()
  const [tone, icon] = chipOf[state]
  return (
    <span className="chip" data-tone={tone}>
      <Icon name={icon} />
      {t(`disputes.states.${state}`)}
    </span>
  )
}
