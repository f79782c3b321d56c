/** Whether the send pages look at the sender's hand: what that is, and the switch. */

import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Cells } from '../../ui/Cells.tsx'
import { SwitchRow } from '../../ui/Switch.tsx'
import { setWatchesHand, useWatchesHand } from '../send/screen-facts.ts'

export function HandWatch(): ReactElement {
  const { t } = useTranslation()
  return (
    <Cells title={t('guard.hand.title')} foot={t('settings.onThisPhone')}>
      <SwitchRow
        label={t('guard.hand.label')}
        note={t('guard.hand.note')}
        checked={useWatchesHand()}
        onChange={setWatchesHand}
      />
    </Cells>
  )
}
